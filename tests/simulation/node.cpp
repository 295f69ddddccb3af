#include "simulation/node.hpp"

#include <cmath>
#include <deque>

#include "base/assert.hpp"
#include "chamber/begin_log.hpp"
#include "council/small_programme.hpp"
#include "ledger/agreed/agreed.hpp"
#include "ledger/local/local_ledger.hpp"
#include "support/secrets.hpp"

namespace rostrum::simulation {

namespace {

const std::string epoch = "0123456789abcdef";

/// A node that was told nothing and not answered for so long is out of touch, whatever it says. A writer needs word
/// from most servers, and is one for a while without it; so is who begins to write, who then counts as in touch.
constexpr Millis hears_nothing_most =
    ledger::gives_up_after + ledger::out_of_touch_after + ledger::tick_every + ledger::tick_every;

const access::Secret& secret() {
  static const access::Secret made(std::array<std::uint8_t, access::secret_bytes>{1, 2, 3});
  return made;
}

}  // namespace

std::string code_of(const SeatId& seat, std::uint32_t generation) {
  static const SessionId session = council::small_programme().session.id;
  return access::code_of(secret(), session, seat, generation);
}

/// The session's clock on virtual time. Within a life it never goes back; after a restart it may stand before the last
/// commit, as where the machine's clock was set.
class Node::SessionTime final : public Clock {
 public:
  explicit SessionTime(const Node& node, Millis off) : node_(node), off_(off) {}

  [[nodiscard]] Instant now() override {
    const auto run = static_cast<double>(node_.around_.loop.now().value) * speed();
    const Instant at = council::start + Millis{std::llround(run)} + node_.ahead_ + off_;
    last_ = std::max(last_, at);
    return last_;
  }
  [[nodiscard]] double speed() const override { return node_.around_.setting.clock_speed; }

 private:
  const Node& node_;
  Millis off_;
  Instant last_;
};

/// The hall's strand is a queue on the loop; a write takes as long as the disk does, in two steps: until the bytes are
/// durable, and until the hall hears of it.
class Node::Scheduler final : public rostrum::Scheduler {
 public:
  Scheduler(Node& node, Clock& clock) : node_(node), clock_(clock) {}

  void write(std::function<void()> job, std::function<void()> done) override {
    job_ = std::move(job);
    done_ = std::move(done);
    later(span(), [this] { append(); });
  }

  void post(std::function<void()> then) override {
    posted_.push_back(std::move(then));
    later({}, [this] {
      const auto next = std::move(posted_.front());
      posted_.pop_front();
      next();
    });
  }

  [[nodiscard]] std::unique_ptr<Alarm> alarm() override;

  /// The process ends: a write under way may yet have reached the disk.
  void end(bool written) {
    if (written && job_) job_();
  }

  [[nodiscard]] bool idle() const { return posted_.empty() && !done_; }

  void later(Millis after, std::function<void()> then) {
    node_.around_.loop.after(
        after, node_.chance_,
        [&node = node_, alive = std::weak_ptr(alive_), then = std::move(then)] { node.run(alive, then); });
  }

 private:
  Millis span() { return node_.chance_.span({}, node_.disk_.write_most); }

  /// Whether the node was to end here; then it has, and this is no more.
  bool crash_if(CrashAt here) {
    if (node_.crash_at_ != here) return false;
    node_.crash();
    return true;
  }

  void append() {
    if (crash_if(CrashAt::before_append)) return;
    const auto before = node_.disk_.tail();
    std::exchange(job_, nullptr)();
    const bool appended = node_.disk_.tail() != before;  // a probe for room appends nothing
    node_.around_.trace.say(node_.around_.loop.now(), node_.name_,
                            appended           ? "appended"
                            : node_.disk_.full ? "has no room"
                                               : "has room again, at",
                            "commit", node_.disk_.tail().seq.value);
    later(span(), [this] {
      if (crash_if(CrashAt::before_publishing)) return;
      std::exchange(done_, nullptr)();
      crash_if(CrashAt::after_publishing);
    });
  }

