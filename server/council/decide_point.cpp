// Points of order: raised at any time, recognised, ruled on (L5).
#include "council/deciding.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

std::optional<Rejection> Deciding::refused_point(const Panel& panel, const DelegationId& delegation) const {
  if (panel.status != PanelStatus::open) return rejection(Code::panel_not_open, panel.plan.id);
  // A panel that is continued stays open between its meetings, when there is no chair to raise it with.
  if (!state_.open_or_suspended_meeting()) return rejection(Code::meeting_not_open);
  if (panel.points.size() >= points_of_order_max) return rejection(Code::list_full, points_of_order_max);
  if (panel.point && state_.entries.at(*panel.point).delegation == delegation)
    return rejection(Code::already_listed, *panel.point);
  for (const EntryId id : panel.points)
    if (state_.entries.at(id).delegation == delegation) return rejection(Code::already_listed, id);
  return std::nullopt;
}

std::optional<Rejection> Deciding::refused_by_point(const Panel& panel) const {
  if (!panel.point) return std::nullopt;
  return rejection(Code::point_of_order_under_way, *panel.point);
}

std::optional<Rejection> Deciding::refused_while_interrupted(SpeechId speech) const {
  const Panel& panel = state_.panels.at(state_.speeches.at(speech).panel);
  return panel.interrupted == speech ? refused_by_point(panel) : std::nullopt;
}

std::optional<Rejection> Deciding::refused_by_waiting_point(const Panel& panel) const {
  if (panel.point) return rejection(Code::point_of_order_waits, *panel.point);
  if (panel.points.empty()) return std::nullopt;
  return rejection(Code::point_of_order_waits, panel.points.front());
}

// docs/rules.md#l5-raise
Decided<Events> Deciding::operator()(const RaisePointOfOrder& act) const {
  auto delegation = acting_delegation(act.delegation, "raise_point_of_order");
  if (!delegation) return failure(delegation.error());
  auto found = panel(act.panel);
  if (!found) return failure(found.error());
  if (act.note.size() > note_bytes_max) return failure(rejection(Code::text_too_long, "note", note_bytes_max));
  if (auto refused = refused_point(**found, *delegation)) return failure(*refused);
  return Events{PointOfOrderRaised{.entry = {state_.last_entry + 1},
                                   .panel = act.panel,
                                   .delegation = *std::move(delegation),
                                   .note = act.note,
                                   .language = state_.session.languages.front()}};
}

// docs/rules.md#l5-recognise
Decided<Events> Deciding::operator()(const RecognisePointOfOrder& act) const {
  auto found = waiting_entry(act.entry);
  if (!found) return failure(found.error());
  if ((*found)->kind != Kind::point_of_order) return failure(rejection(Code::malformed, "entry", "a point of order"));
  const Panel& panel = state_.panel_of(**found);
  if (auto refused = refused_by_point(panel)) return failure(*refused);
  if (!meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  Events events;
  const Speech* speech = panel.speech ? state_.find(*panel.speech) : nullptr;
  if (speech && !is_paused(*speech)) events.push_back(stopped(*speech, PauseCause::point_of_order));
  events.push_back(PointOfOrderRecognised{
      .entry = act.entry, .speech = {state_.last_speech + 1}, .limit = panel.plan.limits.at(LimitOf::point_of_order)});
  return events;
}

// docs/rules.md#l5-rule
Decided<Events> Deciding::operator()(const RulePointOfOrder& act) const {
  auto found = entry(act.entry);
  if (!found) return failure(found.error());
  const Panel& panel = state_.panel_of(**found);
  if (panel.point != act.entry) return failure(rejection(Code::not_recognised, act.entry));
  if (!meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  Events events;
  if (panel.speech) events.push_back(SpeechEnded{*panel.speech, EndCause::ruled});
  events.push_back(PointOfOrderRuled{act.entry, act.ruling});
  const Speech* interrupted = panel.interrupted ? state_.find(*panel.interrupted) : nullptr;
  if (interrupted && is_paused(*interrupted) && interrupted->pauses.back().cause == PauseCause::point_of_order)
    events.push_back(SpeechResumed{interrupted->id});
  return events;
}

}  // namespace rostrum::council
