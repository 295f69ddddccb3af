// How an accepted act comes to pass: its events, and what follows from them by the rules without anybody asking for it,
// in the same act. Pure.
#pragma once

#include "council/evolve.hpp"

namespace rostrum::council {

/// Lets `events` happen in `state`, under the stamp of their act. Returns them with those that follow, in their order:
/// the list in the order that its policy gives it now (L4), and who is no longer on stand-by (L9).
[[nodiscard]] Events happen(State& state, Events events, const Stamp& stamp);

}  // namespace rostrum::council
