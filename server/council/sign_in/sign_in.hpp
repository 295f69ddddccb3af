// Sign-ins: revoked, given a new code, expired (P5).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RevokeSeat {
  static constexpr ActFacts is{.name = "revoke_seat", .may = floor_managers, .panel = no_panel};
  SeatId seat;
  bool operator==(const RevokeSeat&) const = default;
};
Decision decide(const Deciding& on, const RevokeSeat& act);

struct IssueCode {
  static constexpr ActFacts is{.name = "issue_code", .may = floor_managers, .panel = no_panel};
  SeatId seat;
  bool operator==(const IssueCode&) const = default;
};
Decision decide(const Deciding& on, const IssueCode& act);

struct ExpireCodes {
  static constexpr ActFacts is{.name = "expire_codes", .may = server_only, .panel = no_panel};
  Instant at;  // those that expire at this instant or before
  bool operator==(const ExpireCodes&) const = default;
};
Decision decide(const Deciding& on, const ExpireCodes& act);

struct GrantRevoked {
  static constexpr EventFacts is{.name = "grant_revoked", .told = [](const auto& event, auto& told) {
                                   told("seat", event.grant, "cause", event.cause);
                                 }};
  GrantId grant;
  RevokeCause cause = RevokeCause::revoked;
  bool operator==(const GrantRevoked&) const = default;
};
void evolve(Evolving& on, const GrantRevoked& event);

struct GrantIssued {
  static constexpr EventFacts is{.name = "grant_issued",
                                 .told = [](const auto& event, auto& told) { told("seat", event.seat); }};
  GrantId grant;
  SeatId seat;
  std::uint32_t generation = 1;
  std::optional<Instant> expires_at;
  bool operator==(const GrantIssued&) const = default;
};
void evolve(Evolving& on, const GrantIssued& event);

using SignInActs = OneOf<RevokeSeat, IssueCode, ExpireCodes>;
using SignInEvents = OneOf<GrantRevoked, GrantIssued>;

}  // namespace rostrum::council
