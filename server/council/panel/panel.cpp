#include "council/panel/panel.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/inverse.hpp"
#include "council/order.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

Inverse panel_as_it_was(const State& before, Instant now, const ClosePanel& act) {
  Inverse back{{OpenPanel{act.panel}}};
  std::ranges::move(inverse(before, now, CloseList{act.panel}), std::back_inserter(back.acts));
  return back;
}

Inverse order_as_it_was(const State& before, Instant, const SetOrderPolicy& act) {
  const Panel* panel = before.find(act.panel);
  if (!panel) return {};
  const OrderPolicy policy = panel->plan.order_policy;
  if (keeps_as_it_stands(policy) || act.anew || ordered(before, *panel, policy) != panel->order()) return {};
  return {{SetOrderPolicy{act.panel, policy}}};
}

Inverse limit_as_it_was(const State& before, Instant, const SetLimit& act) {
  const Panel* panel = before.find(act.panel);
  if (!panel) return {};
  Inverse back;
  const Millis limit = panel->plan.limits.at(act.of);
  if (limit != act.limit) back.acts.push_back(SetLimit{act.panel, act.of, limit});
  for (const Holding& held : panel->floor) {
    const Speech* speech = act.also_under_way && held.speech ? before.find(*held.speech) : nullptr;
    if (speech && speech->limit_of == act.of && speech->limit != act.limit)
      back.acts.push_back(SetSpeechLimit{speech->id, speech->limit});
  }
  return back;
}

Inverse at_limit_as_it_was(const State& before, Instant, const SetAtLimit& act) {
  const Panel* panel = before.find(act.panel);
  if (!panel) return {};
  return {{SetAtLimit{act.panel, panel->plan.at_limit, panel->plan.grace}}};
}

