#include "council/timing.hpp"

#include <algorithm>

namespace rostrum::council {

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
  const Millis limit = state.panel_of(entry).plan.limits.at(limit_of(entry.kind, state.category_of(entry)));
  return entry.told.value_or(limit);
}

Millis base_limit(const Panel& panel, LimitOf of) {
  return std::max(panel.base_limits.at(of), panel.plan.limits.at(of));
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

}  // namespace rostrum::council
