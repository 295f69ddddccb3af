// Who may do what (P4), as the facts of the acts say it. docs/access.md is printed from here; a test compares the two.
#pragma once

#include "council/act.hpp"

namespace rostrum::council {

/// What `role` may do of the act at `act_index` of the variant.
[[nodiscard]] May may(Role role, std::size_t act_index);

/// The table as Markdown, as docs/access.md holds it.
[[nodiscard]] std::string access_table_markdown();

}  // namespace rostrum::council
