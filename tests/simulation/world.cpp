#include "simulation/world.hpp"

#include <algorithm>

#include <google/protobuf/util/json_util.h>

#include <fmt/format.h>

#include "council/small_programme.hpp"
#include "ops/log.hpp"
#include "simulation/troubles.hpp"

namespace rostrum::simulation {

namespace {

constexpr Millis check_every = seconds(20);
constexpr Millis down_most = seconds(8);
constexpr Millis rest_within = minutes(20);  // of virtual time, once there is no more trouble
constexpr Millis rests_for = seconds(10);    // so that what is only told, such as who is connected, has arrived
constexpr Millis trouble_most = minutes(10);
constexpr std::size_t frames_kept_max = 64;

class World final : public Around {
 public:
  World(std::uint64_t seed, const Watch& watch) : seed_(seed), chance_(seed), trace_(watch.line), watch_(watch) {
    begin();
    people();
    troubles_.emplace(Troubles::Around{.loop = loop_,
                                       .trace = trace_,
                                       .setting = setting_,
                                       .nodes = nodes_,
                                       .clients = clients_,
                                       .servers = servers_ ? &*servers_ : nullptr,
                                       .quiet = [this] { return quiet(); }},
                      chance_.split());
  }

  Outcome run();

  // ---- Around
  Loop& loop() override { return loop_; }
  Trace& trace() override { return trace_; }
  const Setting& setting() override { return setting_; }
  Node& node_for(Chance& chance, const Node* sent_on_by) override {
    const std::size_t others = nodes_.size() - 1;
    if (sent_on_by == nullptr || others == 0) return *chance.pick(nodes_);
    return *nodes_[(sent_on_by->number() + 1 + chance.below(others)) % nodes_.size()];
  }
  std::uint32_t generation_of(const SeatId& seat) override;
  bool take_turn() override;
  std::shared_ptr<const v1::ServerFrame> decoded(wire::Codec codec, const chamber::Frame& frame) override;
  void took(const Client& client, const v1::ServerItem& item) override {
    if (watch_.item) watch_.item(client, item);
  }
  void failed(const std::string& why) override {
    if (failure_.empty()) failure_ = why;
  }

 private:
  void begin();
  void people();
  void begins(const Node& node);
  void later(Millis span, std::function<void()> then) { loop_.after(span, chance_, std::move(then)); }
  void must(const std::string& wrong) {
    if (!wrong.empty()) failed(wrong);
  }

  void look();

  [[nodiscard]] bool quiet() const { return turns_ >= setting_.acts || loop_.now() >= trouble_most; }
  [[nodiscard]] std::string restless();
  [[nodiscard]] std::size_t let_in() const;
  [[nodiscard]] bool lost() const { return servers_ && servers_->most_wiped(); }
  [[nodiscard]] std::string wrong_clocks();
  void run_until_rest();
  void run_lost();
  void rest();
  [[nodiscard]] Outcome outcome();

