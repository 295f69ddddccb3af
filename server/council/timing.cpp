#include "council/timing.hpp"

#include <algorithm>

namespace rostrum::council {

namespace {

// What the estimate takes a speech and a hand-over to last, at the least and at the most (docs/rules.md#l10).
constexpr std::int64_t least_use_numerator = 2;
constexpr std::int64_t least_use_denominator = 3;
constexpr Millis hand_over_least = seconds(5);
constexpr Millis hand_over_most = seconds(20);

}  // namespace

LimitOf limit_of(Kind kind, Category category) {
  switch (kind) {
  case Kind::group_statement:
    return LimitOf::group_statement;
  case Kind::question:
    return LimitOf::question;
  case Kind::statement:
    break;
  }
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

Estimate estimate(const State& state, const Panel& panel) {
  Estimate estimate;
  Millis earliest;
  Millis latest;
  for (const EntryId id : panel.order) {
    estimate.entries.emplace_back(earliest, latest);
    const Millis limit = limit_for(state, state.entries.at(id));
    estimate.finish_earliest = earliest + Millis{limit.value * least_use_numerator / least_use_denominator};
    estimate.finish_latest = latest + limit;
    earliest = estimate.finish_earliest + hand_over_least;
    latest = estimate.finish_latest + hand_over_most;
  }
  return estimate;
}

}  // namespace rostrum::council