  Node& node_;
  Clock& clock_;
  std::deque<std::function<void()>> posted_;
  std::function<void()> job_;
  std::function<void()> done_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();

  class SimulatedAlarm;
};

/// Waits in real time as long as the session's clock needs, and again where that has gone another way meanwhile.
class Node::Scheduler::SimulatedAlarm final : public Alarm {
 public:
  explicit SimulatedAlarm(Scheduler& scheduler) : scheduler_(scheduler) {}

  void set(Instant at, std::function<void()> then) override {
    wake_ = at;
    then_ = std::move(then);
    wait_ = std::make_shared<int>();
    wait();
  }

 private:
  void wait() {
    const double real_ms = static_cast<double>((wake_ - scheduler_.clock_.now()).value) / scheduler_.clock_.speed();
    scheduler_.later({std::max<std::int64_t>(0, std::llround(std::ceil(real_ms)))},
                     [this, waits = std::weak_ptr(wait_)] {
                       if (waits.expired()) return;
                       if (scheduler_.clock_.now() < wake_) return wait();
                       wait_.reset();
                       std::exchange(then_, nullptr)();
                     });
  }

  Scheduler& scheduler_;
  Instant wake_;
  std::function<void()> then_;
  std::shared_ptr<int> wait_;  // none: nothing is waited for
};

std::unique_ptr<Alarm> Node::Scheduler::alarm() { return std::make_unique<SimulatedAlarm>(*this); }

/// What becomes final passes here, so that the world knows it too.
class Node::Tap final : public ledger::Listener {
 public:
  Tap(Node& node, Listener& chamber) : node_(node), chamber_(chamber) {}

  void final(const ledger::Final& commit) override {
    known_ = commit.seq;
    if (const auto wrong = node_.around_.truth.learn(commit.seq, commit.stored); !wrong.empty())
      node_.around_.failed(node_.name_ + ": " + wrong);
    else
      chamber_.final(commit);
  }
  void began_writing(Term term) override {
    node_.around_.trace.say(node_.around_.loop.now(), node_.name_, "writes in", "term", term.value);
    node_.around_.begins(node_);
    chamber_.began_writing(term);
  }
  void stopped_writing() override {
    node_.around_.trace.say(node_.around_.loop.now(), node_.name_, "writes no more");
    chamber_.stopped_writing();
  }
  void standing(const ledger::Standing& now) override {
    standing_ = now;
    chamber_.standing(now);
  }
  [[nodiscard]] const ledger::Standing& standing() const { return standing_; }
  /// The last commit that is known here to be final.
  [[nodiscard]] Seq known() const { return known_; }

 private:
  Node& node_;
  Listener& chamber_;
  Seq known_ = node_.disk_.tail().seq;
  ledger::Standing standing_;
};

/// A ledger whose listener is listened to as well.
class Node::Tapped final : public ledger::Ledger {
 public:
  Tapped(Node& node, std::unique_ptr<Ledger> ledger) : node_(node), ledger_(std::move(ledger)) {}

  void start(ledger::Listener& listener) override {
    tap_.emplace(node_, listener);
    ledger_->start(*tap_);
  }
  void propose(Seq seq, wire::StoredCommit commit) override { ledger_->propose(seq, std::move(commit)); }
  void still_writing(std::function<void(bool)> then) override {
    const Seq final_then = node_.around_.truth.tail().seq;
    ledger_->still_writing([this, final_then, then = std::move(then)](bool still) {
      if (still && tap_->known() < final_then)
        node_.around_.failed(node_.name_ + " was told that nobody else wrote, and commit " +
                             std::to_string(final_then.value) + " was final before it asked");
      then(still);
    });
  }
  void hand_over() override { ledger_->hand_over(); }
  [[nodiscard]] bool has_others() const override { return ledger_->has_others(); }
  void read(std::function<void(journal::Journal&)> then) override { ledger_->read(std::move(then)); }
  [[nodiscard]] const ledger::Standing& standing() const { return tap_->standing(); }