  std::uint64_t seed_;
  Loop loop_;
  Chance chance_;
  Trace trace_;
  const Watch& watch_;
  Setting setting_{chance_};
  Truth truth_;
  std::optional<Servers> servers_;
  std::vector<std::unique_ptr<Node>> nodes_;
  Replica told_{truth_};
  Clients clients_;
  std::optional<Troubles> troubles_;
  int turns_ = 0;
  bool clock_lost_ = false;
  std::string failure_;
  std::uint64_t restarts_ = 0;
  std::map<std::pair<const std::string*, wire::Codec>, std::pair<chamber::Frame, std::shared_ptr<v1::ServerFrame>>>
      frames_;
};

void World::begin() {
  council::Programme programme = council::small_programme();
  programme.session.codes_valid = setting_.codes_valid;
  const wire::StoredCommit first = begun(programme);
  must(truth_.learn({1}, first));
  if (setting_.shared())
    servers_.emplace(loop_, trace_, setting_, chance_.split(), std::vector{ledger::entry_of(first)});
  for (std::size_t number = 0; number < static_cast<std::size_t>(setting_.nodes); ++number)
    nodes_.push_back(std::make_unique<Node>(number,
                                            Node::Around{.loop = loop_,
                                                         .trace = trace_,
                                                         .setting = setting_,
                                                         .truth = truth_,
                                                         .servers = servers_ ? &*servers_ : nullptr,
                                                         .failed = [this](const std::string& why) { failed(why); },
                                                         .begins = [this](const Node& node) { begins(node); }},
                                            chance_.split(), first));
}

void World::people() {
  const council::Programme programme = council::small_programme();
  std::vector<council::SeatPlan> others;
  const council::SeatPlan* chair = nullptr;
  for (const council::SeatPlan& seat : programme.seats)
    if (seat.role == council::Role::chair)
      chair = &seat;
    else
      others.push_back(seat);
  for (int number = 1; number <= setting_.clients; ++number) {
    // The chair first; a seat may have several devices.
    const council::SeatPlan& seat = number == 1 ? *chair : chance_.pick(others);
    const auto codec = chance_.one_in(4) ? wire::Codec::json : wire::Codec::protobuf;
    clients_.push_back(std::make_unique<Client>(*this, number, seat, codec, chance_.split()));
  }
}

void World::begins(const Node& node) {
  if (!servers_ || node.clock_is_set()) return;
  for (const auto& other : nodes_) clock_lost_ |= other->up() && other->clock_is_set();
}

bool World::take_turn() {
  if (quiet()) return false;
  ++turns_;
  return true;
}

std::uint32_t World::generation_of(const SeatId& seat) {
  const council::State& state = told_.at(truth_.tail().seq);
  return state.grants.at(state.seat_grants.at(seat)).generation;
}

std::shared_ptr<const v1::ServerFrame> World::decoded(wire::Codec codec, const chamber::Frame& frame) {
  auto& [kept, made] = frames_[{frame.get(), codec}];
  if (!made) {
    kept = frame;
    made = std::make_shared<v1::ServerFrame>();
    const bool good = codec == wire::Codec::protobuf
                          ? made->ParseFromString(*frame)
                          : google::protobuf::util::JsonStringToMessage(*frame, made.get()).ok();
    if (!good) return nullptr;
  }
  const auto found = made;
  if (frames_.size() > frames_kept_max) frames_.clear();
  return found;
}

// ---- to the end

/// Whatever ended is started again after a while.
void World::look() {
  for (const auto& node : nodes_) {
    if (node->up()) continue;
    later(chance_.span({}, down_most), [this, &of = *node] {
      if (of.up()) return;
      ++restarts_;
      of.start();
    });
  }
  later(seconds(1), [this] { look(); });
}

std::string World::restless() {
  std::size_t following = 0;
  for (const auto& node : nodes_) {
    if (!node->up()) return node->name() + " is down";
    if (!node->idle()) return node->name() + " is busy";
    if (node->chamber().seq() != truth_.tail().seq) return node->name() + " is behind";
    following += node->following();
  }
  if (std::ranges::none_of(nodes_, [](const auto& node) { return node->writes(); })) return "nobody writes";
  if (servers_)
    if (auto wrong = wrong_servers(truth_, *servers_); !wrong.empty()) return wrong;
  std::size_t connected = 0;
  for (const auto& client : clients_) {
    if (client->waiting() > 0) return client->name() + " waits for answers";
    if (client->shut_out()) continue;
    if (!client->following()) return client->name() + " does not follow";
    if (!client->has_whole_line()) return client->name() + " does not know yet that its line is broken";
    if (client->store().seq() != truth_.tail().seq.value) return client->name() + " is behind";
    ++connected;
  }
  if (following != connected) return "a node has lines to nobody";
  return {};
}

/// Clients that are not shut out.
std::size_t World::let_in() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(clients_, [](const auto& client) { return !client->shut_out(); }));
}

void World::run_until_rest() {
  const Millis by = loop_.now() + rest_within;
  Millis next_look;
  Millis at_rest;
  std::pair<journal::Tail, std::size_t> seen;
  while (failure_.empty() && !lost()) {
    if (loop_.now() >= next_look) {
      next_look = loop_.now() + seconds(1);
      const std::string why = restless();
      const std::pair now(truth_.tail(), let_in());
      const bool same = std::exchange(seen, now) == now;
      at_rest = same && why.empty() ? at_rest + seconds(1) : Millis{};
      if (at_rest >= rests_for) return;  // at this very instant: the next step may be a deadline's
      if (loop_.now() > by) return failed("the world does not come to rest: " + why);
    }
    loop_.step();
  }
}