// docs/rules.md#p3-draft
Decision decide(const Deciding& on, const OpenPanel& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if ((*found)->plan.draft) return failure(rejection(Code::panel_is_draft, act.panel));
  if ((*found)->status == PanelStatus::open) return failure(rejection(Code::panel_already_open, act.panel));
  for (const auto& [id, other] : on.state.panels)
    if (other.status == PanelStatus::open) return failure(rejection(Code::another_panel_open, id));
  if (!on.meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  return Events{PanelOpened{act.panel}};
}

Decision decide(const Deciding& on, const ClosePanel& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if ((*found)->status != PanelStatus::open) return failure(rejection(Code::panel_not_open, act.panel));
  if (auto refused = refused_by_procedure(on, **found)) return failure(*refused);
  if (const auto speech = (*found)->speech()) return failure(rejection(Code::speech_under_way, *speech));
  Events events;
  if ((*found)->list != ListStatus::closed) events.push_back(ListClosed{act.panel});
  events.push_back(PanelClosed{act.panel});
  return events;
}

// docs/rules.md#p3-draft
Decision decide(const Deciding& on, const SetPanelTitle& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if (act.title.empty()) return failure(rejection(Code::malformed, "title", "a title in at least one language"));
  for (const auto& [language, words] : act.title) {
    if (std::ranges::find(on.state.session.languages, language) == on.state.session.languages.end())
      return failure(rejection(Code::malformed, "title", "the languages of the session"));
    if (words.size() > panel_title_bytes_max)
      return failure(rejection(Code::text_too_long, "title", panel_title_bytes_max));
    if (words.find_first_not_of(" \t\r\n") == std::string::npos)
      return failure(rejection(Code::malformed, "title", "words in " + language));
  }
  if (act.title == (*found)->plan.title && !(*found)->plan.draft) return failure(rejection(Code::nothing_changes));
  return Events{PanelTitled{act.panel, act.title}};
}

// docs/rules.md#l4-policies
Decision decide(const Deciding& on, const SetOrderPolicy& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  const bool same = act.policy == (*found)->plan.order_policy;
  if (act.policy == OrderPolicy::lot && !same)
    return failure(rejection(Code::malformed, "policy", "a policy other than LOT, which a draw makes"));
  const Moved moved = act.anew ? Moved::return_to_policy : Moved::stay;
  OrderPolicySet set{act.panel, act.policy, ordered(on.state, **found, act.policy, moved), {}};
  const auto by_hand = [&](EntryId id) { return on.state.entries.at(id).moved; };
  if (!act.anew) std::ranges::copy_if(set.order, std::back_inserter(set.by_hand), by_hand);
  const bool lets_go = act.anew && std::ranges::any_of(set.order, by_hand);
  if (same && !lets_go && set.order == (*found)->order()) return failure(rejection(Code::nothing_changes));
  return Events{std::move(set)};
}

// docs/rules.md#t1-change
Decision decide(const Deciding& on, const SetLimit& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if (auto refused = out_of_range("limit_ms", act.limit, limit_least, limit_most)) return failure(*refused);
  Events events;
  if ((*found)->plan.limits.at(act.of) != act.limit) events.push_back(LimitSet{act.panel, act.of, act.limit});
  for (const Holding& held : std::views::reverse((*found)->floor)) {
    const Speech* speech = act.also_under_way && held.speech ? on.state.find(*held.speech) : nullptr;
    if (!speech || speech->limit_of != act.of || speech->limit == act.limit) continue;
    if (auto in_time = on.speech_in_time(speech->id); !in_time) return failure(in_time.error());
    events.push_back(SpeechLimitSet{speech->id, act.limit});
  }
  if (events.empty()) return failure(rejection(Code::nothing_changes));
  return events;
}

// docs/rules.md#t4
Decision decide(const Deciding& on, const SetAtLimit& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if (auto refused = out_of_range("grace_ms", act.grace, Millis{0}, grace_most)) return failure(*refused);
  if (act.at_limit == (*found)->plan.at_limit && act.grace == (*found)->plan.grace)
    return failure(rejection(Code::nothing_changes));
  return Events{AtLimitSet{act.panel, act.at_limit, act.grace}};
}

void evolve(Evolving& on, const PanelOpened& event) {
  on.note(&Changes::panels, event.panel);
  Panel& panel = on.state.panels.at(event.panel);
  panel.status = PanelStatus::open;
  panel.opened_at = on.stamp.at;
  on.note(&Changes::expected, event.panel);
}

void evolve(Evolving& on, const PanelClosed& event) {
  on.note(&Changes::panels, event.panel);
  on.note(&Changes::expected, event.panel);
  Panel& panel = on.state.panels.at(event.panel);
  panel.status = PanelStatus::closed;
  panel.free_since.reset();
}

void evolve(Evolving& on, const PanelTitled& event) {
  PanelPlan& plan = on.state.panels.at(event.panel).plan;
  on.note(&Changes::panels, event.panel);
  if (plan.draft) on.note(&Changes::revealed, event.panel);
  plan.title = event.title;
  plan.draft = false;
}

void evolve(Evolving& on, const OrderPolicySet& event) {
  Panel& panel = on.state.panels.at(event.panel);
  panel.plan.order_policy = event.policy;
  panel.lines[Line::speakers] = event.order;
  on.note(&Changes::panels, event.panel);
  on.note(&Changes::lists, event.panel);
  on.note_reasons(panel);
  for (const EntryId id : panel.order()) {
    Entry& entry = on.state.entries.at(id);
    entry.stood.reset();
    entry.moved = std::ranges::find(event.by_hand, id) != event.by_hand.end();
  }
}

void evolve(Evolving& on, const LimitSet& event) {
  on.note(&Changes::limits, {event.panel, event.of});
  Panel& panel = on.state.panels.at(event.panel);
  panel.plan.limits[event.of] = event.limit;
  for (const EntryId id : panel.order()) {
    Entry& entry = on.state.entries.at(id);
    if (limit_of(entry.kind, on.state.category_of(entry)) == event.of) entry.told.reset();
  }
}

void evolve(Evolving& on, const AtLimitSet& event) {
  PanelPlan& plan = on.state.panels.at(event.panel).plan;
  plan.at_limit = event.at_limit;
  plan.grace = event.grace;
  on.note(&Changes::panels, event.panel);
  on.note(&Changes::floors, event.panel);
}

}  // namespace rostrum::council
