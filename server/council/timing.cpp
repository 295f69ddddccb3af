#include "council/timing.hpp"

#include <algorithm>

#include "council/order.hpp"

namespace rostrum::council {

namespace {

// What the estimate takes a speech and a hand-over to last, at the least and at the most (docs/rules.md#l10).
constexpr std::int64_t least_use_numerator = 2;
constexpr std::int64_t least_use_denominator = 3;
constexpr Millis hand_over_least = seconds(5);
constexpr Millis hand_over_most = seconds(20);

}  // namespace

LimitOf limit_of(Kind kind, Category category) {
  if (const auto& limit = facts_of(kind).limit) return *limit;
  switch (category) {
  case Category::member:
    return LimitOf::member;
  case Category::observer_state:
    return LimitOf::observer_state;
  case Category::igo:
    return LimitOf::igo;
  case Category::ngo:
    return LimitOf::ngo;
  case Category::secretariat:
    return LimitOf::secretariat;
  case Category::panellist:
    return LimitOf::panellist;
  }
  return LimitOf::member;
}

Millis limit_for(const State& state, const Entry& entry) {
  return state.panel_of(entry).plan.limits.at(limit_of(entry.kind, state.category_of(entry)));
}

Millis paused(const Speech& speech) {
  Millis sum;
  for (const Pause& pause : speech.pauses)
    if (pause.until) sum += *pause.until - pause.from;
  return sum;
}

bool is_paused(const Speech& speech) { return !speech.pauses.empty() && !speech.pauses.back().until; }

Millis elapsed(const Speech& speech, Instant now) {
  Instant until = speech.ended_at.value_or(now);
  if (is_paused(speech)) until = speech.pauses.back().from;
  return until - speech.started_at - paused(speech);
}

Millis amber_at(Millis limit) { return std::min(amber_left, Millis{limit.value / 4}); }

std::optional<Instant> cut_at(const Panel& panel, const Speech& speech) {
  if (panel.plan.at_limit != AtLimit::cut || speech.ended_at || is_paused(speech)) return std::nullopt;
  return speech.started_at + paused(speech) + speech.limit + panel.plan.grace;
}

std::optional<Instant> released_by_speech_at(const Speech& speech) {
  if (speech.ended_at || is_paused(speech)) return std::nullopt;
  return speech.started_at + paused(speech) + released_after;
}

Estimate estimate(const State& state, const Panel& panel) {
  Estimate estimate;
  estimate.entries.resize(panel.order().size());
  Millis earliest;
  Millis latest;
  const auto call = [&](std::size_t place) {
    estimate.entries[place] = {earliest, latest};
    const Millis limit = limit_for(state, state.entries.at(panel.order()[place]));
    estimate.finish_earliest = earliest + Millis{limit.value * least_use_numerator / least_use_denominator};
    estimate.finish_latest = latest + limit;
    earliest = estimate.finish_earliest + hand_over_least;
    latest = estimate.finish_latest + hand_over_most;
  };
  const std::optional<EntryId> next = next_of(state, panel);
  const std::size_t first = next ? place_of(panel, *next) : panel.order().size();
  if (next) call(first);
  for (std::size_t place = 0; place < panel.order().size(); ++place)
    if (place != first) call(place);
  return estimate;
}

}  // namespace rostrum::council
