// Who may do what (P4), as the facts of the acts say it. The table of docs/access.md is printed from it.
#pragma once

#include "council/act.hpp"

namespace rostrum::council {

/// What `role` may do of the act at `act_index` of the variant.
[[nodiscard]] May may(Role role, std::size_t act_index);

}  // namespace rostrum::council
