#include "council/list/list.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/inverse.hpp"

namespace rostrum::council {

namespace {

Panel& set_list(const Evolving& on, const PanelId& id, ListStatus status) {
  Panel& panel = on.state.panels.at(id);
  on.note(&Changes::panels, id);
  panel.list = status;
  panel.list_opens_at.reset();
  panel.list_closes_at.reset();
  return panel;
}

}  // namespace

ListStatus list_status(const Panel& panel, Instant now) {
  if (panel.list == ListStatus::closing && panel.list_closes_at && now >= *panel.list_closes_at)
    return ListStatus::closed;
  if (panel.list == ListStatus::not_open && panel.list_opens_at && now >= *panel.list_opens_at) return ListStatus::open;
  return panel.list;
}

Inverse list_as_it_was(const State& before, Instant now, const CloseList& act) {
  const Panel* panel = before.find(act.panel);
  const ListStatus was = panel ? list_status(*panel, now) : ListStatus::not_open;
  if (was != ListStatus::open && was != ListStatus::closing) return {};
  Inverse back{{OpenList{act.panel}}};
  if (was == ListStatus::closing) back.acts.push_back(AnnounceListClosing{act.panel, *panel->list_closes_at});
  return back;
}

Inverse opening_taken_back(const State& before, Instant now, const OpenList& act) {
  const Panel* panel = before.find(act.panel);
  if (!panel) return {};
  const ListStatus was = list_status(*panel, now);
  if (was == ListStatus::closing) return {{AnnounceListClosing{act.panel, *panel->list_closes_at}}};
  if (was == ListStatus::closed) return {{CloseList{act.panel}}};
  return {};
}

Inverse plan_as_it_was(const State& before, Instant now, const PlanListOpening& act) {
  const Panel* panel = before.find(act.panel);
  if (!panel || !panel->list_opens_at || *panel->list_opens_at <= now) return {};
  return {{PlanListOpening{act.panel, *panel->list_opens_at}}};
}

Inverse closing_as_it_was(const State& before, Instant now, const AnnounceListClosing& act) {
  const Panel* panel = before.find(act.panel);
  if (!panel) return {};
  const ListStatus was = list_status(*panel, now);
  if (was == ListStatus::open) return {{OpenList{act.panel}}};
  if (was == ListStatus::closing) return {{AnnounceListClosing{act.panel, *panel->list_closes_at}}};
  return {};
}

// docs/rules.md#l1-open
Decision decide(const Deciding& on, const OpenList& act) {
  auto found = on.listed_panel(act.panel);
  if (!found) return failure(found.error());
  if ((*found)->list == ListStatus::open) return failure(rejection(Code::list_already_open, act.panel));
  return Events{ListOpened{act.panel}};
}

// docs/rules.md#l1-advance
Decision decide(const Deciding& on, const PlanListOpening& act) {
  auto found = on.listed_panel(act.panel);
  if (!found) return failure(found.error());
  const ListStatus status = list_status(**found, on.now);
  if (status == ListStatus::closed) return failure(rejection(Code::list_closed, act.panel));
  if (status != ListStatus::not_open) return failure(rejection(Code::list_already_open, act.panel));
  if (auto refused = refused_instant("opens_at", act.opens_at, on.now)) return failure(*refused);
  if ((*found)->list_opens_at == act.opens_at) return failure(rejection(Code::nothing_changes));
  return Events{ListOpeningPlanned{act.panel, act.opens_at}};
}

// docs/rules.md#l1-closing
Decision decide(const Deciding& on, const AnnounceListClosing& act) {
  auto found = on.listed_panel(act.panel);
  if (!found) return failure(found.error());
  const ListStatus status = list_status(**found, on.now);
  if (status == ListStatus::not_open) return failure(rejection(Code::list_not_open, act.panel));
  if (status == ListStatus::closed) return failure(rejection(Code::list_already_closed, act.panel));
  if (auto refused = refused_instant("closes_at", act.closes_at, on.now)) return failure(*refused);
  if ((*found)->list_closes_at == act.closes_at) return failure(rejection(Code::nothing_changes));
  return Events{ListClosingAnnounced{act.panel, act.closes_at}};
}

// docs/rules.md#l1-close
Decision decide(const Deciding& on, const CloseList& act) {
  auto found = on.listed_panel(act.panel);
  if (!found) return failure(found.error());
  if ((*found)->list == ListStatus::closed) return failure(rejection(Code::list_already_closed, act.panel));
  if (list_status(**found, on.now) == ListStatus::not_open) return failure(rejection(Code::list_not_open, act.panel));
  return Events{ListClosed{act.panel}};
}

// docs/rules.md#l1-advance
Decision decide(const Deciding& on, const OpenListAsPlanned& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  const Panel& planned = **found;
  const bool due = !planned.plan.draft && planned.list == ListStatus::not_open && planned.list_opens_at &&
                   on.now >= *planned.list_opens_at && planned.opening_planned_by == act.planned_by;
  if (!due) return failure(rejection(Code::nothing_changes));
  return Events{ListOpened{act.panel}};
}

// docs/rules.md#l1-closing
Decision decide(const Deciding& on, const CloseListAsAnnounced& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  const Panel& announced = **found;
  const bool due = announced.list_closes_at && on.now >= *announced.list_closes_at &&
                   announced.closing_announced_by == act.announced_by;
  if (!due) return failure(rejection(Code::nothing_changes));
  return Events{ListClosed{act.panel}};
}

void evolve(Evolving& on, const ListOpened& event) { set_list(on, event.panel, ListStatus::open); }

void evolve(Evolving& on, const ListOpeningPlanned& event) {
  Panel& panel = on.state.panels.at(event.panel);
  panel.list_opens_at = event.opens_at;
  panel.opening_planned_by = on.stamp.act;
  on.note(&Changes::panels, event.panel);
}

void evolve(Evolving& on, const ListClosingAnnounced& event) {
  Panel& panel = set_list(on, event.panel, ListStatus::closing);
  panel.list_closes_at = event.closes_at;
  panel.closing_announced_by = on.stamp.act;
}

void evolve(Evolving& on, const ListClosed& event) { set_list(on, event.panel, ListStatus::closed); }

void evolve(Evolving& on, const ListOrdered& event) {
  std::vector<EntryId>& order = on.state.panels.at(event.panel).lines[Line::speakers];
  ROSTRUM_ASSERT(std::ranges::is_permutation(order, event.order));
  order = event.order;
  on.note(&Changes::lists, event.panel);
}

}  // namespace rostrum::council
