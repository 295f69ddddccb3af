#include "chamber/chamber.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/planted.hpp"
#include "chamber/read_ahead.hpp"
#include "council/evolve.hpp"
#include "council/invariants.hpp"
#include "council/inverse.hpp"

namespace rostrum::chamber {

namespace {

constexpr std::array audiences{views::Audience::public_, views::Audience::delegate, views::Audience::booth,
                               views::Audience::desk};

template <class Item>
constexpr std::size_t index_of(Item item) {
  return static_cast<std::size_t>(item);
}

/// A state that cannot be is not made durable, and what it was made from is told before the process ends.
void check(const council::State& state) {
  const std::string broken = council::broken_invariant(state);
  if (!broken.empty()) invariant_broken(broken.c_str(), __FILE__, __LINE__);
}

/// Where it is not known what stands in the journal, only a restart that reads it tells.
void end_unless_full(const journal::AppendFailure& failed) {
  if (failed.kind != journal::AppendFailure::Kind::full) invariant_broken(failed.why.c_str(), __FILE__, __LINE__);
}

/// The texts in a patch: all else in it is small.
std::size_t statement_bytes(const wire::Patch& patch) {
  std::size_t sum = 0;
  for (const auto& [key, entity] : patch.upserts)
    if (const auto* statement = std::get_if<views::Statement>(&entity))
      for (const views::StatementText& text : statement->texts)
        for (const std::string& paragraph : text.paragraphs) sum += paragraph.size();
  return sum;
}

bool changes_grants(const council::Event& event) {
  return std::holds_alternative<council::GrantRevoked>(event) || std::holds_alternative<council::GrantIssued>(event);
}

/// Whether patches lead from one to the other. A snapshot is shared by an audience and names no delegation: what is
/// private is sent whole in any case.
bool same_line(const wire::Position& position, const wire::Position& here) {
  return position.session == here.session && position.epoch == here.epoch && position.audience == here.audience &&
         (!position.delegation || position.delegation == here.delegation);
}

SeatId seat_of(const council::State& state, const GrantId& grant) {
  const council::Grant* found = state.find(grant);
  return found ? found->seat : council::system_seat;
}

}  // namespace

Chamber::Chamber(journal::Journal& journal, Scheduler& scheduler, Clock& clock, Hub& hub, Secrets secrets)
    : journal_(journal),
      scheduler_(scheduler),
      clock_(clock),
      hub_(hub),
      secrets_(std::move(secrets)) {}

Result<std::unique_ptr<Chamber>, Chamber::OpenFailure> Chamber::open(journal::Journal& journal, Scheduler& scheduler,
                                                                     Clock& clock, Hub& hub, Secrets secrets,
                                                                     const council::Programme& programme,
                                                                     std::string epoch) {
  std::unique_ptr<Chamber> chamber(new Chamber(journal, scheduler, clock, hub, std::move(secrets)));
  const bool empty = journal.tail().seq.value == 0;
  if (auto begun = empty ? chamber->begin(programme, std::move(epoch)) : chamber->replay(); !begun)
    return failure(begun.error());
  if (chamber->state_.session.id != programme.session.id)
    return failure(OpenFailure{"the journal is of the session \"" + chamber->state_.session.id.value +
                               "\", the programme of \"" + programme.session.id.value +
                               "\": give each session a data directory of its own"});
  if (!planted::forgets_shown) chamber->note_shown();
  chamber->wait_for_deadline();
  return chamber;
}

Result<void, Chamber::OpenFailure> Chamber::begin(const council::Programme& programme, std::string epoch) {
  ROSTRUM_ASSERT(epoch.size() == wire::epoch_bytes);
  epoch_ = std::move(epoch);
  const Instant at = now();
  wire::Commit commit{.session = programme.session.id,
                      .epoch = epoch_,
                      .seq = {1},
                      .acts = {{.grant = council::system_grant,
                                .command_id = "create-session",
                                .actor = council::system_seat,
                                .act = "create_session",
                                .at = at,
                                .events = {council::SessionCreated{programme}}}}};
  const wire::StoredCommit stored = wire::encode(commit, secrets_.salts);
  if (auto written = journal_.append(commit.seq, stored); !written)
    return failure(OpenFailure{"the journal cannot be begun: " + written.error().why});
  tail_ = {.seq = commit.seq, .digest = sha256(stored.bytes)};
  if (auto replayed = replay_commit(commit); !replayed) return failure(OpenFailure{replayed.error()});
  ++counters_.commits;
  return {};
}

Result<void, Chamber::OpenFailure> Chamber::replay() {
  const auto replayed = visit_commits(journal_, [this](const wire::Commit& commit) { return replay_commit(commit); });
  if (!replayed) return failure(OpenFailure{replayed.error()});
  tail_ = journal_.tail();
  return {};
}

Result<void, std::string> Chamber::replay_commit(const wire::Commit& commit) {
  std::uint32_t index = 0;
  for (const wire::StoredAct& act : commit.acts) {
    const ActName name{.seq = commit.seq, .index = index++};
    const council::Stamp stamp{.act = name, .at = act.at, .actor = act.actor};
    if (act.at < last_at_) return failure(std::string("an act lies before the one before it"));
    for (const council::Event& event : act.events) council::evolve(state_, event, stamp);
    last_at_ = act.at;
    taken_.forget_before(act.at - duplicates_remembered);
    if (!planted::forgets_commands)
      taken_.remember(
          act.grant, act.command_id,
          {.digest = act.command_digest, .keyed = commit.format != wire::format_of_before, .act = name, .at = act.at});
  }
  epoch_ = commit.epoch;
  if (const std::string broken = council::broken_invariant(state_); !broken.empty()) return failure(broken);
  return {};
}

Instant Chamber::now() { return std::max(clock_.now(), last_at_); }

void Chamber::join(const GrantId& grant, wire::Codec codec, std::optional<wire::Position> position,
                   std::function<void(std::optional<Joined>)> done) {
  joining_.push_back({grant, codec, std::move(position), std::move(done)});
  pump_soon();
}

void Chamber::take(const GrantId& grant, wire::ClientCommand command, PresentThen present,
                   std::function<void(Answer)> answer) {
  ROSTRUM_ASSERT(present);
  if (waiting_.size() >= waiting_commands_max) {
    scheduler_.post([answer = std::move(answer)] { answer(council::rejection(council::Code::held)); });
    return;
  }
  const Instant expires_at = command.expires_at.value_or(now() + expiry_default);
  waiting_.push_back({grant, std::move(command), std::move(present), expires_at, std::move(answer)});
  pump_soon();
}

void Chamber::ask_log(std::optional<PanelId> panel, std::optional<Seq> before,
                      std::function<void(std::optional<ToldLog>)> done) {
  if (asking_.size() >= waiting_questions_max) {
    scheduler_.post([done = std::move(done)] { done(std::nullopt); });
    return;
  }
  asking_.push_back({std::move(panel), before, std::move(done)});
  pump_soon();
}

GrantIs Chamber::grant_is(const GrantId& id) {
  const council::Grant* grant = state_.find(id);
  if (!grant) return GrantIs::unknown;
  if (grant->expires_at && *grant->expires_at <= now()) return GrantIs::expired;
  return grant->revoked ? GrantIs::revoked : GrantIs::valid;
}

void Chamber::when_idle(std::function<void()> then) {
  on_idle_.push_back(std::move(then));
  pump_soon();
}

void Chamber::pump_soon() {
  if (pump_posted_) return;
  pump_posted_ = true;
  scheduler_.post([this] {
    pump_posted_ = false;
    pump();
  });
}

void Chamber::pump() {
  if (writing_) return;
  admit_joining();
  answer_asking();
  if (held_) return answer_held();
  const auto batch = decide_waiting();
  if (batch->commit.acts.empty()) {
    for (auto& [answer, what] : batch->answers) answer(what);
    wait_for_deadline();
    if (!waiting_.empty())
      pump_soon();
    else
      report_idle();
    return;
  }
  write(batch);
}

/// Deciding would change the state and have to be undone by a replay, for each command anew.
void Chamber::answer_held() {
  taken_.forget_before(now() - duplicates_remembered);
  for (const Waiting& waiting : std::exchange(waiting_, {})) {
    auto before = answered_before(waiting);
    if (before) ++counters_.duplicates;
    waiting.answer(before ? *std::move(before) : Answer{council::rejection(council::Code::held)});
  }
  report_idle();
}

void Chamber::admit_joining() {
  for (Joining& joining : std::exchange(joining_, {})) {
    if (grant_is(joining.grant) == GrantIs::valid)
      joining.done(joined(*state_.find(joining.grant), joining));
    else
      joining.done(std::nullopt);
  }
}

void Chamber::answer_asking() {
  if (asking_.empty()) return;
  // One at a time: reading holds up the hall.
  const Asking asking = std::move(asking_.front());
  asking_.pop_front();
  asking.done(told_log(asking));
  if (!asking_.empty()) pump_soon();
}

std::shared_ptr<Chamber::Batch> Chamber::decide_waiting() {
  auto batch = std::make_shared<Batch>();
  batch->commit = {.session = state_.session.id, .epoch = epoch_, .seq = tail_.seq.next(), .previous = tail_.digest};
  taken_.forget_before(now() - duplicates_remembered);
  std::size_t text = 0;
  for (std::size_t count = 0; count < acts_per_commit_max; ++count) {
    // What is due goes first, also what fell due while the acts before were decided: a speech that has run for its 10 s
    // has released its text, whoever ends it in the same commit. One reading of the clock for both, so that nothing
    // falls due in between.
    const Instant at = now();
    auto due = council::next_deadline(state_);
    const bool is_due = due && due->at <= at;
    if (!is_due && waiting_.empty()) break;
    text += council::text_bytes(state_, is_due ? due->act : waiting_.front().command.command.act);
    if (count > 0 && text > text_bytes_per_commit_max) break;
    if (is_due) {
      decide_due(*batch, *std::move(due), at);
      continue;
    }
    Waiting waiting = std::move(waiting_.front());
    waiting_.pop_front();
    decide_one(*batch, std::move(waiting), at);
  }
  return batch;
}

void Chamber::decide_due(Batch& batch, council::Deadline due, Instant at) {
  // What falls due asks nobody to be here.
  static const PresentThen nobody = std::make_shared<const council::Present>();
  const Waiting proposal{.grant = council::system_grant,
                         .command = {.id = std::move(due.command_id), .command = {.act = std::move(due.act)}},
                         .present = nobody,
                         .expires_at = at + expiry_default};
  Answer answer;
  ROSTRUM_ASSERT(accept(batch, proposal, at, answer));
}

void Chamber::decide_one(Batch& batch, Waiting waiting, Instant at) {
  Answer answer;
  if (auto before = answered_before(waiting)) {
    ++counters_.duplicates;
    answer = *std::move(before);
  } else if (auto refused = refused_expiry(waiting, at)) {
    ++counters_.rejections;
    answer = *std::move(refused);
  } else if (!accept(batch, waiting, at, answer)) {
    ++counters_.rejections;
  }
  // Also a rejection waits for the batch: it may rest on what is not durable yet.
  batch.answers.emplace_back(std::move(waiting.answer), std::move(answer));
}

std::optional<Answer> Chamber::answered_before(const Waiting& waiting) const {
  const Taken* before = taken_.find(waiting.grant, waiting.command.id);
  if (!before) return std::nullopt;
  const Digest& content = waiting.command.digest;
  if (before->digest != (before->keyed ? secrets_.keyed(content) : content))
    return council::rejection(council::Code::command_id_reused);
  return Accepted{.act = before->act, .inverse = {}};
}

std::optional<council::Rejection> Chamber::refused_expiry(const Waiting& waiting, Instant at) const {
  if (at >= waiting.expires_at) return council::rejection(council::Code::expired, waiting.expires_at);
  if (waiting.expires_at > at + expiry_most)
    return council::rejection(council::Code::out_of_range, "expires_at", at, at + expiry_most);
  return std::nullopt;
}

bool Chamber::accept(Batch& batch, const Waiting& waiting, Instant at, Answer& answer) {
  auto events = council::decide(state_, waiting.command.command,
                                {.now = at, .actor = waiting.grant, .present = *waiting.present});
  if (!events) {
    answer = events.error();
    return false;
  }
  ROSTRUM_ASSERT(!events->empty());
  const ActName act{.seq = batch.commit.seq, .index = static_cast<std::uint32_t>(batch.commit.acts.size())};
  const council::Stamp stamp{.act = act, .at = at, .actor = seat_of(state_, waiting.grant)};
  answer = Accepted{.act = act, .inverse = council::inverse(state_, at, waiting.command.command.act)};
  for (const council::Event& event : *events) {
    council::Changes changes;
    council::evolve(state_, event, stamp, &changes);
    batch.changes_grants |= changes_grants(event);
    for (views::Key& key : views::touched(changes, state_)) batch.touched.insert(std::move(key));
  }
  check(state_);
  last_at_ = at;
  const Digest digest = secrets_.keyed(waiting.command.digest);
  taken_.remember(waiting.grant, waiting.command.id, {.digest = digest, .act = act, .at = at});
  batch.commit.acts.push_back({.grant = waiting.grant,
                               .command_id = waiting.command.id,
                               .command_digest = digest,
                               .actor = stamp.actor,
                               .act = std::string(council::name(waiting.command.command.act)),
                               .at = at,
                               .events = *std::move(events)});
  return true;
}

void Chamber::write(std::shared_ptr<Batch> batch) {
  batch->stored = wire::encode(batch->commit, secrets_.salts);  // which makes sure that it can be read back
  ROSTRUM_ASSERT(batch->stored.bytes.size() <= wire::commit_bytes_max);
  ROSTRUM_ASSERT(batch->stored.beside.size() <= wire::commit_bytes_max);
  writing_ = true;
  if (planted::answers_too_early)
    for (auto& [answer, what] : std::exchange(batch->answers, {})) answer(what);
  scheduler_.write([&journal = journal_, batch] { batch->written = journal.append(batch->commit.seq, batch->stored); },
                   [this, batch] { settle(*batch); });
}

void Chamber::settle(Batch& batch) {
  writing_ = false;
  if (!batch.written) {
    end_unless_full(batch.written.error());
    hold(batch, batch.written.error().why);
    return;
  }
  tail_ = {.seq = batch.commit.seq, .digest = sha256(batch.stored.bytes)};
  ++counters_.commits;
  counters_.acts += batch.commit.acts.size();
  if (batch.changes_grants) hub_.grants_changed();
  publish(batch);
  for (auto& [answer, what] : batch.answers)
    if (answer) answer(what);
  wait_for_deadline();
  pump_soon();
}

void Chamber::hold(Batch& batch, const std::string& why) {
  held_ = why;
  bytes_refused_ = wire::StoredView(batch.stored).size();
  state_ = {};
  taken_.clear();
  last_at_ = {};
  if (auto replayed = replay(); !replayed) invariant_broken(replayed.error().why.c_str(), __FILE__, __LINE__);
  for (auto& [answer, what] : batch.answers) {
    const auto* done = std::get_if<Accepted>(&what);
    const bool stands = done != nullptr && done->act.seq <= tail_.seq;  // sent again, and durable since the first time
    answer(stands ? what : Answer{council::rejection(council::Code::held)});
  }
  retry_at_ = clock_.now() + retry_after;
  wait_for_deadline();
  pump_soon();
}

/// Nobody acts while the hall is held, so only this shows whether there is room again.
void Chamber::probe() {
  ROSTRUM_ASSERT(held_ && !writing_);
  writing_ = true;
  auto room = std::make_shared<Result<void, journal::AppendFailure>>();
  scheduler_.write([&journal = journal_, bytes = bytes_refused_, room] { *room = journal.probe(bytes); },
                   [this, room] { probed(*room); });
}

void Chamber::probed(const Result<void, journal::AppendFailure>& room) {
  writing_ = false;
  ++counters_.room_tries;
  if (room) {
    held_.reset();
  } else {
    end_unless_full(room.error());
    held_ = room.error().why;
    retry_at_ = clock_.now() + retry_after;
    wait_for_deadline();
  }
  pump_soon();
}

void Chamber::publish(const Batch& batch) {
  snapshots_ = {};
  publish_private(batch);
  Kept kept{.seq = batch.commit.seq, .patches = {}};
  for (const views::Audience audience : audiences) {
    const auto patch = patch_for(batch, audience);
    kept.patches[index_of(audience)] = patch;
    kept.text_bytes += statement_bytes(std::get<wire::Patch>(patch->item()));
    hub_.publish(audience, patch);
  }
  kept_text_bytes_ += kept.text_bytes;
  kept_.push_back(std::move(kept));
  while (kept_.size() > patches_kept_max || kept_text_bytes_ > patch_texts_kept_bytes_max) {
    kept_text_bytes_ -= kept_.front().text_bytes;
    kept_.pop_front();
  }
}

void Chamber::publish_private(const Batch& batch) {
  std::map<DelegationId, wire::PrivatePatch> patches;
  for (const views::Key& key : batch.touched) {
    const auto delegation = views::private_to(key);
    if (!delegation) continue;
    std::set<views::Key>& shown = shown_privately_[*delegation];
    if (auto entity = views::render(state_, key, *delegation)) {
      shown.insert(key);
      patches[*delegation].upserts.emplace_back(key, *std::move(entity));
    } else if (shown.erase(key) > 0) {
      patches[*delegation].removals.push_back(key);
    }
  }
  for (auto& [delegation, patch] : patches)
    hub_.publish(delegation, std::make_shared<SharedItem>(std::move(patch), counters_.patches_encoded));
}

std::shared_ptr<SharedItem> Chamber::patch_for(const Batch& batch, views::Audience audience) {
  wire::Patch patch{.seq = batch.commit.seq, .upserts = {}, .removals = {}};
  std::set<views::Key>& shown = shown_[index_of(audience)];
  for (const views::Key& key : batch.touched) {
    if (views::private_to(key)) continue;
    if (auto entity = views::render(state_, key, audience)) {
      shown.insert(key);
      patch.upserts.emplace_back(key, *std::move(entity));
    } else if (shown.erase(key) > 0) {
      patch.removals.push_back(key);
    }
  }
  return std::make_shared<SharedItem>(std::move(patch), counters_.patches_encoded);
}

void Chamber::wait_for_deadline() {
  if (held_) {
    scheduler_.wake_at(retry_at_, [this] { probe(); });
    return;
  }
  if (const auto next = council::next_deadline(state_)) scheduler_.wake_at(next->at, [this] { pump(); });
}

Joined Chamber::joined(const council::Grant& grant, const Joining& joining) {
  const council::SeatPlan& seat = state_.seats.at(grant.seat);
  const views::Audience audience = views::audience_of(grant.role);
  const wire::Position here{.session = state_.session.id,
                            .epoch = hex(epoch_),
                            .audience = audience,
                            .delegation = grant.delegation,
                            .seq = tail_.seq};
  Joined joined{.hello = {.session = here.session,
                          .epoch = here.epoch,
                          .role = grant.role,
                          .audience = audience,
                          .seat = grant.seat,
                          .delegation = grant.delegation,
                          .person = seat.person,
                          .server_at = now(),
                          .clock_speed = clock_.speed(),
                          .language = seat.language},
                .frames = {},
                .seq = tail_.seq};
  if (grant.delegation) {
    const wire::ServerItem own = wire::PrivateSnapshot{views::project(state_, *grant.delegation)};
    joined.frames.push_back(std::make_shared<const std::string>(wire::encode(joining.codec, own)));
  }
  const Frame snapshot = snapshot_for(audience)->frame(joining.codec);
  if (joining.position) {
    auto frames = missed(*joining.position, here, joining.codec, snapshot->size());
    joined.hello.resumed = !frames.empty() || (same_line(*joining.position, here) && joining.position->seq == here.seq);
    std::ranges::move(frames, std::back_inserter(joined.frames));
  }
  if (joined.hello.resumed) {
    ++counters_.resumes;
  } else {
    ++counters_.snapshots_given;
    joined.frames.push_back(snapshot);
  }
  return joined;
}

std::shared_ptr<SharedItem> Chamber::snapshot_for(views::Audience audience) {
  std::shared_ptr<SharedItem>& snapshot = snapshots_[index_of(audience)];
  if (!snapshot) {
    const wire::Position at{
        .session = state_.session.id, .epoch = hex(epoch_), .audience = audience, .delegation = {}, .seq = tail_.seq};
    snapshot =
        std::make_shared<SharedItem>(wire::Snapshot{at, views::project(state_, audience)}, counters_.snapshots_encoded);
  }
  return snapshot;
}

std::vector<Frame> Chamber::missed(const wire::Position& position, const wire::Position& here, wire::Codec codec,
                                   std::size_t bytes_most) {
  const bool known = same_line(position, here) && position.seq < here.seq && !kept_.empty() &&
                     kept_.front().seq <= position.seq.next();
  if (!known) return {};
  std::vector<Frame> frames;
  std::size_t bytes = 0;
  for (const Kept& kept : kept_) {
    if (kept.seq <= position.seq) continue;
    frames.push_back(kept.patches[index_of(here.audience)]->frame(codec));
    bytes += frames.back()->size();
    if (bytes >= bytes_most) return {};
  }
  return frames;
}

void Chamber::note_shown() {
  for (const views::Key& key : views::all_keys(state_)) {
    if (const auto delegation = views::private_to(key)) {
      if (views::render(state_, key, *delegation)) shown_privately_[*delegation].insert(key);
      continue;
    }
    for (const views::Audience audience : audiences)
      if (views::render(state_, key, audience)) shown_[index_of(audience)].insert(key);
  }
}

void Chamber::report_idle() {
  for (const auto& then : std::exchange(on_idle_, {})) then();
}

}  // namespace rostrum::chamber
