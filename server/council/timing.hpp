// Arithmetic of limits and clocks (T1 to T4).
#pragma once

#include "council/state.hpp"

namespace rostrum::council {

/// A duration in seconds, and in whole ones, rounded down.
[[nodiscard]] constexpr double in_seconds(Millis span) { return static_cast<double>(span.value) / 1000; }
[[nodiscard]] constexpr std::int64_t whole_seconds(Millis span) {
  return span.value / 1000 - (span.value % 1000 < 0 ? 1 : 0);
}

/// The sort of limit that a speech on this entry has (T1).
[[nodiscard]] LimitOf limit_of(Kind kind, Category category);

/// The time that a speech on `entry` would have if it began now (T1): that of its sort, or the one it was told
/// before that was announced (T6).
[[nodiscard]] Millis limit_for(const State& state, const Entry& entry);

/// What texts of this sort are written for: its limit by the programme, or the greater that it was raised to (T6).
[[nodiscard]] Millis base_limit(const Panel& panel, LimitOf of);

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

}  // namespace rostrum::council
