// The list of speakers: opened and closed, by hand and by announced instant (L1).
#include "council/deciding.hpp"

namespace rostrum::council {

// docs/rules.md#l1-open
Decided<Events> Deciding::operator()(const OpenList& act) const {
  auto found = listed_panel(act.panel);
  if (!found) return failure(found.error());
  if ((*found)->list == ListStatus::open) return failure(rejection(Code::list_already_open, act.panel));
  return Events{ListOpened{act.panel}};
}

// docs/rules.md#l1-advance
Decided<Events> Deciding::operator()(const PlanListOpening& act) const {
  auto found = listed_panel(act.panel);
  if (!found) return failure(found.error());
  const ListStatus status = list_status(**found, now_);
  if (status == ListStatus::closed) return failure(rejection(Code::list_closed, act.panel));
  if (status != ListStatus::not_open) return failure(rejection(Code::list_already_open, act.panel));
  if (auto refused = refused_instant("opens_at", act.opens_at, now_)) return failure(*refused);
  if ((*found)->list_opens_at == act.opens_at) return failure(rejection(Code::nothing_changes));
  return Events{ListOpeningPlanned{act.panel, act.opens_at}};
}

// docs/rules.md#l1-closing
Decided<Events> Deciding::operator()(const AnnounceListClosing& act) const {
  auto found = listed_panel(act.panel);
  if (!found) return failure(found.error());
  const ListStatus status = list_status(**found, now_);
  if (status == ListStatus::not_open) return failure(rejection(Code::list_not_open, act.panel));
  if (status == ListStatus::closed) return failure(rejection(Code::list_already_closed, act.panel));
  if (auto refused = refused_instant("closes_at", act.closes_at, now_)) return failure(*refused);
  if ((*found)->list_closes_at == act.closes_at) return failure(rejection(Code::nothing_changes));
  return Events{ListClosingAnnounced{act.panel, act.closes_at}};
}

// docs/rules.md#l1-close
Decided<Events> Deciding::operator()(const CloseList& act) const {
  auto found = listed_panel(act.panel);
  if (!found) return failure(found.error());
  if ((*found)->list == ListStatus::closed) return failure(rejection(Code::list_already_closed, act.panel));
  if (list_status(**found, now_) == ListStatus::not_open) return failure(rejection(Code::list_not_open, act.panel));
  return Events{ListClosed{act.panel}};
}

// docs/rules.md#l1-advance
Decided<Events> Deciding::operator()(const OpenListAsPlanned& act) const {
  auto found = panel(act.panel);
  if (!found) return failure(found.error());
  const Panel& planned = **found;
  const bool due = !planned.plan.draft && planned.list == ListStatus::not_open && planned.list_opens_at &&
                   now_ >= *planned.list_opens_at && planned.opening_planned_by == act.planned_by;
  if (!due) return failure(rejection(Code::nothing_changes));
  return Events{ListOpened{act.panel}};
}

// docs/rules.md#l1-closing
Decided<Events> Deciding::operator()(const CloseListAsAnnounced& act) const {
  auto found = panel(act.panel);
  if (!found) return failure(found.error());
  const Panel& announced = **found;
  const bool due = announced.list_closes_at && now_ >= *announced.list_closes_at &&
                   announced.closing_announced_by == act.announced_by;
  if (!due) return failure(rejection(Code::nothing_changes));
  return Events{ListClosed{act.panel}};
}

}  // namespace rostrum::council
