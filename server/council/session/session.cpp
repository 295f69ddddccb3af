#include "council/session/session.hpp"

#include "base/assert.hpp"
#include "council/evolving.hpp"
#include "council/sign_in/sign_in.hpp"

namespace rostrum::council {

void evolve(Evolving& on, const SessionCreated& event) {
  ROSTRUM_ASSERT(!on.state.created());
  if (on.changes) on.changes->created = true;
  const Programme& programme = event.programme;
  on.state.session = programme.session;
  on.state.programme_digest = programme.source_digest;
  for (const MeetingPlan& plan : programme.meetings) {
    on.state.meetings.emplace(plan.id, Meeting{.plan = plan, .planned_length = plan.planned_end - plan.planned_start});
    on.state.meeting_order.push_back(plan.id);
  }
  for (const PanelPlan& plan : programme.panels) {
    on.state.panels.emplace(plan.id, Panel{.plan = plan,
                                           .list_opens_at = plan.list_opens_at,
                                           .opening_planned_by = on.stamp.act,
                                           .base_limits = plan.limits});
    on.state.panel_order.push_back(plan.id);
  }
  for (const DelegationPlan& plan : programme.delegations) {
    on.state.delegations.emplace(plan.id, plan);
    on.state.delegation_order.push_back(plan.id);
  }
  for (const SeatPlan& seat : programme.seats) {
    on.state.seats.emplace(seat.id, seat);
    evolve(on, GrantIssued{.grant = grant_id(seat.id, 1),
                           .seat = seat.id,
                           .generation = 1,
                           .expires_at = expiry(on.state.session, seat.role, on.stamp.at)});
  }
}

void evolve(Evolving&, const TermStarted&) {}

void evolve(Evolving& on, const SecretChecked& event) { on.state.secret_check = event.check; }

void evolve(Evolving& on, const ClockAnchored& event) {
  if (!on.state.clock_anchor) on.state.clock_anchor = event.anchor;
}

}  // namespace rostrum::council
