#include "simulation/world.hpp"

#include <google/protobuf/util/json_util.h>

#include <fmt/format.h>

#include "council/small_programme.hpp"
#include "ledger/agreed/agreed.hpp"
#include "ops/log.hpp"

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
  void begin();
  void people();
  void begins(const Node& node);
  void later(Millis span, std::function<void()> then) { loop_.after(span, chance_, std::move(then)); }
  void must(const std::string& wrong) {
    if (!wrong.empty()) failed(wrong);
  }

  void begin_trouble();
  void begin_trouble_with_servers();
  [[nodiscard]] Node* writer();
  void wipe_one();
  void strand();
  void usurp();
  void inherit();
  void insist(Node& node);
  void forget();
  void late_vote();
  [[nodiscard]] Node& other_than(const Node& node);
  [[nodiscard]] bool several() const { return servers_->count() >= 3 && nodes_.size() >= 2; }
  void again_and_again(const std::optional<Millis>& every, std::function<void()> trouble);
  void crash(Node& node);
  void look();

  [[nodiscard]] bool quiet() const { return turns_ >= setting_.acts || loop_.now() >= trouble_most; }
  [[nodiscard]] std::string restless();
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
    Node& of = node();
    // Only among several is a clock drawn to the others', so that it may also jump back.
    const bool back = setting_.shared() && chance_.one_in(2);
    const Millis span = chance_.span({}, setting_.shared() ? minutes(60) : seconds(90));
    trace_.say(loop_.now(), of.name(), back ? "'s clock jumps back" : "'s clock jumps", "ms",
               static_cast<std::uint64_t>(span.value));
    of.jump(back ? Millis{} - span : span);
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

void World::begin_trouble_with_servers() {
  const Setting::Every& every = setting_.every;
  const auto node = [this]() -> Node& { return *chance_.pick(nodes_); };
  const auto server = [this] { return chance_.below(servers_->count()); };
  const auto a_while = [this] { return chance_.span({}, seconds(8)); };
  again_and_again(every.freeze, [node, a_while] { node().freeze(a_while()); });
  again_and_again(every.take_over, [node] { node().take_over(); });
  again_and_again(every.server_away, [this, server, a_while] { servers_->stop(server(), a_while()); });
  again_and_again(every.server_freeze, [this, server, a_while] { servers_->freeze(server(), a_while()); });
  again_and_again(every.wipe, [this] { wipe_one(); });
  again_and_again(every.cut_off, [this, node, a_while] {
    const std::size_t of = node().number();
    const Millis span = a_while();
    const auto way = chance_.pick(std::array{Servers::Way::both, Servers::Way::to_server, Servers::Way::to_node});
    const bool all = chance_.one_in(3);
    for (ledger::ServerNumber number = 0; number < servers_->count(); ++number)
      if (all || chance_.one_in(2)) servers_->cut(of, number, way, span);
  });
  again_and_again(every.strand, [this] { strand(); });
  again_and_again(every.usurp, [this] { usurp(); });
  again_and_again(every.inherit, [this] { inherit(); });
  again_and_again(every.forget, [this] { forget(); });
  again_and_again(every.late_vote, [this] { late_vote(); });
}

Node* World::writer() {
  for (const auto& node : nodes_)
    if (node->writes()) return node.get();
  return nullptr;
}

/// Seldom the one with which most have forgotten everything: then nobody may go on.
void World::wipe_one() {
  const ledger::ServerNumber number = chance_.below(servers_->count());
  std::size_t members = 0;
  for (ledger::ServerNumber other = 0; other < servers_->count(); ++other)
    members += other != number && servers_->at(other).member();
  if (ledger::most(members, servers_->count()) || chance_.one_in(12)) servers_->wipe(number);
}

