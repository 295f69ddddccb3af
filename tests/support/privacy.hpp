// Who may hold what, told a second time and from outside: by the names of the keys, and by words that acts put where
// not everyone may read them (support/acts.hpp).
#pragma once

#include <map>
#include <string>

#include "council/state.hpp"

namespace rostrum::test {

/// Key to the bytes of its entity.
using Picture = std::map<std::string, std::string>;

/// What a client that is of `audience`, and of `delegation`, holds and may not, in words; empty where all is well.
/// `state` is the one at the client's position.
[[nodiscard]] std::string broken_privacy(const council::State& state, council::Audience audience,
                                         const std::optional<DelegationId>& delegation, const Picture& shared,
                                         const Picture& own);

}  // namespace rostrum::test
