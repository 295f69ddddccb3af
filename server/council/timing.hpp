// Arithmetic of limits and clocks (T1 to T4) and the estimate of when a waiting entry may speak (L10).
#pragma once

#include "council/state.hpp"

namespace rostrum::council {

/// The sort of limit that a speech on this entry has (T1).
[[nodiscard]] LimitOf limit_of(Kind kind, Category category);

/// The time that a speech on `entry` would have if it began now (T1).
[[nodiscard]] Millis limit_for(const State& state, const Entry& entry);

/// What the speaker has used at `now`: pauses do not count (T2).
[[nodiscard]] Millis elapsed(const Speech& speech, Instant now);

/// In all the pauses that have ended.
[[nodiscard]] Millis paused(const Speech& speech);

[[nodiscard]] bool is_paused(const Speech& speech);

/// Amber when so much is left: 30 s, or the last quarter of the limit if that is less (T3).
[[nodiscard]] Millis amber_at(Millis limit);

/// When the floor is released by itself: the limit and the grace used up, on a panel that cuts, unless paused (T4).
[[nodiscard]] std::optional<Instant> cut_at(const Panel& panel, const Speech& speech);

/// When the statement of a speech under way is released because it has run for `released_after`, unless paused (S2).
[[nodiscard]] std::optional<Instant> released_by_speech_at(const Speech& speech);

/// Durations counted from the end of the speech under way, or from now where the floor is free (L10).
struct Estimate {
  std::vector<std::pair<Millis, Millis>> entries;  // earliest and latest start, in the order of the list
  Millis finish_earliest;
  Millis finish_latest;
};

/// When each waiting entry may have the floor, in the order in which they will be called (L6, skip). Earliest: everyone
/// before takes two thirds of the limit and hands over in 5 s; latest: everyone takes the limit and hands over in 20 s.
/// The next speaker may begin at once.
[[nodiscard]] Estimate estimate(const State& state, const Panel& panel);

}  // namespace rostrum::council
