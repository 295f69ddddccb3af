#include "council/sign_in/sign_in.hpp"

#include "council/deciding.hpp"
#include "council/evolving.hpp"

namespace rostrum::council {

namespace {

Decided<const Grant*> grant_of_other(const Deciding& on, const SeatId& seat) {
  const auto found = on.state.seat_grants.find(seat);
  if (found == on.state.seat_grants.end()) return failure(rejection(Code::unknown_seat, seat));
  // Nobody locks themselves out, nor hands out a code that would end their own connection.
  if (seat == on.actor.seat) return failure(rejection(Code::own_seat, seat));
  return &on.state.grants.at(found->second);
}

}  // namespace

// docs/rules.md#p5-revoke
Decision decide(const Deciding& on, const RevokeSeat& act) {
  auto found = grant_of_other(on, act.seat);
  if (!found) return failure(found.error());
  if ((*found)->revoked) return failure(rejection(Code::already_revoked, act.seat));
  return Events{GrantRevoked{(*found)->id, RevokeCause::revoked}};
}

// docs/rules.md#p5-revoke
Decision decide(const Deciding& on, const IssueCode& act) {
  auto found = grant_of_other(on, act.seat);
  if (!found) return failure(found.error());
  Events events;
  if (!(*found)->revoked) events.push_back(GrantRevoked{(*found)->id, RevokeCause::replaced});
  const std::uint32_t generation = (*found)->generation + 1;
  events.push_back(GrantIssued{.grant = grant_id(act.seat, generation),
                               .seat = act.seat,
                               .generation = generation,
                               .expires_at = expiry(on.state.session, (*found)->role, on.now)});
  return events;
}

// docs/rules.md#p5-expire
Decision decide(const Deciding& on, const ExpireCodes& act) {
  Events events;
  for (const auto& [at, id] : on.state.expiries) {
    if (at > act.at || at > on.now) break;
    events.push_back(GrantRevoked{id, RevokeCause::expired});
  }
  if (events.empty()) return failure(rejection(Code::nothing_changes));
  return events;
}

void evolve(Evolving& on, const GrantRevoked& event) {
  Grant& grant = on.state.grants.at(event.grant);
  on.note(&Changes::seats, grant.seat);
  grant.revoked = true;
  if (grant.expires_at) on.state.expiries.erase({*grant.expires_at, grant.id});
}

void evolve(Evolving& on, const GrantIssued& event) {
  on.note(&Changes::seats, event.seat);
  const SeatPlan& seat = on.state.seats.at(event.seat);
  on.state.grants.emplace(event.grant, Grant{.id = event.grant,
                                             .seat = event.seat,
                                             .role = seat.role,
                                             .delegation = seat.delegation,
                                             .generation = event.generation,
                                             .expires_at = event.expires_at});
  on.state.seat_grants.insert_or_assign(event.seat, event.grant);
  if (event.expires_at) on.state.expiries.emplace(*event.expires_at, event.grant);
}

}  // namespace rostrum::council
