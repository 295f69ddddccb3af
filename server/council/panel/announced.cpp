// Limits that are announced to the hall, and the reserve: what a plan of the time changes of a panel (T5, T6).
#include <algorithm>

#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/inverse.hpp"
#include "council/order.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

LimitOf sort_of(const State& state, const Entry& entry) { return limit_of(entry.kind, state.category_of(entry)); }

/// Of those who were told their limit as they are next, who keep it: all whose limit would be lower, and where a raise
/// is for those behind them, all.
std::vector<EntryId> keeping(const State& state, const Panel& panel, const AnnounceLimits& act, const Limits& changed) {
  std::vector<EntryId> keeps;
  for (const EntryId id : next_two(state, panel)) {
    const Entry& entry = state.entries.at(id);
    const auto announced = changed.find(sort_of(state, entry));
    if (announced == changed.end()) continue;
    const Millis told = limit_for(state, entry);
    if (announced->second < told || (announced->second > told && !act.from_next)) keeps.push_back(id);
  }
  return keeps;
}

/// The speeches on the floor that an announcement raises, and to what.
std::vector<std::pair<const Speech*, Millis>> raised(const State& state, const Panel& panel,
                                                     const AnnounceLimits& act) {
  std::vector<std::pair<const Speech*, Millis>> found;
  if (!act.also_under_way) return found;
  for (const Holding& held : panel.floor) {
    const Speech* speech = held.speech ? state.find(*held.speech) : nullptr;
    const auto announced = speech ? act.limits.find(speech->limit_of) : act.limits.end();
    if (announced != act.limits.end() && announced->second > speech->limit)
      found.emplace_back(speech, announced->second);
  }
  return found;
}

Limits changed_by(const Panel& panel, const AnnounceLimits& act) {
  Limits changed;
  for (const auto& [of, limit] : act.limits)
    if (panel.plan.limits.at(of) != limit) changed.emplace(of, limit);
  return changed;
}

}  // namespace

Inverse limits_as_they_were(const State& before, Instant, const AnnounceLimits& act) {
  const Panel* panel = before.find(act.panel);
  if (!panel) return {};
  Inverse back;
  AnnounceLimits again{.panel = act.panel, .from_next = true};
  for (const auto& [of, limit] : changed_by(*panel, act)) again.limits.emplace(of, panel->plan.limits.at(of));
  if (!again.limits.empty()) back.acts.push_back(std::move(again));
  for (const auto& [speech, limit] : raised(before, *panel, act))
    back.acts.push_back(SetSpeechLimit{speech->id, speech->limit});
  return back;
}

Inverse reserve_as_it_was(const State& before, Instant, const SetReserve& act) {
  const Panel* panel = before.find(act.panel);
  if (!panel) return {};
  return {{SetReserve{act.panel, panel->plan.reserve}}};
}

// docs/rules.md#t6-announce
Decision decide(const Deciding& on, const AnnounceLimits& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  for (const auto& [of, limit] : act.limits)
    if (auto refused = out_of_range("limit_ms", limit, limit_least, limit_most)) return failure(*refused);
  Events events;
  if (const Limits changed = changed_by(**found, act); !changed.empty())
    events.push_back(LimitsAnnounced{act.panel, changed, keeping(on.state, **found, act, changed)});
  for (const auto& [speech, limit] : raised(on.state, **found, act)) {
    if (auto in_time = on.speech_in_time(speech->id); !in_time) return failure(in_time.error());
    events.push_back(SpeechLimitSet{speech->id, limit});
  }
  if (events.empty()) return failure(rejection(Code::nothing_changes));
  return events;
}

// docs/rules.md#t5-reserve
Decision decide(const Deciding& on, const SetReserve& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if (auto refused = out_of_range("reserve_ms", act.reserve, Millis{0}, reserve_most)) return failure(*refused);
  if (act.reserve == (*found)->plan.reserve) return failure(rejection(Code::nothing_changes));
  return Events{ReserveSet{act.panel, act.reserve}};
}

void evolve(Evolving& on, const LimitsAnnounced& event) {
  Panel& panel = on.state.panels.at(event.panel);
  for (const EntryId id : event.keeps) {
    Entry& entry = on.state.entries.at(id);
    entry.told = limit_for(on.state, entry);
  }
  for (const auto& [of, limit] : event.limits) {
    on.note(&Changes::limits, {event.panel, of});
    panel.plan.limits[of] = limit;
  }
  // What others were told before is over once they would have as much without it.
  for (const EntryId id : panel.order()) {
    Entry& entry = on.state.entries.at(id);
    if (std::ranges::find(event.keeps, id) != event.keeps.end()) continue;
    const auto announced = event.limits.find(sort_of(on.state, entry));
    if (entry.told && announced != event.limits.end() && *entry.told <= announced->second) entry.told.reset();
  }
}

void evolve(Evolving& on, const ReserveSet& event) {
  on.note(&Changes::panels, event.panel);
  on.state.panels.at(event.panel).plan.reserve = event.reserve;
}

}  // namespace rostrum::council