 private:
  Node& node_;
  std::unique_ptr<Ledger> ledger_;
  std::optional<Tap> tap_;
};

/// The agreed ledger's way to the servers and back.
class Node::Wires final : public ledger::Carrier, public ServerEnd {
 public:
  Wires(Node& node, std::shared_ptr<int> alive) : node_(node), alive_(std::move(alive)) {}

  void carry(ledger::Request request) override { node_.around_.servers->carry(node_.number_, std::move(request)); }

  void replied(std::uint64_t id, const ledger::Reply& reply) override {
    run([this, id, reply](ledger::Agreed& to, Millis now) {
      last_word_ = now;
      to.replied(now, id, reply);
    });
  }
  void heard(ledger::ServerNumber server, const ledger::SharedSealed& message) override {
    run([this, server, message](ledger::Agreed& to, Millis now) {
      last_word_ = now;
      to.heard(now, server, *message);
    });
  }
  void listens(ledger::ServerNumber server, bool listening) override {
    run([server, listening](ledger::Agreed& to, Millis now) { to.listens(now, server, listening); });
  }
  void tick() {
    run([this](ledger::Agreed& to, Millis now) {
      to.tick(now);
      node_.around_.loop.after(ledger::tick_every, node_.chance_, [alive = std::weak_ptr(alive_), this] {
        if (!alive.expired()) tick();
      });
    });
  }
  void serve(ledger::Agreed& to) { to_ = &to; }
  /// When a server last answered, or something was told; or since when this process runs.
  [[nodiscard]] Millis last_word() const { return last_word_; }

 private:
  template <class Then>
  void run(Then then) {
    node_.run(alive_, [this, then = std::move(then)] { then(*to_, node_.around_.loop.now()); });
  }

  Node& node_;
  std::shared_ptr<int> alive_;  // with the process
  ledger::Agreed* to_ = nullptr;
  Millis last_word_ = node_.around_.loop.now();
};

struct Node::Life {
  Life(Node& node, Millis clock_off) : machine(node, clock_off), followed(clock_for(node)), scheduler(node, clock()) {}

  std::unique_ptr<ledger::FollowedClock> clock_for(Node& node) {
    if (node.around_.servers == nullptr) return nullptr;
    return std::make_unique<ledger::FollowedClock>(machine, [&loop = node.around_.loop] { return loop.now(); });
  }
  [[nodiscard]] Clock& clock() { return followed ? static_cast<Clock&>(*followed) : machine; }

  [[nodiscard]] Result<std::unique_ptr<chamber::Chamber>, chamber::Chamber::OpenFailure>
  open(Node& node, const council::Programme& programme) {
    if (node.around_.servers != nullptr)
      agree(node);
    else
      keep(node);
    return chamber::Chamber::open({.ledger = *tapped,
                                   .courier = *courier,
                                   .scheduler = scheduler,
                                   .clock = clock(),
                                   .hub = hub,
                                   .secrets = {test::known_salts, test::known_key, test::known_lot}},
                                  node.disk_, programme);
  }
  /// On the node's own journal alone.
  void keep(Node& node) {
    auto local = std::make_unique<ledger::LocalLedger>(node.disk_, scheduler, clock());
    courier = local.get();
    tapped = std::make_unique<Tapped>(node, std::move(local));
  }
  /// With others, over the servers.
  void agree(Node& node) {
    wires = std::make_shared<Wires>(node, alive);
    auto made = std::make_unique<ledger::Agreed>(
        ledger::Agreed::Around{.node = node.name_,
                               .set = set_of_world,
                               .servers = static_cast<std::size_t>(node.around_.setting.servers),
                               .carrier = *wires,
                               .archive = node.disk_,
                               .scheduler = scheduler,
                               .clock = *followed,
                               .salts = test::known_salts,
                               .hmac = test::known_hmac,
                               .random = [&chance = node.chance_] { return chance.number(); }});
    agreed = made.get();
    courier = made.get();
    wires->serve(*made);
    tapped = std::make_unique<Tapped>(node, std::move(made));
  }

