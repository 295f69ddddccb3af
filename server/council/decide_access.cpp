// Sign-ins: revoked, given a new code, expired (P5).
#include "council/deciding.hpp"

namespace rostrum::council {

Decided<const Grant*> Deciding::grant_of_other(const SeatId& seat) const {
  const auto found = state_.seat_grants.find(seat);
  if (found == state_.seat_grants.end()) return failure(rejection(Code::unknown_seat, seat));
  // Nobody locks themselves out, nor hands out a code that would end their own connection.
  if (seat == actor_.seat) return failure(rejection(Code::own_seat, seat));
  return &state_.grants.at(found->second);
}

// docs/rules.md#p5-revoke
Decided<Events> Deciding::operator()(const RevokeSeat& act) const {
  auto found = grant_of_other(act.seat);
  if (!found) return failure(found.error());
  if ((*found)->revoked) return failure(rejection(Code::already_revoked, act.seat));
  return Events{GrantRevoked{(*found)->id, RevokeCause::revoked}};
}

// docs/rules.md#p5-revoke
Decided<Events> Deciding::operator()(const IssueCode& act) const {
  auto found = grant_of_other(act.seat);
  if (!found) return failure(found.error());
  Events events;
  if (!(*found)->revoked) events.push_back(GrantRevoked{(*found)->id, RevokeCause::replaced});
  const std::uint32_t generation = (*found)->generation + 1;
  events.push_back(GrantIssued{.grant = grant_id(act.seat, generation),
                               .seat = act.seat,
                               .generation = generation,
                               .expires_at = expiry(state_.session, (*found)->role, now_)});
  return events;
}

// docs/rules.md#p5-expire
Decided<Events> Deciding::operator()(const ExpireCodes& act) const {
  Events events;
  for (const auto& [at, id] : state_.expiries) {
    if (at > act.at || at > now_) break;
    events.push_back(GrantRevoked{id, RevokeCause::expired});
  }
  if (events.empty()) return failure(rejection(Code::nothing_changes));
  return events;
}

}  // namespace rostrum::council
