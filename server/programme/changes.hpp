// How a programme differs from the one that a session was begun with. A session goes on with the programme in its
// journal; a file that has changed meanwhile is reported, not silently taken.
#pragma once

#include <string>
#include <vector>

#include "council/programme.hpp"

namespace rostrum::programme {

inline constexpr std::size_t changes_max = 200;

/// What `now` has other than `taken`, one English sentence each, in the order of the programme; empty where nothing
/// that counts differs. At most changes_max, and one more that says how many there are besides.
[[nodiscard]] std::vector<std::string> changes(const council::Programme& taken, const council::Programme& now);

}  // namespace rostrum::programme
