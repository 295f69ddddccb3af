// What a chamber is while it may write: the state ahead, which what is decided next rests on, and the batch that is
// under way and not final yet. It begins as a copy of what is final and goes as a whole: when writing stops, whatever
// was ahead is dropped, and nothing has to be undone.
//
// Invariant: while nothing is under way, the state ahead is the one that is final.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "chamber/parts.hpp"
#include "chamber/seen.hpp"
#include "council/deadlines.hpp"
#include "council/decide.hpp"

namespace rostrum::chamber {

// Bounds, each with a test.
inline constexpr std::size_t acts_per_commit_max = 256;
/// What people write, in the acts of a commit: far below wire::commit_bytes_max, which also holds what goes with it.
inline constexpr std::size_t text_bytes_per_commit_max = 1u << 20;
inline constexpr Millis expiry_default = minutes(1);
inline constexpr Millis expiry_most = minutes(10);

/// Whether the delegation of `grant` is among them.
[[nodiscard]] bool is_present(const council::State& state, const GrantId& grant, const council::Present& present);

/// With the delegation of `grant`, of which a device is where its command came.
[[nodiscard]] PresentThen present_with(const council::State& state, const GrantId& grant, const PresentThen& present);

/// A command that waits for its answer.
struct Waiting {
  GrantId grant;
  wire::ClientCommand command;  // with the instant at which it expires
  PresentThen present;
  TakeAnswer answer;
  bool for_another = false;  // came to another node, which goes on carrying it where we do not answer
};

struct Decided {
  Waiting waiting;
  Answer answer;  // told once what it may rest on is final
};

/// What was decided in one go. One without an act is no commit: all was refused, or had been answered before.
struct Batch {
  wire::Commit commit;
  std::vector<Decided> decided;
  TakenCommands taken;  // of its acts

  [[nodiscard]] bool has_acts() const { return !commit.acts.empty(); }
};

class Writing {
 public:
  /// `seen`, `parts` and `counters` outlive it.
  Writing(Term term, const Seen& seen, const Parts& parts, Counters& counters);

  /// The session's clock, never before the last act that was decided: what acts are stamped with.
  [[nodiscard]] Instant now() { return std::max(parts_.clock.now(), last_at_); }

  /// Decides what is due and then what waits, as much as goes into a commit, which is under way from then on. Nothing
  /// is where there was nothing to decide. Only while nothing is.
  void decide(std::deque<Waiting>& waiting);

  [[nodiscard]] std::optional<Batch>& under_way() { return under_way_; }

  /// Calls `then` when something is due next, by the state ahead.
  void wait_for_deadline(std::function<void()> then);

 private:
  void decide_due(council::Deadline due, Instant at);
  [[nodiscard]] Answer decide_one(const Waiting& waiting, Instant at);
  [[nodiscard]] std::optional<Answer> answered_before(const Waiting& waiting) const;
  [[nodiscard]] Answer act(const Waiting& waiting, Instant at);
  [[nodiscard]] SeatId seat_of(const GrantId& grant) const;

  const Term term_;
  const Seen& seen_;
  const Parts& parts_;
  Counters& counters_;
  council::State ahead_;
  Instant last_at_;
  std::optional<Batch> under_way_;
  std::unique_ptr<Alarm> alarm_;
};

}  // namespace rostrum::chamber