  std::shared_ptr<int> alive = std::make_shared<int>();
  SessionTime machine;
  std::unique_ptr<ledger::FollowedClock> followed;
  Scheduler scheduler;
  ops::Metrics metrics;
  ops::Health health;
  gateway::Hub hub;
  std::shared_ptr<Wires> wires;
  ledger::Agreed* agreed = nullptr;  // where it is that
  ledger::Courier* courier = nullptr;
  std::unique_ptr<Tapped> tapped;
  std::unique_ptr<chamber::Chamber> chamber;
  std::optional<access::Codes> codes;
  std::shared_ptr<gateway::Hall> hall;
};

wire::StoredCommit begun(const council::Programme& programme) {
  journal::MemoryJournal log;
  const auto begun = chamber::begin_log(log, programme, epoch, council::start, test::known_salts);
  ROSTRUM_ASSERT(begun.has_value());
  return log.commits().front();
}

Node::Node(std::size_t number, Around around, Chance chance, const wire::StoredCommit& begun)
    : around_(std::move(around)),
      number_(number),
      chance_(std::move(chance)),
      name_("node " + std::to_string(number + 1)) {
  disk_.write_most = around_.setting.write_most;
  ROSTRUM_ASSERT(disk_.append({1}, begun).has_value());
}

Node::~Node() {
  if (life_) crash();
}

void Node::run(const std::weak_ptr<int>& alive, std::function<void()> then) {
  if (alive.expired()) return;
  if (around_.loop.now() >= frozen_until_ && deferred_.empty()) return do_now(then);
  deferred_.emplace_back(alive, std::move(then));
  if (deferred_.size() == 1) thaw_later();
}

void Node::thaw_later() {
  around_.loop.after(std::max(Millis{}, frozen_until_ - around_.loop.now()), chance_, [this] { thaw(); });
}

/// What came meanwhile, in its order.
void Node::thaw() {
  while (!deferred_.empty()) {
    if (around_.loop.now() < frozen_until_) return thaw_later();
    const auto [alive, then] = std::move(deferred_.front());
    deferred_.pop_front();
    if (!alive.expired()) do_now(then);
  }
}

void Node::do_now(const std::function<void()>& then) {
  const auto let_in = [this] { return life_ ? life_->hall->sessions.front()->counts.sign_ins.value() : 0; };
  const std::uint64_t before = let_in();
  then();
  if (let_in() > before) look_at_door();
}

void Node::look_at_door() {
  if (around_.servers == nullptr) return;
  if (standing().is == ledger::Standing::Is::out_of_touch)
    return around_.failed(name_ + " has let somebody in, and is out of touch: " + standing().why);
  const Millis silence = around_.loop.now() - life_->wires->last_word();
  if (silence > hears_nothing_most)
    around_.failed(name_ + " has let somebody in, and has heard nothing for " + std::to_string(silence.value) + " ms");
}

void Node::take_in(std::function<void()> then) {
  if (life_) run(life_->alive, std::move(then));
}

void Node::freeze(Millis span) {
  around_.trace.say(around_.loop.now(), name_, "stands still for", "ms", static_cast<std::uint64_t>(span.value));
  frozen_until_ = std::max(frozen_until_, around_.loop.now() + span);
}

void Node::take_over() {
  if (!life_ || life_->agreed == nullptr) return;
  around_.trace.say(around_.loop.now(), name_, "is told to write");
  run(life_->alive, [this] { life_->agreed->take_over(around_.loop.now()); });
}

void Node::hand_over() {
  if (!life_ || life_->agreed == nullptr) return;
  around_.trace.say(around_.loop.now(), name_, "is told to end");
  run(life_->alive, [this] { life_->agreed->hand_over(); });
}

bool Node::writes() const { return life_ && (life_->agreed == nullptr || life_->agreed->writes()); }

const ledger::Standing& Node::standing() const { return life_->tapped->standing(); }

Instant Node::session_now() const { return life_->clock().now(); }

bool Node::clock_is_set() const { return !life_->followed || life_->followed->is_set(); }

std::uint64_t Node::take_overs() const {
  return take_overs_ + (life_ && life_->agreed != nullptr ? life_->agreed->take_overs() : 0);
}

void Node::start() {
  ROSTRUM_ASSERT(!life_);
  const bool first = disk_.tail().seq.value == 1;
  auto life = std::make_unique<Life>(*this, first ? Millis{} : chance_.span(seconds(-30), seconds(30)));
  council::Programme programme = council::small_programme();
  programme.session.codes_valid = around_.setting.codes_valid;
  // What had become durable here, and nobody was told.
  const auto learnt = disk_.read({1}, [this](Seq seq, wire::StoredView commit) {
    if (const auto wrong = around_.truth.learn(seq, commit); !wrong.empty())
      around_.failed(name_ + "'s archive: " + wrong);
    return true;
  });
  ROSTRUM_ASSERT(learnt.has_value());
  auto opened = life->open(*this, programme);
  if (!opened) return around_.failed(name_ + " cannot start: " + opened.error().why);
  life->chamber = *std::move(opened);
  life->codes.emplace(secret(), life->chamber->state());
  life->hall = std::shared_ptr<gateway::Hall>(new gateway::Hall{.limits = around_.setting.limits,
                                                                .origins = {},
                                                                .version = "simulated",
                                                                .metrics = life->metrics,
                                                                .health = life->health,
                                                                .site = {}});
  life->hall->sessions.emplace_back(
      new gateway::Session{.id = programme.session.id,
                           .chamber = *life->chamber,
                           .hub = life->hub,
                           .grant_of = [&life = *life](std::string_view code) { return life.codes->grant(code); },
                           .sheet_of = [](auto, auto, auto) {},
                           .metrics = life->metrics,
                           .labels = {}});
  gateway::Session& session = *life->hall->sessions.front();
  gateway::watch_grants(life->hall, session, [&life = *life] { life.codes.emplace(secret(), life.chamber->state()); });
  session.presence.when_changed([&life = *life, &session] {
    life.scheduler.later(gateway::presence_interval, [&session] { session.presence.flush(); });
  });
  life_ = std::move(life);
  if (life_->agreed != nullptr) {
    life_->agreed->decided_by(*life_->chamber);
    life_->chamber->before_the_door_opens([this] { life_->agreed->look(around_.loop.now()); });
    around_.servers->connect(number_, life_->wires);
    life_->wires->tick();
  }
  around_.trace.say(around_.loop.now(), name_, "is up", "at commit", disk_.tail().seq.value);
}

void Node::crash() {
  ROSTRUM_ASSERT(life_ != nullptr);
  crash_at_.reset();
  life_->scheduler.end(chance_.one_in(2));
  around_.trace.say(around_.loop.now(), name_, "ends", "with commit", disk_.tail().seq.value);
  overflows_ = overflows();
  take_overs_ = take_overs();
  frozen_until_ = {};
  deferred_.clear();
  for (const auto& end : std::exchange(ends_, {})) end->node_gone();
  life_.reset();
}

std::shared_ptr<gateway::Connection> Node::accept(const std::shared_ptr<NodeEnd>& end, wire::Codec codec,
                                                  const std::string& address) {
  if (!life_) return nullptr;
  ends_.push_back(end);
  return std::make_shared<gateway::Connection>(life_->hall, *end, codec, address, around_.loop.now());
}

void Node::forget(const NodeEnd* end) {
  std::erase_if(ends_, [&](const auto& each) { return each.get() == end; });
}

chamber::Chamber& Node::chamber() {
  ROSTRUM_ASSERT(life_ != nullptr);
  return *life_->chamber;
}

std::uint64_t Node::overflows() const {
  return overflows_ + (life_ ? life_->hall->sessions.front()->counts.outbox_overflows.value() : 0);
}

std::size_t Node::following() const {
  std::size_t count = 0;
  for (int audience = 0; audience < views::audience_count; ++audience)
    count += life_->hub.following(static_cast<views::Audience>(audience));
  return count;
}

bool Node::idle() const { return life_ != nullptr && life_->scheduler.idle() && !life_->chamber->held(); }

}  // namespace rostrum::simulation
