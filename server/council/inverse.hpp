// What takes an act back, in order, as the act's facts say it: derived, so that no client has to know it. An inverse is
// an act like any other: whoever sends it is answered by the rules as they then are.
#pragma once

#include "council/act.hpp"
#include "council/state.hpp"

namespace rostrum::council {

struct Inverse {
  std::vector<Act> acts;
};

/// What takes `act` back that is decided at `now` on the state `before`; empty where nothing does.
[[nodiscard]] std::vector<Act> inverse(const State& before, Instant now, const Act& act);

}  // namespace rostrum::council
