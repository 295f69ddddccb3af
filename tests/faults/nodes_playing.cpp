#include "faults/nodes_playing.hpp"

#include <algorithm>
#include <ranges>

#include "faults/checker.hpp"
#include "faults/http.hpp"
#include "faults/nodes_kinds.hpp"
#include "programme/read_programme.hpp"

namespace rostrum::faults {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace {

constexpr double acts_per_second_max = 100;
constexpr std::size_t acts_before_of_each = 10;  // delegation; of all of them a percentile is told
constexpr std::size_t acts_after = 12;           // it lives again
constexpr int percent = 99;

// No round depends on these: they end what would never end.
constexpr auto something_within = std::chrono::seconds(60);
constexpr auto http_within = std::chrono::seconds(2);

}  // namespace

NodesPlaying::NodesPlaying(const NodesPlan& plan, const NodesKind& kind, std::uint64_t seed)
    : plan_(plan),
      kind_(kind),
      dice_(seed, kind.name),
      on_disk_(static_cast<std::size_t>(dice_.between(0, 2))),
      world_(world_plan()),
      hall_({.seed = seed,
             .robots_speed = robots_speed,
             .acts_per_second_max = acts_per_second_max,
             .fail = [this](std::string why) { fail(std::move(why)); }}),
      setting_(hall_.setting()),
      of_nodes_(nodes, hall_.setting()) {}

WorldPlan NodesPlaying::world_plan() const {
  fs::create_directories(plan_.folder);
  return {.programs = plan_.programs,
          .programme = plan_.programme,
          .folder = plan_.folder,
          .clock = clock,
          .limits = limits_of_a_crowd,
          .jumping_clocks = kind_.jumping_clocks,
          .disk_of_server = kind_.disk == Disk::of_server ? std::optional(on_disk_) : std::nullopt,
          .disk_of_node = kind_.disk == Disk::of_node ? std::optional(on_disk_) : std::nullopt};
}

NodesOutcome NodesPlaying::play() {
  if (prepare() && come_to_life()) {
    kind_.suffer(*this);
    if (!failed()) live_again();
    if (!failed()) settle();
    if (!failed()) tell_waits();
    if (!failed()) end_nodes();
    if (!failed()) check();
  }
  if (failed()) {
    for (std::string& words : world_.last_words()) fail(std::move(words));
    world_.keep_disk();
  }
  outcome_.acks = hall_.acks();
  outcome_.views_compared = hall_.views().compared();
  return std::move(outcome_);
}

// ---- the order of a round

bool NodesPlaying::prepare() {
  if (kind_.disk != Disk::none && plan_.no_disk_because) fail("there is no disk to fill: " + *plan_.no_disk_because);
  const auto programme = programme::read_programme(plan_.programme.string());
  if (!programme) fail("the programme cannot be read");
  if (failed()) return false;
  session_ = programme->session.id;
  if (auto started = world_.start_servers(); !started) fail(started.error());
  if (failed() || !go_on_until(now_and_then([this] { return world_.servers_are_ready(); }),
                               "the Redis servers did not become ready"))
    return false;
  if (auto begun = world_.begin_log(); !begun) fail(begun.error());
  return !failed();
}

bool NodesPlaying::come_to_life() {
  for (std::size_t node = 0; node < nodes; ++node)
    if (auto started = world_.start_node(node); !started) fail(started.error());
  const auto all_are_ready = [this] {
    return std::ranges::all_of(std::views::iota(std::size_t{0}, nodes),
                               [this](std::size_t node) { return world_.node_is_ready(node); });
  };
  if (failed() || !go_on_until(all_are_ready, "the nodes did not become ready")) return false;
  if (auto read = hall_.read(world_.node(0).sign_in_list()); !read) {
    fail(read.error());
    return false;
  }
  for (std::size_t node = 0; node < nodes; ++node) {
    of_nodes_[node].address.port = world_.node(node).port();
    if (node == 0)
      setting_.address.port = world_.node(node).port();
    else
      setting_.elsewhere.push_back({.port = world_.node(node).port()});
  }
  hall_.enter(setting_, plan_.delegations);
  hall_.look_on(setting_, hall_.so_many(onlookers_of_a_round, "display"));
  return go_on_acting(acts_before_of_each * static_cast<std::size_t>(plan_.delegations)) && until_all_are_in_touch();
}

void NodesPlaying::live_again() { (void)(until_all_are_in_touch() && go_on_acting(acts_after)); }

void NodesPlaying::settle() {
  setting_.acting = false;
  if (!go_on_until([this] { return hall_.at_rest(); }, "not everybody came back and was answered")) return;
  std::vector<robots::Setting*> settings;
  for (robots::Setting& setting : of_nodes_) {
    setting.acting = false;
    settings.push_back(&setting);
  }
  hall_.bring_newcomers(settings);
  if (!go_on_until([this] { return hall_.at_same_place(); }, "not everybody reached the same commit")) return;
  settled_at_ = hall_.compare();
  const auto all_hold_it = [this] {
    return std::ranges::all_of(std::views::iota(std::size_t{0}, servers), [this](std::size_t server) {
      return world_.server(server).length_of_log(session_) >= settled_at_;
    });
  };
  (void)go_on_until(now_and_then(all_hold_it), "not every server was brought to the log");
}

void NodesPlaying::tell_waits() {
  const auto counts = [this](const Waits::One& one) {
    return one.node != left_out_ && (one.on_one_line || !kind_.goal.of_others);
  };
  const auto before = hall_.waits().percentile(percent, fault_began_).value_or(Span{});
  const auto found = hall_.waits().longest(fault_began_, counts);
  const auto longest = found ? found->waited : Span{};
  std::string what = "the longest wait of an act";
  if (kind_.goal.of_others) what += " of other clients";
  what += " (99 % of those before: " + std::to_string(before.count()) + " ms";
  if (found) {
    const auto after = std::chrono::duration_cast<Span>(found->answered_at - fault_began_).count();
    what += "; answered by node " + name_of_node(found->node) + ' ' + std::to_string(after) +
            " ms after the fault began, copies: " + std::to_string(found->copies);
  }
  what += ')';
  switch (kind_.goal.is) {
  case WaitGoal::Is::none:
    return notice(what + ": " + std::to_string(longest.count()) + " ms");
  case WaitGoal::Is::like_before:
    return notice(what, longest, before * kind_.goal.times);
  case WaitGoal::Is::at_most:
    return notice(what, longest, kind_.goal.most);
  }
}

void NodesPlaying::end_nodes() {
  hall_.leave();
  for (std::size_t node = 0; node < nodes; ++node) {
    world_.expect_end_of_node(node);
    if (!world_.node(node).ended_in_order(something_within))
      fail("node " + name_of_node(node) + " did not end in order");
  }
}

void NodesPlaying::check() {
  std::vector<Chain> archives, logs;
  Log acts;
  for (std::size_t node = 0; node < nodes; ++node) {
    auto archive = chain_of(world_.node(node).data(), "node " + name_of_node(node));
    const auto log = read_log(world_.node(node).data(), hall_.views(), settled_at_);
    if (!archive || !log) return fail("node " + name_of_node(node) + ": " + (archive ? log.error() : archive.error()));
    archives.push_back(*std::move(archive));
    for (const std::string& wrong : log->wrong) fail("node " + name_of_node(node) + ": " + wrong);
    if (log->tail < settled_at_) fail("node " + name_of_node(node) + " lacks what clients saw");
    if (log->acts.size() > acts.size()) acts = log->acts;
  }
  for (std::size_t server = 0; server < servers; ++server) {
    auto log = world_.server(server).log(session_);
    if (!log) return fail(log.error());
    logs.push_back(*std::move(log));
  }
  const Chain& final = longest(archives);
  outcome_.commits = final.links.size();
  for (const auto& wrongs :
       {differing(archives), lacking(final, logs, settled_at_), not_on_most(hall_.notes(), final, logs),
        untrue(hall_.notes(), acts, Nodes::several), hall_.views().contradictions(), hall_.positions().went_back()})
    for (const std::string& wrong : wrongs) fail(wrong);
}

// ---- letting the hall go on

bool NodesPlaying::go_on_until(const std::function<bool()>& enough, const std::string& what) {
  std::optional<std::string> ended;
  const bool came = hall_.play(Steady::now() + something_within, [&] {
    ended = world_.ended_by_itself();
    return ended || enough();
  });
  if (ended)
    fail(*ended + " ended by itself");
  else if (!came)
    fail(what + " within " + std::to_string(something_within.count()) + " s");
  return came && !ended && !failed();
}

bool NodesPlaying::go_on_for(Span span) {
  const auto until = Steady::now() + span;
  return go_on_until([&] { return Steady::now() >= until; }, "time did not pass");
}

bool NodesPlaying::go_on_acting(std::size_t acts) {
  const std::size_t enough = hall_.acks() + acts;
  return go_on_until([&] { return hall_.acks() >= enough; }, std::to_string(acts) + " acts were not acknowledged");
}

// ---- what the kinds are made of

std::optional<std::size_t> NodesPlaying::writer(std::optional<std::size_t> but) {
  std::optional<std::size_t> found;
  const auto look = [&] {
    for (std::size_t node = 0; node < nodes && !found; ++node)
      if (node != but && world_.node_is(node) == World::Is::up &&
          counted(world_.node(node).port(), "rostrum_node_writes", http_within) == 1)
        found = node;
    return found.has_value();
  };
  (void)go_on_until(now_and_then(look), "no node began to write");
  return failed() ? std::nullopt : found;
}

std::optional<std::size_t> NodesPlaying::follower() {
  const auto writes = writer();
  if (!writes) return std::nullopt;
  return (*writes + static_cast<std::size_t>(dice_.between(1, 2))) % nodes;
}

void NodesPlaying::kill(std::size_t node) {
  if (!world_.kill_node(node)) fail("node " + name_of_node(node) + " had ended before it was to be killed");
}

void NodesPlaying::kill_server(std::size_t server) {
  if (!world_.kill_server(server)) fail(door_of(server) + " had ended before it was to be killed");
}

bool NodesPlaying::start(std::size_t node) {
  if (failed()) return false;
  if (auto started = world_.start_node(node); !started) fail(started.error());
  return !failed() && go_on_until([&] { return world_.node_is_ready(node); },
                                  "node " + name_of_node(node) + " did not become ready");
}

bool NodesPlaying::start_server(std::size_t server) {
  if (failed()) return false;
  if (auto started = world_.start_server(server); !started) fail(started.error());
  return !failed() && go_on_until(now_and_then([&] { return world_.server(server).ready(); }),
                                  door_of(server) + " did not become ready");
}

bool NodesPlaying::strike(Strike strike) {
  strike.process = world_.node(strike.node).pid();
  world_.expect_end_of_node(strike.node);
  world_.proxy().strike(strike);
  if (!go_on_until([&] { return world_.proxy().has_struck(); }, "the writer did not come to where it is to be killed"))
    return false;
  kill(strike.node);
  return !failed();
}

void NodesPlaying::send_on_clients_of(std::size_t node) {
  for (const auto& robot : hall_.robots())
    if (robot->at() == node) robot->cut();
}

bool NodesPlaying::ends_in_order(std::size_t node) {
  world_.expect_end_of_node(node);
  world_.node(node).tell_to_end();
  const std::string what = "node " + name_of_node(node) + " did not end in order";
  if (!go_on_until([&] { return world_.node(node).is_over(); }, what)) return false;
  if (!world_.node(node).ended_in_order(something_within)) fail(what);
  return !failed();
}

bool NodesPlaying::server_ends_in_order(std::size_t server) {
  Process& process = world_.server(server).process();
  world_.expect_end_of_server(server);
  process.tell_to_end();
  const std::string what = door_of(server) + " did not end in order";
  if (!go_on_until([&] { return process.is_over(); }, what)) return false;
  if (!process.ended_in_order(something_within)) fail(what);
  return !failed();
}

std::optional<std::size_t> NodesPlaying::newcomer_at(std::size_t node) {
  const std::size_t place = hall_.robots().size();
  hall_.look_on(of_nodes_[node], {hall_.one_who_is("display")});
  const bool came = go_on_until([&] { return hall_.robots().at(place)->follows(); },
                                "nobody could come in at node " + name_of_node(node));
  return came ? std::optional(place) : std::nullopt;
}

bool NodesPlaying::calls_itself_ready(std::size_t node) {
  return world_.node_is(node) == World::Is::up && http_status(world_.node(node).port(), "/readyz", http_within) == 200;
}

bool NodesPlaying::until_all_are_in_touch() {
  const auto uses = [this](std::size_t node, std::size_t server) {
    return world_.node_is(node) != World::Is::up || world_.server_is(server) != World::Is::up ||
           counted(world_.node(node).port(), "rostrum_redis_ready{server=\"" + address_of_door(server) + "\"}",
                   http_within) == 1;
  };
  const auto all = [&] {
    for (std::size_t node = 0; node < nodes; ++node) {
      if (!calls_itself_ready(node) && world_.node_is(node) == World::Is::up) return false;
      for (std::size_t server = 0; server < servers; ++server)
        if (!uses(node, server)) return false;
    }
    return true;
  };
  return go_on_until(now_and_then(all), "not every node was in touch with every server");
}

void NodesPlaying::notice(const std::string& what, Span span, Span goal) {
  notice(what + ": " + std::to_string(span.count()) + " ms (goal: " + std::to_string(goal.count()) + " ms, " +
         (span <= goal ? "met" : "MISSED") + ')');
}

}  // namespace rostrum::faults
