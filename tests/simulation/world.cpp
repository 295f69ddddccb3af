#include "simulation/world.hpp"

#include <google/protobuf/util/json_util.h>

#include <fmt/format.h>

#include "council/small_programme.hpp"
#include "ops/log.hpp"

namespace rostrum::simulation {

namespace {

constexpr Millis check_every = seconds(20);
constexpr Millis down_most = seconds(8);
constexpr Millis rest_within = minutes(20);  // of virtual time, once there is no more trouble
constexpr Millis rests_for = seconds(10);    // so that what is only told, such as who is connected, has arrived
constexpr Millis restless_most = minutes(60);
constexpr std::size_t frames_kept_max = 64;

class World final : public Around {
 public:
  World(std::uint64_t seed, const Watch& watch) : seed_(seed), chance_(seed), trace_(watch.line), watch_(watch) {
    people();
  }

  Outcome run();

  // ---- Around
  Loop& loop() override { return loop_; }
  Trace& trace() override { return trace_; }
  const Setting& setting() override { return setting_; }
  Node& node_for(Chance& chance) override { return *chance.pick(nodes_); }
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
  std::vector<std::unique_ptr<Node>> servers();
  void people();
  void later(Millis span, std::function<void()> then) { loop_.after(span, chance_, std::move(then)); }
  void must(const std::string& wrong) {
    if (!wrong.empty()) failed(wrong);
  }

  void begin_trouble();
  void again_and_again(const std::optional<Millis>& every, std::function<void()> trouble);
  void crash(Node& node);
  void look();

  [[nodiscard]] bool quiet() const { return turns_ >= setting_.acts; }
  [[nodiscard]] std::string restless();
  void run_until_rest();

  std::uint64_t seed_;
  Loop loop_;
  Chance chance_;
  Trace trace_;
  const Watch& watch_;
  Setting setting_{chance_};
  std::vector<std::unique_ptr<Node>> nodes_ = servers();
  Replica told_{nodes_.front()->disk()};
  Clients clients_;
  int turns_ = 0;
  std::string failure_;
  std::uint64_t restarts_ = 0;
  std::map<std::pair<const std::string*, wire::Codec>, std::pair<chamber::Frame, std::shared_ptr<v1::ServerFrame>>>
      frames_;
};

std::vector<std::unique_ptr<Node>> World::servers() {
  std::vector<std::unique_ptr<Node>> nodes;
  nodes.push_back(std::make_unique<Node>("node 1", loop_, trace_, setting_, chance_.split(),
                                         [this](const std::string& why) { failed(why); }));
  return nodes;
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

bool World::take_turn() {
  if (quiet()) return false;
  ++turns_;
  return true;
}

std::uint32_t World::generation_of(const SeatId& seat) {
  const council::State& state = told_.at(nodes_.front()->disk().tail().seq);
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

// ---- trouble

void World::again_and_again(const std::optional<Millis>& every, std::function<void()> trouble) {
  if (!every) return;
  later(chance_.span({}, *every + *every), [this, every, trouble = std::move(trouble)] {
    if (quiet()) return;
    trouble();
    again_and_again(every, trouble);
  });
}

void World::begin_trouble() {
  const Setting::Every& every = setting_.every;
  const auto node = [this]() -> Node& { return *chance_.pick(nodes_); };
  const auto client = [this]() -> Client& { return *chance_.pick(clients_); };
  again_and_again(every.cut, [client] { client().break_line(); });
  again_and_again(every.slow_reader, [this, client] { client().read_nothing_for(chance_.span({}, seconds(8))); });
  again_and_again(every.stray, [client] { client().send_stray(); });
  again_and_again(every.crash, [this, node] { crash(node()); });
  again_and_again(every.jump, [this, node] {
    const Millis span = chance_.span({}, seconds(90));
    Node& of = node();
    trace_.say(loop_.now(), of.name(), "'s clock jumps", "ms", static_cast<std::uint64_t>(span.value));
    of.jump(span);
  });
  again_and_again(every.slow_disk, [this, node] {
    Node& of = node();
    trace_.say(loop_.now(), of.name(), "'s disk is slow");
    of.disk().write_most = chance_.span(Millis{200}, seconds(4));
    later(chance_.span({}, seconds(10)), [this, &of] { of.disk().write_most = setting_.write_most; });
  });
  again_and_again(every.full_disk, [this, node] {
    Node& of = node();
    trace_.say(loop_.now(), of.name(), "'s disk is full");
    of.disk().full = true;
    later(chance_.span({}, seconds(10)), [this, &of] {
      of.disk().full = false;
      trace_.say(loop_.now(), of.name(), "'s disk has room");
    });
  });
}

void World::crash(Node& node) {
  if (!node.up()) return;
  if (chance_.one_in(2)) return node.crash_at_next_commit(static_cast<CrashAt>(chance_.below(3)));
  node.crash();
}

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

// ---- to the end

std::string World::restless() {
  for (const auto& node : nodes_) {
    if (!node->up()) return node->name() + " is down";
    if (!node->idle()) return node->name() + " is busy";
  }
  std::size_t connected = 0;
  for (const auto& client : clients_) {
    if (client->waiting() > 0) return client->name() + " waits for answers";
    if (client->shut_out()) continue;
    if (!client->following()) return client->name() + " does not follow";
    if (!client->has_whole_line()) return client->name() + " does not know yet that its line is broken";
    if (client->store().seq() != nodes_.front()->disk().tail().seq.value) return client->name() + " is behind";
    ++connected;
  }
  for (const auto& node : nodes_)
    if (node->following() != connected) return node->name() + " has lines to nobody";
  return {};
}

void World::run_until_rest() {
  const Millis by = loop_.now() + rest_within;
  Millis next_look;
  Millis at_rest;
  journal::Tail tail;
  while (failure_.empty()) {
    if (loop_.now() >= next_look) {
      next_look = loop_.now() + seconds(1);
      const std::string why = restless();
      const bool same = std::exchange(tail, nodes_.front()->disk().tail()) == nodes_.front()->disk().tail();
      at_rest = same && why.empty() ? at_rest + seconds(1) : Millis{};
      if (at_rest >= rests_for) return;  // at this very instant: the next step may be a deadline's
      if (loop_.now() > by) return failed("the world does not come to rest: " + why);
    }
    loop_.step();
  }
}

Outcome World::run() {
  for (const auto& node : nodes_) node->start();
  for (const auto& client : clients_) client->start();
  begin_trouble();
  later(seconds(1), [this] { look(); });
  Millis next_check = chance_.span({}, check_every);
  while (failure_.empty() && !quiet()) {
    if (loop_.now() >= next_check) {
      next_check = loop_.now() + chance_.span({}, check_every + check_every);
      must(wrong_pictures(nodes_.front()->disk(), clients_));
    }
    if (loop_.now() > restless_most) failed("the world does not get its acts done");
    loop_.step();
  }
  for (int life = 0; life < 2 && failure_.empty(); ++life) {
    run_until_rest();
    if (!failure_.empty()) break;
    must(wrong_pictures(nodes_.front()->disk(), clients_));
    must(wrong_at_rest(*nodes_.front(), clients_));
    must(wrong_answers(nodes_.front()->disk(), clients_));
    if (life == 0)
      for (const auto& node : nodes_) node->crash();
  }
  Outcome outcome{.failure = failure_,
                  .commits = nodes_.front()->disk().commits().size(),
                  .restarts = restarts_,
                  .overflows = nodes_.front()->overflows()};
  for (const auto& client : clients_)
    for (const auto& [id, sent] : client->sent()) outcome.acts += sent.act.has_value();
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
