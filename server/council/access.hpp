// Who may do what (P4): one table, role by act. A delegate acts for its own delegation only; decide checks that where
// the entry or speech is known. docs/access.md is printed from this table; a test compares the two.
#pragma once

#include "council/act.hpp"

namespace rostrum::council {

enum class May : std::uint8_t {
  no,
  own,  // for its own delegation, or its own booth
  any,
  system,  // the server alone
};

/// What `role` may do of the act at `act_index` of the variant.
[[nodiscard]] May may(Role role, std::size_t act_index);

/// The table as Markdown, as docs/access.md holds it.
[[nodiscard]] std::string access_table_markdown();

}  // namespace rostrum::council
