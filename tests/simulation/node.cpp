#include "simulation/node.hpp"

#include <cmath>
#include <deque>

#include "base/assert.hpp"
#include "council/small_programme.hpp"
#include "support/secrets.hpp"

namespace rostrum::simulation {

namespace {

const std::string epoch = "0123456789abcdef";

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
    const auto run = static_cast<double>(node_.loop_.now().value) * speed();
    const Instant at = council::start + Millis{std::llround(run)} + node_.ahead_ + off_;
    last_ = std::max(last_, at);
    return last_;
  }
  [[nodiscard]] double speed() const override { return node_.setting_.clock_speed; }

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
    node_.loop_.after(after, node_.chance_, [alive = std::weak_ptr(alive_), then = std::move(then)] {
      if (!alive.expired()) then();
    });
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
    node_.trace_.say(node_.loop_.now(), node_.name_,
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

struct Node::Life {
  Life(Node& node, Millis clock_off) : clock(node, clock_off), scheduler(node, clock) {}

  [[nodiscard]] Result<std::unique_ptr<chamber::Chamber>, chamber::Chamber::OpenFailure>
  open(Disk& disk, const council::Programme& programme) {
    ledger = std::make_unique<ledger::LocalLedger>(disk, scheduler, clock);
    if (auto begun = chamber::begin_log(disk, programme, epoch, clock.now(), test::known_salts); !begun)
      return failure(chamber::Chamber::OpenFailure{begun.error()});
    return chamber::Chamber::open({.ledger = *ledger,
                                   .courier = *ledger,
                                   .scheduler = scheduler,
                                   .clock = clock,
                                   .hub = hub,
                                   .secrets = {test::known_salts, test::known_key}},
                                  disk, programme);
  }

  SessionTime clock;
  Scheduler scheduler;
  ops::Metrics metrics;
  ops::Health health;
  gateway::Hub hub;
  std::unique_ptr<ledger::LocalLedger> ledger;
  std::unique_ptr<chamber::Chamber> chamber;
  std::optional<access::Codes> codes;
  std::shared_ptr<gateway::Hall> hall;
};

Node::Node(std::string name, Loop& loop, Trace& trace, const Setting& setting, Chance chance,
           std::function<void(std::string)> failed)
    : loop_(loop),
      trace_(trace),
      setting_(setting),
      chance_(std::move(chance)),
      failed_(std::move(failed)),
      name_(std::move(name)) {
  disk_.write_most = setting_.write_most;
}

Node::~Node() {
  if (life_) crash();
}

void Node::start() {
  ROSTRUM_ASSERT(!life_);
  const bool first = disk_.tail().seq.value == 0;
  auto life = std::make_unique<Life>(*this, first ? Millis{} : chance_.span(seconds(-30), seconds(30)));
  council::Programme programme = council::small_programme();
  programme.session.codes_valid = setting_.codes_valid;
  auto opened = life->open(disk_, programme);
  if (!opened) return failed_(name_ + " cannot start: " + opened.error().why);
  life->chamber = *std::move(opened);
  life->codes.emplace(secret(), life->chamber->state());
  life->hall = std::shared_ptr<gateway::Hall>(new gateway::Hall{.limits = setting_.limits,
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
  trace_.say(loop_.now(), name_, "is up", "at commit", disk_.tail().seq.value);
}

void Node::crash() {
  ROSTRUM_ASSERT(life_ != nullptr);
  crash_at_.reset();
  life_->scheduler.end(chance_.one_in(2));
  trace_.say(loop_.now(), name_, "ends", "with commit", disk_.tail().seq.value);
  overflows_ = overflows();
  for (const auto& end : std::exchange(ends_, {})) end->node_gone();
  life_.reset();
}

std::shared_ptr<gateway::Connection> Node::accept(const std::shared_ptr<NodeEnd>& end, wire::Codec codec,
                                                  const std::string& address) {
  if (!life_) return nullptr;
  ends_.push_back(end);
  return std::make_shared<gateway::Connection>(life_->hall, *end, codec, address, loop_.now());
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
