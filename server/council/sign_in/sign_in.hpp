// Sign-ins: revoked, given a new code, expired (P5).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RevokeSeat {
  SeatId seat;
  bool operator==(const RevokeSeat&) const = default;
};
Decision decide(const Deciding& on, const RevokeSeat& act);

struct IssueCode {
  SeatId seat;
  bool operator==(const IssueCode&) const = default;
};
Decision decide(const Deciding& on, const IssueCode& act);

struct ExpireCodes {
  Instant at;  // those that expire at this instant or before
  bool operator==(const ExpireCodes&) const = default;
};
Decision decide(const Deciding& on, const ExpireCodes& act);

struct GrantRevoked {
  GrantId grant;
  RevokeCause cause = RevokeCause::revoked;
  bool operator==(const GrantRevoked&) const = default;
};
void evolve(Evolving& on, const GrantRevoked& event);

struct GrantIssued {
  GrantId grant;
  SeatId seat;
  std::uint32_t generation = 1;
  std::optional<Instant> expires_at;
  bool operator==(const GrantIssued&) const = default;
};
void evolve(Evolving& on, const GrantIssued& event);

}  // namespace rostrum::council
