// The session's clock: an instant and a speed. Rooms get it injected; the domain gets only the instant (T2).
//
// A `SessionClock` follows the machine's monotonic clock from an anchor. It may run faster than time does, and start
// anywhere, for rehearsals and tests. A step of the machine's wall clock is not followed at once: see `slew`.
#pragma once

#include <chrono>
#include <cstdint>
#include <utility>

#include "base/clock_anchor.hpp"
#include "base/time.hpp"

namespace rostrum {

class Clock {
 public:
  virtual ~Clock() = default;

  /// The instant on the session's clock; never before an instant it gave earlier.
  [[nodiscard]] virtual Instant now() = 0;

  /// Session milliseconds in one millisecond of real time; 1 in a real session.
  [[nodiscard]] virtual double speed() const = 0;
};

/// The machine's wall clock.
[[nodiscard]] Instant wall_now();

/// Runs from `anchor` on the monotonic clock. Used by one strand.
class SessionClock final : public Clock {
 public:
  explicit SessionClock(ClockAnchor anchor);

  [[nodiscard]] Instant now() override;
  [[nodiscard]] double speed() const override { return anchor_.speed; }

  /// Draws towards the wall clock by at most `most` of session time and returns what is still missing (positive: the
  /// session's clock is behind). Called now and then so that a long session does not drift; a jump of the wall clock
  /// is thus spread over many calls instead of moving every deadline at once.
  Millis slew(Millis most);

 private:
  [[nodiscard]] Instant at(std::chrono::steady_clock::time_point point) const;

  ClockAnchor anchor_;
  std::chrono::steady_clock::time_point steady_start_;
  Instant session_at_steady_start_;
  Instant last_;
};

/// A clock that a test sets.
class SetClock final : public Clock {
 public:
  explicit SetClock(Instant at) : at_(at) {}

  [[nodiscard]] Instant now() override { return std::exchange(at_, at_ + step_); }
  [[nodiscard]] double speed() const override { return 1.0; }
  /// From here on each reading takes so much time.
  void step(Millis span) { step_ = span; }
  void set(Instant at) { at_ = at; }
  void advance(Millis span) { at_ = at_ + span; }

 private:
  Instant at_;
  Millis step_;
};

}  // namespace rostrum
