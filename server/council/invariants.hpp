// What is always true of a session's state. Checked on the state ahead before anything is appended, so that a commit
// that cannot be replayed never becomes durable.
#pragma once

#include <string>

#include "council/state.hpp"

namespace rostrum::council {

/// The first invariant of this panel and of the floor that does not hold, in words; empty where all hold.
[[nodiscard]] std::string broken_invariant(const State& state);

}  // namespace rostrum::council
