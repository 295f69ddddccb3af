// The log as sentences (L14): what happened, in English, for the desk and for rostrumctl.
#pragma once

#include <string>

#include "council/event.hpp"
#include "council/state.hpp"

namespace rostrum::council {

/// One sentence about `event`, without actor and time, read on the state after it.
[[nodiscard]] std::string sentence(const State& state, const Event& event);

}  // namespace rostrum::council
