// When the list as it stands will finish, as a range learned from the session's own speeches (T5, L10). Pure; the one
// part of this room that reckons in floating point. docs/time-allocation.md says where each number comes from.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "council/fair_time/fit.hpp"

namespace rostrum::council::fair_time {

/// A statement that has ended, waits, or is under way.
struct Timed {
  LimitOf kind = LimitOf::member;
  Seconds base = 0;   // from 1
  Seconds limit = 0;  // from 1
};
struct Ended {
  Timed speech;
  double elapsed = 0;  // seconds
};

/// What has been seen in the session, oldest first. Only statements, group statements and questions that ended.
struct Seen {
  std::vector<Ended> speeches;
  std::vector<double>
      hand_overs;  // seconds from the end of one speech to the beginning of the next, without pauses and stops
  std::int64_t calls = 0;
  std::int64_t absences = 0;
  std::int64_t stops = 0;  // points of order and the like
};

/// What is known of a kind: how many speeches, the latest counted whole, and the mean use of the usual part of the
/// limit.
struct Use {
  double seen = 0;
  double mean = 0;
};

struct Learned {
  double seen = 0;
  double mean = 0;  // of all kinds
  std::array<std::optional<Use>, limit_of_count> kinds;
  double variance = 0;
  double hand_over = 0;  // seconds
  double hand_over_variance = 0;
  double hand_overs_seen = 0;
  double absent = 0;     // of those called
  double stop_rate = 0;  // a speech
  double stops_of = 0;   // speeches, that the rate is known from

  /// Mean use by `kind`; that of the session where it has not spoken.
  [[nodiscard]] double use_of(LimitOf kind) const;
};

/// The part of its limit that a speech is expected to use before anything is learned: a limit below the base is used
/// more fully, as texts are written for the base.
[[nodiscard]] double usual_use(const Timed& speech);

/// What it would take with the mean use of everyone.
[[nodiscard]] double usual_seconds(const Timed& speech);

/// How long a point of order, or another stop, holds the floor up.
inline constexpr double stop_length_s = 100;

[[nodiscard]] Learned learn(const Seen& seen);

struct Moments {
  double mean = 0;      // seconds
  double variance = 0;  // seconds squared
};

/// Of the time from now until all of `waiting` have spoken.
[[nodiscard]] Moments moments(const Learned& learned, const std::vector<Timed>& waiting,
                              const std::optional<Ended>& under_way);

/// Seconds from now: of the range that holds in nine of ten sittings, and its middle.
struct Forecast {
  Seconds earliest = 0;  // rounded down
  Seconds median = 0;    // to the nearest
  Seconds latest = 0;    // rounded up
};

/// A positive sum with these moments, log-normal by them. `scale`: of the spread.
[[nodiscard]] Forecast forecast(const Moments& moments, double scale = 1);

}  // namespace rostrum::council::fair_time
