#include "faults/nodes_kinds.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "support/content.hpp"

namespace rostrum::faults {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Span = NodesPlaying::Span;

namespace {

constexpr Span writer_killed_goal{2'500}, held_goal{2'000}, on_again_goal{2'000}, elsewhere_goal{2'000};
constexpr Span out_of_touch_goal{3'500};  // three seconds, and until it is looked at and told
constexpr Span rolling_goal{150};
constexpr auto kept_for = seconds(2);  // a request that arrives late

Span since(NodesPlaying::Time then) {
  return std::chrono::duration_cast<Span>(std::chrono::steady_clock::now() - then);
}

Span by_chance(NodesPlaying& round, int least_ms, int most_ms) { return Span(round.dice().between(least_ms, most_ms)); }

std::size_t any_of(NodesPlaying& round, std::size_t count) {
  return static_cast<std::size_t>(round.dice().between(0, static_cast<std::int64_t>(count) - 1));
}

std::set<std::size_t> some_servers(NodesPlaying& round, std::size_t count) {
  std::set<std::size_t> some;
  while (some.size() < count) some.insert(any_of(round, servers));
  return some;
}

/// Half of the time the one that writes, as far as there is one.
std::optional<std::size_t> any_node(NodesPlaying& round) {
  return round.dice().once_in(2) ? round.writer() : round.follower();
}

bool stands_well(const robots::Robot& robot) {
  const v1::LedgerIs is = robot.store().standing().is();
  return is == v1::LEDGER_IS_UNSPECIFIED || is == v1::LEDGER_IS_WELL;
}

// ---- nodes

void kill_follower(NodesPlaying& round) {
  const auto node = round.follower();
  if (!node) return;
  round.fault_begins();
  const auto began = std::chrono::steady_clock::now();
  round.kill(*node);
  const auto all_are_elsewhere = [&] {
    return std::ranges::all_of(round.hall().robots(), [](const auto& one) { return one->follows(); });
  };
  if (!round.go_on_until(all_are_elsewhere, "the clients of a node that was killed did not come in elsewhere")) return;
  round.notice("until its clients were elsewhere", since(began), elsewhere_goal);
  if (round.go_on_for(by_chance(round, 0, 1'000))) round.start(*node);
}

/// Until another writes and what was under way is done, and a while on; then it comes back.
void go_on_without(NodesPlaying& round, std::size_t node) {
  if (round.writer(node) && round.go_on_acting(20) && round.go_on_for(by_chance(round, 0, 500))) round.start(node);
}

void strike_writer(NodesPlaying& round, Strike::At at, std::size_t standing_on) {
  const auto node = round.writer();
  if (!node) return;
  round.fault_begins();
  if (round.strike({.at = at, .node = *node, .on = some_servers(round, standing_on)})) go_on_without(round, *node);
}
void kill_before_append(NodesPlaying& round) { strike_writer(round, Strike::At::before_append, 0); }
void kill_on_one(NodesPlaying& round) { strike_writer(round, Strike::At::standing, 1); }
void kill_on_most(NodesPlaying& round) { strike_writer(round, Strike::At::standing, 2); }
void kill_after_bell(NodesPlaying& round) { strike_writer(round, Strike::At::after_bell, 0); }

void kill_writer_and_server(NodesPlaying& round) {
  const auto node = round.writer();
  if (!node) return;
  const std::size_t server = any_of(round, servers);
  round.fault_begins();
  round.kill_server(server);
  round.kill(*node);
  go_on_without(round, *node);
  round.start_server(server);
}

void freeze_writer(NodesPlaying& round) {
  const auto node = round.writer();
  if (!node) return;
  round.fault_begins();
  round.leave_out_clients_of(*node);
  const auto began = std::chrono::steady_clock::now();
  round.world().freeze_node(*node);
  round.go_on_until([&] { return since(began) >= seconds(5); }, "time did not pass");
  if (!round.failed()) (void)round.writer(*node);
  round.world().thaw_node(*node);
  round.go_on_for(by_chance(round, 500, 1'500));
}

void fill_node_disk(NodesPlaying& round) {
  const std::size_t node = round.on_disk();
  const bool writes = round.writer() == node;
  round.fault_begins();
  const auto began = std::chrono::steady_clock::now();
  round.world().disk().fill();
  if (!round.go_on_until(now_and_then([&] { return !round.calls_itself_ready(node); }),
                         "a node whose disk is full calls itself ready"))
    return;
  round.notice(std::string("a node whose disk is full, which ") + (writes ? "wrote" : "did not write") +
               ", was not ready after " + std::to_string(since(began).count()) + " ms");
  round.send_on_clients_of(node);
  if (writes && !round.writer(node)) return;
  if (!round.go_on_acting(20)) return;
  round.world().disk().empty();
  round.go_on_until(now_and_then([&] { return round.calls_itself_ready(node); }),
                    "a node was not ready again once there was room");
}

// ---- servers

void kill_server(NodesPlaying& round) {
  const std::size_t server = any_of(round, servers);
  round.fault_begins();
  round.kill_server(server);
  if (round.go_on_for(by_chance(round, 1'000, 3'000))) round.start_server(server);
}

/// Longer than a line waits for an answer, or shorter.
void freeze_server(NodesPlaying& round) {
  const std::size_t server = any_of(round, servers);
  round.fault_begins();
  round.world().freeze_server(server);
  round.go_on_for(by_chance(round, 1'000, 5'000));
  round.world().thaw_server(server);
}

void fill_server_disk(NodesPlaying& round) {
  const std::size_t server = round.on_disk();
  Process& process = round.world().server(server).process();
  round.fault_begins();
  round.world().expect_end_of_server(server);
  round.world().disk().fill();
  if (!round.go_on_until([&] { return process.is_over(); }, "a Redis server whose disk is full did not end")) return;
  (void)process.kill_hard();
  if (!round.go_on_for(by_chance(round, 500, 2'000))) return;
  round.world().disk().empty();
  round.start_server(server);
}

void fill_server_memory(NodesPlaying& round) {
  const std::size_t server = any_of(round, servers);
  round.fault_begins();
  const RedisServer& full = round.world().server(server);
  if (!full.set("maxmemory", "1")) return round.fail("a server's memory could not be bounded");
  round.go_on_for(by_chance(round, 1'000, 3'000));
  if (!full.set("maxmemory", "0")) return round.fail("a server's memory could not be set free");
}

void wipe_server(NodesPlaying& round) {
  const std::size_t server = any_of(round, servers);
  round.fault_begins();
  if (round.dice().once_in(2)) {
    if (!round.world().server(server).forget()) return round.fail("a server could not be emptied");
  } else {
    round.kill_server(server);
    round.world().server(server).lose_its_disk();
    if (!round.start_server(server)) return;
  }
  round.go_on_for(by_chance(round, 500, 2'000));
}

void freeze_two_servers(NodesPlaying& round) {
  const auto frozen = some_servers(round, 2);
  round.fault_begins();
  auto began = std::chrono::steady_clock::now();
  for (const std::size_t server : frozen) round.world().freeze_server(server);
  const auto all_are_told = [&] {
    return std::ranges::all_of(round.hall().robots(), [](const auto& one) { return !stands_well(*one); });
  };
  if (round.go_on_until(all_are_told, "not all were told that nothing is final while two servers stand still")) {
    round.notice("until all clients were told so", since(began), held_goal);
    for (std::size_t node = 0; node < nodes; ++node)
      if (round.calls_itself_ready(node)) round.fail("a node calls itself ready while two servers stand still");
    round.go_on_for(by_chance(round, 500, 2'000));
  }
  for (const std::size_t server : frozen) round.world().thaw_server(server);
  began = std::chrono::steady_clock::now();
  if (round.go_on_acting(1)) round.notice("until it went on by itself", since(began), on_again_goal);
}

// ---- lines

/// The clients of a node that is cut off from all servers: they are told so, and leave it for others.
void go_elsewhere(NodesPlaying& round, std::size_t node) {
  const auto began = std::chrono::steady_clock::now();
  const auto all_are_told = [&] {
    return std::ranges::all_of(round.hall().robots(),
                               [&](const auto& one) { return one->at() != node || !stands_well(*one); });
  };
  if (!round.go_on_until(all_are_told, "clients were not told that their node is out of touch")) return;
  round.notice("until all its clients were told so", since(began), out_of_touch_goal);
  if (round.calls_itself_ready(node)) round.fail("a node that is cut off from all servers calls itself ready");
  round.send_on_clients_of(node);
  const auto left = std::chrono::steady_clock::now();
  const auto all_are_elsewhere = [&] {
    return std::ranges::all_of(round.hall().robots(),
                               [&](const auto& one) { return one->at() != node && one->follows(); });
  };
  if (!round.go_on_until(all_are_elsewhere, "clients of a node that is out of touch did not come in elsewhere")) return;
  round.notice("until they were elsewhere", since(left), elsewhere_goal);
  round.go_on_acting(10);
}

void cut(NodesPlaying& round, std::size_t from) {
  const auto node = any_node(round);
  if (!node) return;
  const auto cut_from = some_servers(round, from);
  const Between how = round.dice().once_in(2) ? Between::silent : Between::shut;
  round.fault_begins();
  for (const std::size_t server : cut_from) round.world().proxy().set(*node, server, how);
  if (from == servers)
    go_elsewhere(round, *node);
  else
    round.go_on_for(by_chance(round, 1'000, 5'000));
  for (const std::size_t server : cut_from) round.world().proxy().set(*node, server, Between::open);
}
void cut_from_one(NodesPlaying& round) { cut(round, 1); }
void cut_from_two(NodesPlaying& round) { cut(round, 2); }
void cut_from_all(NodesPlaying& round) { cut(round, 3); }

void late_request(NodesPlaying& round) {
  const auto node = round.writer();
  if (!node) return;
  const auto kept_from = some_servers(round, 1 + any_of(round, servers));
  const std::size_t late = round.world().proxy().delivered_late() + kept_from.size();
  const bool killed = round.dice().once_in(2);
  round.fault_begins();
  round.world().proxy().keep_next(*node, kept_from, kept_for);
  if (killed && round.go_on_until([&] { return round.world().proxy().keeps() == kept_from.size(); },
                                  "the writer asked no server to take a commit"))
    round.kill(*node);
  if (!round.go_on_until([&] { return round.world().proxy().delivered_late() >= late; },
                         "what was kept did not arrive"))
    return;
  if (killed)
    go_on_without(round, *node);
  else
    round.go_on_acting(10);
}

// ---- all

/// By an hour forwards or back: the node says so, and the session's clock goes on as it did.
void clock_jump(NodesPlaying& round) {
  constexpr Millis moved_with_it{60'000};  // far more than that, and far less than an hour
  const auto node = any_node(round);
  if (!node) return;
  const auto before = round.newcomer_at(*node);
  if (!before) return;
  round.fault_begins();
  round.world().set_clock(*node, round.dice().once_in(2) ? seconds(3'600) : -seconds(3'600));
  const auto told = [&] {
    return test::content_of(round.world().node(*node).log()).find("clock_jumped") != std::string::npos;
  };
  if (!round.go_on_until(now_and_then(told), "a node did not say that its clock has jumped")) return;
  Millis most;
  for (std::size_t each = 0; each < nodes; ++each) {
    const auto now = round.newcomer_at(each);
    if (!now) return;
    const Millis apart = round.hall().robots().at(*now)->now() - round.hall().robots().at(*before)->now();
    most = std::max({most, apart, Millis{} - apart});
  }
  round.notice("the session's clock, which runs fast, and its nodes were apart by " + std::to_string(most.value) +
               " ms of it, with what signing in took");
  if (most > moved_with_it) round.fail("the session's clock jumped by " + std::to_string(most.value) + " ms");
  round.world().set_clock(*node, seconds(0));
}

/// The longest wait of an act of clients whose line stood, in one step of a restart.
void notice_step(NodesPlaying& round, const std::string& what, NodesPlaying::Time began) {
  const auto longest = round.hall().waits().longest(began, [](const Waits::One& one) { return one.on_one_line; });
  round.notice("the longest wait of an act of other clients, " + what, longest ? longest->waited : Span{},
               rolling_goal);
}

void rolling_restart(NodesPlaying& round) {
  round.fault_begins();
  for (std::size_t node = 0; node < nodes; ++node) {
    const bool writes = round.writer() == node;
    const auto began = std::chrono::steady_clock::now();
    if (!round.ends_in_order(node)) return;
    round.world().upgrade_node(node);
    if (!round.start(node) || !round.go_on_acting(5)) return;
    notice_step(round, "node " + name_of_node(node) + (writes ? ", which wrote" : ""), began);
  }
  for (std::size_t server = 0; server < servers; ++server) {
    const auto began = std::chrono::steady_clock::now();
    if (!round.server_ends_in_order(server) || !round.start_server(server) || !round.until_all_are_in_touch()) return;
    notice_step(round, door_of(server), began);
  }
}

constexpr WaitGoal as_before{.is = WaitGoal::Is::like_before, .times = 3};
constexpr WaitGoal as_a_writer_is_killed{.is = WaitGoal::Is::at_most, .most = writer_killed_goal};
constexpr WaitGoal of_others{.is = WaitGoal::Is::at_most, .most = writer_killed_goal, .of_others = true};
constexpr WaitGoal as_rolled{.is = WaitGoal::Is::at_most, .most = rolling_goal, .of_others = true};

constexpr std::array kinds{
    NodesKind{.name = "kill-follower", .suffer = kill_follower},
    NodesKind{.name = "kill-writer-before-append", .suffer = kill_before_append, .goal = as_a_writer_is_killed},
    NodesKind{.name = "kill-writer-on-one", .suffer = kill_on_one, .goal = as_a_writer_is_killed},
    NodesKind{.name = "kill-writer-on-most", .suffer = kill_on_most, .goal = as_a_writer_is_killed},
    NodesKind{.name = "kill-writer-after-bell", .suffer = kill_after_bell, .goal = as_a_writer_is_killed},
    NodesKind{.name = "kill-writer-and-server", .suffer = kill_writer_and_server, .goal = as_a_writer_is_killed},
    NodesKind{.name = "freeze-writer", .suffer = freeze_writer, .goal = of_others},
    NodesKind{.name = "fill-node-disk", .suffer = fill_node_disk, .disk = Disk::of_node},
    NodesKind{.name = "kill-server", .suffer = kill_server, .goal = as_before},
    NodesKind{.name = "freeze-server", .suffer = freeze_server, .goal = as_before},
    NodesKind{.name = "fill-server-disk", .suffer = fill_server_disk, .goal = as_before, .disk = Disk::of_server},
    NodesKind{.name = "fill-server-memory", .suffer = fill_server_memory, .goal = as_before},
    NodesKind{.name = "wipe-server", .suffer = wipe_server, .goal = as_before},
    NodesKind{.name = "freeze-two-servers", .suffer = freeze_two_servers},
    NodesKind{.name = "cut-from-one", .suffer = cut_from_one},
    NodesKind{.name = "cut-from-two", .suffer = cut_from_two},
    NodesKind{.name = "cut-from-all", .suffer = cut_from_all},
    NodesKind{.name = "late-request", .suffer = late_request},
    NodesKind{.name = "clock-jump", .suffer = clock_jump, .jumping_clocks = true},
    NodesKind{.name = "rolling-restart", .suffer = rolling_restart, .goal = as_rolled},
};

}  // namespace

std::span<const NodesKind> nodes_kinds() { return kinds; }

}  // namespace rostrum::faults
