#include "chamber/writing.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "council/happen.hpp"
#include "council/invariants.hpp"
#include "council/inverse.hpp"

namespace rostrum::chamber {

namespace {

/// A state that cannot be is proposed to nobody, and what it was made from is told before the process ends.
void check(const council::State& state) {
  const std::string broken = council::broken_invariant(state);
  if (!broken.empty()) invariant_broken(broken.c_str(), __FILE__, __LINE__);
}

std::optional<council::Rejection> refused_expiry(const Waiting& waiting, Instant at) {
  const Instant expires_at = waiting.command.expires_at.value();
  if (at >= expires_at) return council::rejection(council::Code::expired, expires_at);
  if (expires_at > at + expiry_most)
    return council::rejection(council::Code::out_of_range, "expires_at", at, at + expiry_most);
  return std::nullopt;
}

}  // namespace

bool is_present(const council::State& state, const GrantId& grant, const council::Present& present) {
  const council::Grant* found = state.find(grant);
  return found && found->delegation && present.contains(*found->delegation);
}

PresentThen present_with(const council::State& state, const GrantId& grant, const PresentThen& present) {
  const council::Grant* found = state.find(grant);
  if (!found || !found->delegation || present->contains(*found->delegation)) return present;
  council::Present with = *present;
  with.insert(*found->delegation);
  return std::make_shared<const council::Present>(std::move(with));
}

Writing::Writing(Term term, const Seen& seen, const Parts& parts, Counters& counters)
    : term_(term),
      seen_(seen),
      parts_(parts),
      counters_(counters),
      ahead_(seen.state()),
      last_at_(seen.last_at()),
      alarm_(parts.scheduler.alarm()) {}

void Writing::decide(std::deque<Waiting>& waiting) {
  ROSTRUM_ASSERT(!under_way_);
  under_way_.emplace();
  under_way_->commit = {.session = ahead_.session.id,
                        .epoch = seen_.epoch(),
                        .term = term_.value,
                        .seq = seen_.tail().seq.next(),
                        .previous = seen_.tail().digest};
  std::size_t text = 0;
  for (std::size_t count = 0; count < acts_per_commit_max; ++count) {
    // What is due goes first, also what fell due while the acts before were decided: a speech that has run for its 10 s
    // has released its text, whoever ends it in the same commit. One reading of the clock for both, so that nothing
    // falls due in between.
    const Instant at = now();
    auto due = council::next_deadline(ahead_);
    const bool is_due = due && due->at <= at;
    if (!is_due && waiting.empty()) break;
    text += council::text_bytes(ahead_, is_due ? due->act : waiting.front().command.command.act);
    if (count > 0 && text > text_bytes_per_commit_max) break;
    if (is_due) {
      decide_due(*std::move(due), at);
      continue;
    }
    Answer answer = decide_one(waiting.front(), at);
    under_way_->decided.push_back({std::move(waiting.front()), std::move(answer)});
    waiting.pop_front();
  }
  if (!under_way_->has_acts() && under_way_->decided.empty()) under_way_.reset();
}

void Writing::decide_due(council::Deadline due, Instant at) {
  // What falls due asks nobody to be here.
  static const PresentThen nobody = std::make_shared<const council::Present>();
  const Waiting proposal{.grant = council::system_grant,
                         .command = {.id = std::move(due.command_id), .command = {.act = std::move(due.act)}},
                         .present = nobody,
                         .answer = {}};
  ROSTRUM_ASSERT(std::holds_alternative<Accepted>(act(proposal, at)));
}

Answer Writing::decide_one(const Waiting& waiting, Instant at) {
  if (auto before = answered_before(waiting)) {
    ++counters_.duplicates;
    return *std::move(before);
  }
  auto refused = refused_expiry(waiting, at);
  Answer answer = refused ? Answer{*std::move(refused)} : act(waiting, at);
  if (std::holds_alternative<council::Rejection>(answer)) ++counters_.rejections;
  return answer;
}

std::optional<Answer> Writing::answered_before(const Waiting& waiting) const {
  if (auto final = seen_.answered_before(waiting.grant, waiting.command, parts_.secrets)) return final;
  const Taken* just_now = under_way_->taken.find(waiting.grant, waiting.command.id);
  return just_now ? std::optional(answer_again(*just_now, waiting.command, parts_.secrets)) : std::nullopt;
}

Answer Writing::act(const Waiting& waiting, Instant at) {
  const council::Command& command = waiting.command.command;
  auto events = council::decide(
      ahead_, command,
      {.now = at, .actor = waiting.grant, .present = *waiting.present, .lot_secret = parts_.secrets.lot});
  if (!events) return events.error();
  ROSTRUM_ASSERT(!events->empty());
  wire::Commit& commit = under_way_->commit;
  const ActName name{.seq = commit.seq, .index = static_cast<std::uint32_t>(commit.acts.size())};
  const council::Stamp stamp{.act = name, .at = at, .actor = seat_of(waiting.grant)};
  Accepted accepted{.act = name, .inverse = council::inverse(ahead_, at, command.act)};
  events = council::happen(ahead_, *std::move(events), stamp);
  counters_.events_evolved += events->size();
  check(ahead_);
  last_at_ = at;
  const Digest digest = parts_.secrets.keyed(waiting.command.digest);
  under_way_->taken.remember(waiting.grant, waiting.command.id, {.digest = digest, .act = name, .at = at});
  commit.acts.push_back({.grant = waiting.grant,
                         .command_id = waiting.command.id,
                         .command_digest = digest,
                         .actor = stamp.actor,
                         .act = std::string(council::name(command.act)),
                         .at = at,
                         .events = *std::move(events)});
  return accepted;
}

SeatId Writing::seat_of(const GrantId& grant) const {
  const council::Grant* found = ahead_.find(grant);
  return found ? found->seat : council::system_seat;
}

void Writing::wait_for_deadline(std::function<void()> then) {
  if (const auto next = council::next_deadline(ahead_)) alarm_->set(next->at, std::move(then));
}

}  // namespace rostrum::chamber