/// Most servers have forgotten everything, and nobody may go on: nothing becomes final any more, and every node says
/// so.
void World::run_lost() {
  const Millis settled = loop_.now() + seconds(12);  // what was under way arrives
  while (failure_.empty() && lost() && loop_.now() < settled) loop_.step();
  const journal::Tail tail = truth_.tail();
  const Millis until = loop_.now() + seconds(20);
  while (failure_.empty() && lost() && loop_.now() < until) loop_.step();
  if (!failure_.empty() || !lost()) return;
  if (truth_.tail() != tail) failed("something became final although most servers have forgotten everything");
  for (const auto& node : nodes_)
    // Who wakes hears first what was told in the meantime.
    if (node->up() && node->awake_for(seconds(5)) && node->standing().is == ledger::Standing::Is::well)
      failed(node->name() + " believes that all is well");
}

std::string World::wrong_clocks() {
  if (!servers_) return {};
  // Where a node that had just come knew nothing of the others' clocks and wrote, it takes long until they are drawn
  // there.
  if (clock_lost_) return {};
  Instant first = nodes_.front()->session_now(), last = first;
  for (const auto& node : nodes_) {
    first = std::min(first, node->session_now());
    last = std::max(last, node->session_now());
  }
  const bool some_late = setting_.network.late_one_in < 1'000;
  const Millis told_late = setting_.network.latency_most + setting_.network.latency_most + Millis{some_late ? 500 : 0};
  const double apart_most = setting_.clock_speed * static_cast<double>(50 + told_late.value);
  const Millis apart = last - first;
  if (static_cast<double>(apart.value) <= apart_most) return {};
  return fmt::format("the nodes' clocks are {} ms apart, and {:.0f} would do", apart.value, apart_most);
}

void World::rest() {
  for (int life = 0; life < 2 && failure_.empty() && !lost(); ++life) {
    run_until_rest();
    if (!failure_.empty() || lost()) return;
    must(wrong_pictures(truth_, clients_));
    for (const auto& node : nodes_) must(wrong_at_rest(truth_, *node, clients_));
    must(wrong_answers(truth_, clients_));
    must(wrong_clocks());
    if (life == 0)
      for (const auto& node : nodes_) node->crash();
  }
}

Outcome World::run() {
  for (const auto& node : nodes_) node->start();
  for (const auto& client : clients_) client->start();
  troubles_->begin();
  later(seconds(1), [this] { look(); });
  Millis next_check = chance_.span({}, check_every);
  while (failure_.empty() && !quiet() && !lost()) {
    if (loop_.now() >= next_check) {
      next_check = loop_.now() + chance_.span({}, check_every + check_every);
      must(wrong_pictures(truth_, clients_));
    }
    loop_.step();
    if (lost()) run_lost();
  }
  if (servers_) servers_->heal();
  rest();
  if (lost()) run_lost();
  if (lost()) {
    must(wrong_pictures(truth_, clients_));
    must(wrong_answers(truth_, clients_));
  }
  return outcome();
}

Outcome World::outcome() {
  Outcome outcome{.failure = failure_, .commits = truth_.commits().size(), .restarts = restarts_};
  for (const auto& node : nodes_) {
    outcome.overflows += node->overflows();
    outcome.take_overs += node->take_overs();
  }
  outcome.take_overs -= std::min<std::uint64_t>(outcome.take_overs, 1);
  if (servers_) {
    outcome.wipes = servers_->wipes();
    outcome.lost_answers = servers_->lost_answers();
  }
  for (const auto& client : clients_) {
    outcome.sent_on += client->sent_on();
    for (const auto& [id, sent] : client->sent()) outcome.acts += sent.act.has_value();
  }
  trace_.say(loop_.now(), "the world", failure_.empty() ? "is well" : "fails", failure_, seed_);
  outcome.digest = trace_.digest();
  return outcome;
}

}  // namespace

Outcome simulate(std::uint64_t seed, const Watch& watch) {
  ops::log_from(ops::Level::error);
  World world(seed, watch);
  return world.run();
}

}  // namespace rostrum::simulation
