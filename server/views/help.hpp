// A request for help, until it is closed (docs/rules.md#v3-help).
//
// Keys: help/<number>, seen by the desk, with who has taken it; own/help/<delegation>/<number>, seen by its delegation,
// without.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Help {
  HelpId id;
  DelegationId delegation;
  std::string note;
  Instant requested_at;
  council::HelpStatus status{};
  SeatId taken_by;  // for the desk
};

}  // namespace rostrum::views
