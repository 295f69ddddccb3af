#include "chamber/chamber.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/planted.hpp"

namespace rostrum::chamber {

namespace {

/// Also to one that finds too many before it: a copy of it may be among them.
Answer not_known() { return council::rejection(council::Code::unconfirmed); }

}  // namespace

Chamber::Chamber(Parts parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<Chamber>, Chamber::OpenFailure> Chamber::open(Parts parts, journal::Journal& log,
                                                                     const council::Programme& programme) {
  std::unique_ptr<Chamber> chamber(new Chamber(std::move(parts)));
  if (auto replayed = chamber->seen_.replay(log); !replayed) return failure(OpenFailure{replayed.error()});
  const SessionId& session = chamber->state().session.id;
  if (session != programme.session.id)
    return failure(OpenFailure{"the journal is of the session \"" + session.value + "\", the programme of \"" +
                               programme.session.id.value + "\": give each session a data directory of its own"});
  if (!planted::is(planted::Bug::forgets_shown)) chamber->audiences_.begin(chamber->state());
  chamber->parts_.ledger.start(*chamber);
  return chamber;
}

// ---- what is asked

void Chamber::join(const GrantId& grant, wire::Codec codec, std::optional<wire::Position> position,
                   std::function<void(LetIn)> done) {
  door_.knock({grant, codec, std::move(position), std::move(done)});
  pump_soon();
}

void Chamber::take(const GrantId& grant, wire::ClientCommand command, PresentThen present,
                   std::function<void(Answer)> answer) {
  ROSTRUM_ASSERT(present);
  wait({.grant = grant,
        .command = std::move(command),
        .present = std::move(present),
        .answer = [answer = std::move(answer)](const Answer& what, Seq) { answer(what); }});
}

void Chamber::decide_for_another(const GrantId& grant, wire::ClientCommand command, bool present, TakeAnswer answer) {
  if (!writing_) return;
  wait({.grant = grant,
        .command = std::move(command),
        .present = present ? present_with(state(), grant, parts_.hub.present()) : parts_.hub.present(),
        .answer = std::move(answer),
        .for_another = true});
}

void Chamber::wait(Waiting waiting) {
  if (queues_.waiting.size() >= waiting_commands_max)
    return parts_.scheduler.post([answer = std::move(waiting.answer)] { answer(not_known(), Seq{}); });
  waiting.command.expires_at = waiting.command.expires_at.value_or(now() + expiry_default);
  queues_.waiting.push_back(std::move(waiting));
  pump_soon();
}

void Chamber::ask_log(LogQuestion question, std::function<void(std::optional<ToldLog>)> done) {
  if (queues_.asking.size() >= waiting_questions_max)
    return parts_.scheduler.post([done = std::move(done)] { done(std::nullopt); });
  queues_.asking.push_back({std::move(question), std::move(done)});
  pump_soon();
}

Instant Chamber::now() { return writing_ ? writing_->now() : std::max(parts_.clock.now(), seen_.last_at()); }

GrantIs Chamber::grant_is(const GrantId& id) {
  const council::Grant* grant = state().find(id);
  if (!grant) return GrantIs::unknown;
  if (grant->expires_at && *grant->expires_at <= now()) return GrantIs::expired;
  return grant->revoked ? GrantIs::revoked : GrantIs::valid;
}

// ---- the pump

void Chamber::pump_soon() {
  if (std::exchange(queues_.pump_posted, true)) return;
  parts_.scheduler.post([this] {
    queues_.pump_posted = false;
    pump();
  });
}

void Chamber::pump() {
  open_door();
  answer_asking();
  if (!writing_) return pass_on_waiting();
  if (!writing_->under_way()) decide();
}

void Chamber::open_door() {
  if (door_.nobody_waits()) return;
  look_();
  door_.open({.epoch = hex(epoch()),
              .seq = seq(),
              .only = !parts_.ledger.has_others(),
              .out_of_touch = out_of_touch() && parts_.ledger.has_others(),
              .now = parts_.clock.now(),
              .speed = parts_.clock.speed()},
             [this](const Door::Knock& knock) { knock.done(let_in(knock)); });
}

LetIn Chamber::let_in(const Door::Knock& knock) {
  if (grant_is(knock.grant) != GrantIs::valid) return failure(NotLetIn::grant);
  return audiences_.join(seen_, *state().find(knock.grant), knock.codec, knock.position, now(), parts_.clock.speed());
}

/// One at a time: reading holds up the hall.
void Chamber::answer_asking() {
  if (queues_.asking.empty() || std::exchange(queues_.reading, true)) return;
  parts_.ledger.read([this](journal::Journal& log) {
    queues_.reading = false;
    const Asking asking = std::move(queues_.asking.front());
    queues_.asking.pop_front();
    asking.done(tell_log(log, state(), seq(), asking.question));
    if (!queues_.asking.empty()) pump_soon();
  });
}

void Chamber::decide() {
  writing_->decide(queues_.waiting);
  std::optional<Batch>& batch = writing_->under_way();
  if (batch && batch->has_acts()) return propose(*batch);
  if (batch) return parts_.ledger.still_writing([this](bool still_writing) { answer_undecided(still_writing); });
  writing_->wait_for_deadline([this] { pump(); });
  report_idle();
}

void Chamber::propose(Batch& batch) {
  wire::StoredCommit stored = wire::encode(batch.commit, parts_.secrets.salts);  // makes sure that it can be read back
  ROSTRUM_ASSERT(stored.bytes.size() <= wire::commit_bytes_max);
  ROSTRUM_ASSERT(stored.beside.size() <= wire::commit_bytes_max);
  if (planted::is(planted::Bug::answers_too_early)) tell(std::exchange(batch.decided, {}));
  parts_.ledger.propose(batch.commit.seq, std::move(stored));
}

/// What was decided without an act. Where writing has stopped since, it waits already.
void Chamber::answer_undecided(bool still_writing) {
  if (!writing_ || !writing_->under_way()) return;
  std::vector<Decided> decided = std::move(writing_->under_way()->decided);
  writing_->under_way().reset();
  if (still_writing)
    tell(decided);
  else
    for (Decided& one : decided) pass_on(std::move(one.waiting));
  pump_soon();
}

void Chamber::tell(const std::vector<Decided>& decided) {
  for (const Decided& one : decided) one.waiting.answer(one.answer, seq());
}

/// Once the ledger is at rest as well, which may be asking for room.
void Chamber::report_idle() {
  if (queues_.on_idle.empty()) return;
  parts_.ledger.read([this](journal::Journal&) {
    if (!queues_.waiting.empty() || (writing_ && writing_->under_way())) return;  // the pump comes again
    for (const auto& then : std::exchange(queues_.on_idle, {})) then();
  });
}

// ---- where another writes

void Chamber::pass_on_waiting() {
  auto waiting = std::exchange(queues_.waiting, {});
  for (Waiting& one : waiting) pass_on(std::move(one));
  // What the courier has answered already, he has posted.
  if (waiting.empty())
    report_idle();
  else
    pump_soon();
}

void Chamber::pass_on(Waiting waiting) {
  if (waiting.for_another) return;
  if (const auto before = seen_.answered_before(waiting.grant, waiting.command, parts_.secrets)) {
    ++counters_.duplicates;
    return waiting.answer(*before, seq());
  }
  const auto kept = std::make_shared<const Waiting>(std::move(waiting));
  parts_.courier.forward(kept->grant, kept->command, is_present(state(), kept->grant, *kept->present),
                         [this, kept](const Answer& what, Seq as_of) { bring({kept, what}, as_of); });
}

void Chamber::bring(Brought brought, Seq as_of) {
  if (as_of > seq()) {
    if (out_of_touch() || brought_.size() >= brought_answers_max) return brought.waiting->answer(not_known(), seq());
    return void(brought_.emplace(as_of, std::move(brought)));
  }
  // Another copy may have become an act meanwhile: who was told so is not told that it was refused as well.
  const Waiting& waiting = *brought.waiting;
  const bool refused = std::holds_alternative<council::Rejection>(brought.what);
  const auto before = refused ? seen_.answered_before(waiting.grant, waiting.command, parts_.secrets) : std::nullopt;
  waiting.answer(before.value_or(brought.what), as_of);
}

void Chamber::tell_brought() {
  while (!brought_.empty() && brought_.begin()->first <= seq()) {
    auto next = brought_.extract(brought_.begin());
    bring(std::move(next.mapped()), next.key());
  }
}

// ---- from the ledger

void Chamber::final(const ledger::Final& commit) {
  // While we write nobody else does: it is what is under way, and no bytes have to be read again.
  std::optional<Batch> ours = writing_ ? std::exchange(writing_->under_way(), std::nullopt) : std::nullopt;
  ROSTRUM_ASSERT(!writing_ || (ours && ours->has_acts()));
  const Changed changed = ours ? seen_.follow(ours->commit, commit.digest) : seen_.follow(commit);
  if (changed.grants) parts_.hub.grants_changed();
  audiences_.publish(seen_, changed.keys, parts_.hub);
  if (ours) tell(ours->decided);
  tell_brought();
  pump_soon();
}

void Chamber::began_writing(Term term) {
  writing_.emplace(term, seen_, parts_, counters_);
  pump_soon();  // something may be due
}

void Chamber::stopped_writing() {
  ROSTRUM_ASSERT(writing_);
  if (auto& dropped = writing_->under_way()) {
    auto& decided = dropped->decided;
    for (auto one = decided.rbegin(); one != decided.rend(); ++one) queues_.waiting.push_front(std::move(one->waiting));
  }
  writing_.reset();
  pump_soon();
}

void Chamber::standing(const ledger::Standing& standing) {
  standing_ = standing;
  parts_.hub.standing(standing);
  if (!out_of_touch()) return;
  if (!door_.nobody_waits()) pump_soon();
  for (const auto& [as_of, brought] : std::exchange(brought_, {})) brought.waiting->answer(not_known(), seq());
}

}  // namespace rostrum::chamber