/// What the writer sends reaches one server alone; then both are away while others go on.
void World::strand() {
  Node* of = writer();
  if (of == nullptr || servers_->count() < 3) return;
  const ledger::ServerNumber alone = chance_.below(servers_->count());
  const Millis span = chance_.span(Millis{50}, Millis{1'500});
  for (ledger::ServerNumber number = 0; number < servers_->count(); ++number)
    if (number != alone) servers_->cut(of->number(), number, Servers::Way::to_server, span);
  later(span, [this, of, alone] {
    servers_->stop(alone, chance_.span(seconds(2), seconds(8)));
    if (of->up() && chance_.one_in(2)) return of->crash();
    of->freeze(chance_.span({}, seconds(6)));
  });
}

/// The writer is cut off from some servers, so that it does not learn that another has the right to write; and a server
/// that it can reach has forgotten who that is.
void World::usurp() {
  Node* of = writer();
  if (of == nullptr || !several()) return;
  Node& other = other_than(*of);
  const std::size_t few = servers_->count() / 2;
  const std::size_t first = chance_.below(servers_->count());
  const Millis span = chance_.span(seconds(1), seconds(6));
  for (std::size_t each = 0; each < few; ++each)
    servers_->cut(of->number(), (first + each) % servers_->count(), Servers::Way::both, span);
  // Of the others one takes part in the election, and is wiped after it; the rest do not hear of it.
  const ledger::ServerNumber wiped = (first + few) % servers_->count();
  for (ledger::ServerNumber number = 0; number < servers_->count(); ++number) {
    const bool takes_part = number == wiped || (number + servers_->count() - first) % servers_->count() < few;
    if (!takes_part) servers_->cut(other.number(), number, Servers::Way::both, chance_.span(Millis{200}, seconds(2)));
  }
  other.take_over();
  later(chance_.span({}, Millis{30} + setting_.network.latency_most + setting_.network.latency_most),
        [this, wiped] { servers_->wipe(wiped); });
}

Node& World::other_than(const Node& node) {
  return *nodes_[(node.number() + 1 + chance_.below(nodes_.size() - 1)) % nodes_.size()];
}

/// Of three servers: an entry of one term stands on the first alone; one of a later term on the second alone; then the
/// first is inherited by a writer that brings it to the third, and nothing of its own; then that one is away, and the
/// second decides.
void World::inherit() {
  Node* of = writer();
  if (of == nullptr || !several() || servers_->count() != 3) return;
  const ledger::ServerNumber first = chance_.below(3), second = (first + 1) % 3;
  Node& one = other_than(*of);
  Node& other = other_than(one);
  const auto appends_only_to = [](std::size_t node, ledger::ServerNumber server) {
    return [node, server](std::size_t from, const ledger::Request& request) -> std::optional<Millis> {
      const bool append = std::holds_alternative<ledger::ask::Append>(request.question);
      if (from == node && append && request.server != server) return Servers::never;
      return std::nullopt;
    };
  };
  servers_->interfere(seconds(2), appends_only_to(one.number(), first));
  insist(one);
  const Millis then = chance_.span(Millis{900}, Millis{1'500});
  later(then, [this, first, second, &one, &other, appends_only_to] {
    servers_->stop(first, seconds(2));
    one.freeze(seconds(2));
    servers_->interfere(seconds(2), appends_only_to(other.number(), second));
    insist(other);
  });
  later(then + seconds(2), [this, first, second, &one, &other] {
    servers_->stop(second, Millis{2'500});
    other.freeze(Millis{1'500});
    // What it has inherited arrives; what is its own is lost where it would stand, but for the first.
    servers_->interfere(
        Millis{2'600},
        [this, first, node = one.number()](std::size_t from, const ledger::Request& request) -> std::optional<Millis> {
          const auto* append = std::get_if<ledger::ask::Append>(&request.question);
          if (from != node || !append || append->entry->term != append->right.term) return std::nullopt;
          const bool would_stand =
              request.server != first && servers_->at(request.server).length() + 1 >= append->entry->seq.value;
          return would_stand ? std::optional(Servers::never) : std::nullopt;
        });
    insist(one);
  });
  later(then + Millis{4'600}, [this, first, &one, &other] {
    servers_->stop(first, seconds(4));
    one.freeze(seconds(3));
    insist(other);
  });
}

/// A node that still believes that it writes is told again once it may have learnt better.
void World::insist(Node& node) {
  for (const Millis after : {Millis{0}, Millis{300}, Millis{600}})
    later(after, [&node] {
      if (!node.writes()) node.take_over();
    });
}

/// What the writer sends reaches one server, which is wiped; it is admitted, and not copied yet, when another has taken
/// it; then that one and the writer are away.
void World::forget() {
  Node* of = writer();
  if (of == nullptr || !several()) return;
  Node& other = other_than(*of);
  const ledger::ServerNumber first = chance_.below(servers_->count());
  const ledger::ServerNumber second = (first + 1) % servers_->count();
  const Millis wiped = chance_.span(Millis{300}, Millis{1'500});
  const Millis taken = wiped + chance_.span(Millis{400}, Millis{1'200});
  const Millis gone = taken + chance_.span(Millis{60}, Millis{600});
  const Millis began = loop_.now();
  servers_->interfere(
      gone, [=, this, node = of->number()](std::size_t from, const ledger::Request& request) -> std::optional<Millis> {
        if (from != node || !std::holds_alternative<ledger::ask::Append>(request.question)) return std::nullopt;
        const Millis since = loop_.now() - began;
        const bool arrives = (request.server == first && since < wiped) || (request.server == second && since >= taken);
        return arrives ? std::nullopt : std::optional(Servers::never);
      });
  later(wiped, [this, first] { servers_->wipe(first); });
  later(gone, [this, of, &other, second] {
    servers_->stop(second, chance_.span(seconds(2), seconds(5)));
    of->freeze(chance_.span(seconds(2), seconds(5)));
    other.take_over();
  });
}

/// A node stands for the right to write. One server has granted it, and forgets that; the writer before admits it
/// again; then the vote that was still needed arrives.
void World::late_vote() {
  Node* of = writer();
  if (of == nullptr || !several()) return;
  Node& other = other_than(*of);
  const ledger::ServerNumber first = chance_.below(servers_->count());
  const std::size_t few = servers_->count() / 2;
  const Millis late = chance_.span(Millis{500}, Millis{1'100});
  const Millis soon = Millis{5} + setting_.network.latency_most;
  const Millis began = loop_.now();
  servers_->interfere(
      late,
      [=, this, count = servers_->count(), writer = of->number(),
       node = other.number()](std::size_t from, const ledger::Request& request) -> std::optional<Millis> {
        const std::size_t place = (request.server + count - first) % count;  // the few first forget, the next is late
        const Millis since = loop_.now() - began;
        if (from == writer && place < few && since < soon) return Servers::never;
        if (from != node || !std::holds_alternative<ledger::ask::Raise>(request.question) || place < few)
          return std::nullopt;
        return place == few ? late - since : Servers::never;
      });
  other.take_over();
  later(soon, [this, first, few] {
    for (std::size_t each = 0; each < few; ++each) servers_->wipe((first + each) % servers_->count());
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
  std::size_t following = 0;
  for (const auto& node : nodes_) {
    if (!node->up()) return node->name() + " is down";
    if (!node->idle()) return node->name() + " is busy";
    if (node->chamber().seq() != truth_.tail().seq) return node->name() + " is behind";
    following += node->following();
  }
  if (writer() == nullptr) return "nobody writes";
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

void World::run_until_rest() {
  const Millis by = loop_.now() + rest_within;
  Millis next_look;
  Millis at_rest;
  journal::Tail tail;
  while (failure_.empty() && !lost()) {
    if (loop_.now() >= next_look) {
      next_look = loop_.now() + seconds(1);
      const std::string why = restless();
      const bool same = std::exchange(tail, truth_.tail()) == truth_.tail();
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
    if (node->up() && node->standing().is == ledger::Standing::Is::well)
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
  begin_trouble();
  if (servers_) begin_trouble_with_servers();
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
