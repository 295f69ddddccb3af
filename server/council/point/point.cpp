#include "council/point/point.hpp"

#include <utility>

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

Outcome outcome_of(Ruling ruling) {
  switch (ruling) {
  case Ruling::upheld:
    return Outcome::upheld;
  case Ruling::overruled:
    return Outcome::overruled;
  case Ruling::noted:
    return Outcome::noted;
  }
  ROSTRUM_ASSERT(false);
}

}  // namespace

std::optional<Rejection> refused_point(const Deciding& on, const Panel& panel, const DelegationId& delegation) {
  if (panel.status != PanelStatus::open) return rejection(Code::panel_not_open, panel.plan.id);
  // A panel that is continued stays open between its meetings, when there is no chair to raise it with.
  if (!on.state.open_or_suspended_meeting()) return rejection(Code::meeting_not_open);
  const auto& waiting = panel.lines[Line::points];
  if (waiting.size() >= points_of_order_max) return rejection(Code::list_full, points_of_order_max);
  if (const auto point = point_before_chair(on, panel); point && on.state.entries.at(*point).delegation == delegation)
    return rejection(Code::already_listed, *point);
  for (const EntryId id : waiting)
    if (on.state.entries.at(id).delegation == delegation) return rejection(Code::already_listed, id);
  return std::nullopt;
}

std::optional<EntryId> point_before_chair(const Deciding& on, const Panel& panel) {
  const auto one = panel.interrupting();
  return one && on.state.entries.at(*one).kind == Kind::point_of_order ? one : std::nullopt;
}

std::optional<Rejection> refused_by_point(const Deciding& on, const Panel& panel) {
  const auto point = point_before_chair(on, panel);
  return point ? std::optional(rejection(Code::point_of_order_under_way, *point)) : std::nullopt;
}

std::optional<Rejection> refused_by_waiting_point(const Deciding& on, const Panel& panel) {
  if (const auto point = point_before_chair(on, panel)) return rejection(Code::point_of_order_waits, *point);
  const auto& waiting = panel.lines[Line::points];
  if (waiting.empty()) return std::nullopt;
  return rejection(Code::point_of_order_waits, waiting.front());
}

// docs/rules.md#l5-raise
Decision decide(const Deciding& on, const RaisePointOfOrder& act) {
  auto delegation = on.acting_delegation(act.delegation, RaisePointOfOrder::is.name);
  if (!delegation) return failure(delegation.error());
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if (act.note.size() > note_bytes_max) return failure(rejection(Code::text_too_long, "note", note_bytes_max));
  if (auto refused = refused_point(on, **found, *delegation)) return failure(*refused);
  return Events{PointOfOrderRaised{.entry = {on.state.last_entry + 1},
                                   .panel = act.panel,
                                   .delegation = *std::move(delegation),
                                   .note = act.note,
                                   .language = on.state.session.languages.front()}};
}

// docs/rules.md#l5-recognise
Decision decide(const Deciding& on, const RecognisePointOfOrder& act) {
  auto found = on.waiting_entry(act.entry);
  if (!found) return failure(found.error());
  if ((*found)->kind != Kind::point_of_order) return failure(rejection(Code::malformed, "entry", "a point of order"));
  const Panel& panel = on.state.panel_of(**found);
  if (auto refused = refused_by_point(on, panel)) return failure(*refused);
  if (!on.meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  Events events;
  const Speech* speech = panel.speech() ? on.state.find(*panel.speech()) : nullptr;
  if (speech && !is_paused(*speech)) events.push_back(stopped(on, *speech, PauseCause::point_of_order));
  events.push_back(PointOfOrderRecognised{
      .entry = act.entry, .speech = {on.state.last_speech + 1}, .limit = limit_for(on.state, **found)});
  return events;
}

// docs/rules.md#l5-rule
Decision decide(const Deciding& on, const RulePointOfOrder& act) {
  auto found = on.entry(act.entry);
  if (!found) return failure(found.error());
  const Panel& panel = on.state.panel_of(**found);
  if (point_before_chair(on, panel) != act.entry) return failure(rejection(Code::not_recognised, act.entry));
  if (!on.meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  Events events;
  if (const auto speech = panel.speech()) events.push_back(SpeechEnded{*speech, EndCause::ruled});
  events.push_back(PointOfOrderRuled{act.entry, act.ruling});
  const Speech* interrupted = panel.interrupted() ? on.state.find(*panel.interrupted()) : nullptr;
  if (interrupted && is_paused(*interrupted) && interrupted->pauses.back().cause == PauseCause::point_of_order)
    events.push_back(SpeechResumed{interrupted->id});
  return events;
}

void evolve(Evolving& on, const PointOfOrderRaised& event) {
  ROSTRUM_ASSERT(event.entry.value == on.state.last_entry + 1);
  on.state.last_entry = event.entry.value;
  Entry entry{.id = event.entry,
              .panel = event.panel,
              .delegation = event.delegation,
              .kind = Kind::point_of_order,
              .language = event.language,
              .note = event.note,
              .requested_at = on.stamp.at,
              .requested_by = on.stamp.actor};
  on.forget_standing(entry);
  on.state.entries.emplace(event.entry, std::move(entry));
  on.put(event.entry, static_cast<std::uint32_t>(on.state.panels.at(event.panel).lines[Line::points].size()));
}

void evolve(Evolving& on, const PointOfOrderRecognised& event) {
  ROSTRUM_ASSERT(event.speech.value == on.state.last_speech + 1);
  on.state.last_speech = event.speech.value;
  Entry& entry = on.take_off(event.entry, EntryStatus::has_floor);
  on.forget_standing(entry);
  entry.recognised_at = on.stamp.at;
  Panel& panel = on.state.panels.at(entry.panel);
  // It may stand on a motion, and on nothing that is ruled on as it is.
  ROSTRUM_ASSERT(!panel.interrupting() || on.state.motion_of(*panel.interrupting()));
  ++on.learning().stops;
  panel.free_since.reset();
  if (panel.speech()) on.note(&Changes::turns, *panel.speech());
  on.note(&Changes::turns, event.speech);
  panel.floor.push_back({.of = event.entry, .speech = event.speech, .interrupts = true, .stays = true});
  on.state.speeches.emplace(event.speech, Speech{.id = event.speech,
                                                 .panel = entry.panel,
                                                 .of = event.entry,
                                                 .limit = event.limit,
                                                 .limit_of = LimitOf::point_of_order,
                                                 .base = base_limit(panel, LimitOf::point_of_order),
                                                 .started_at = on.stamp.at});
}

void evolve(Evolving& on, const PointOfOrderRuled& event) {
  const Entry& entry = on.state.entries.at(event.entry);
  Panel& panel = on.state.panels.at(entry.panel);
  ROSTRUM_ASSERT(panel.interrupting() == event.entry && !panel.speech());
  panel.floor.pop_back();
  on.note(&Changes::entries, event.entry);
  on.note(&Changes::floors, entry.panel);
  if (panel.speech()) on.note(&Changes::turns, *panel.speech());
  on.stand(entry, outcome_of(event.ruling));
}

}  // namespace rostrum::council
