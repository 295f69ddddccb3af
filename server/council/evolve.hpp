// Changes the state by one event, in place. Knows no policy, no default and no clock: events carry outcomes.
#pragma once

#include "council/changes.hpp"
#include "council/state.hpp"

namespace rostrum::council {

/// Applies `event`, which happened as part of the act that `stamp` names. An event that does not fit the state breaks
/// an invariant and ends the process. What it changes is noted in `changes`, where they are asked for.
void evolve(State& state, const Event& event, const Stamp& stamp, Changes* changes = nullptr);

}  // namespace rostrum::council
