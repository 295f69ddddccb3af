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
struct Learned;
struct Seen {
  std::vector<Ended> speeches;
  std::vector<double>
      hand_overs;  // seconds from the end of one speech to the beginning of the next, without pauses and stops
  std::int64_t calls = 0;
  std::int64_t absences = 0;
  std::int64_t stops = 0;  // points of order and the like
};

/// The same as sums, which each speech is added to as it ends: what is learned from a session does not walk over all of
/// its speeches.
class Gathered {
 public:
  void add(const Ended& speech);
  void add_hand_over(double seconds);

  std::int64_t calls = 0;
  std::int64_t absences = 0;
  std::int64_t stops = 0;

 private:
  struct Sums {
    double weight = 0;
    double value = 0;
    double squares = 0;
    void add(double one);
    [[nodiscard]] double squares_about(double mean) const;
  };

  friend Learned learned_from(const Gathered& gathered);

  std::array<Sums, limit_of_count> uses_;  // by kind: the latest speech counts whole
  std::int64_t speeches_ = 0;
  Sums hand_overs_;
};

/// What is known of a kind: how many speeches, the latest counted whole, and the mean use of the usual part of the
/// limit.
struct Use {
  double seen = 0;
  double mean = 0;
};

[[nodiscard]] Learned learned_from(const Gathered& gathered);

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

/// Of the whole of a speech.
[[nodiscard]] Moments whole(const Learned& learned, const Timed& speech);

/// Of the rest of a speech under way.
[[nodiscard]] Moments rest(const Learned& learned, const Ended& under_way);

/// Speeches to come, one after the other.
class Coming {
 public:
  explicit Coming(const Learned& learned) : learned_(learned) {}

  /// The next, behind all that were added before.
  void add(const Timed& speech);

  /// Of the time until all of them have spoken.
  [[nodiscard]] Moments until_over() const { return moments(count_); }
  /// And until the one behind them begins.
  [[nodiscard]] Moments until_next() const { return moments(count_ + 1); }

 private:
  [[nodiscard]] Moments moments(double hand_overs) const;

  const Learned& learned_;
  Moments speeches_;
  std::array<double, limit_of_count> loads_{};  // by kind, for what is not known of its mean
  double count_ = 0;
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
