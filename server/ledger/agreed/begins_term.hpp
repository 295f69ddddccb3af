// The commit by which a term begins in the log: the first of its writer, which changes nothing. What came before it is
// final with it, and not before.
#pragma once

#include <string>

#include "ledger/agreed/server.hpp"

namespace rostrum::ledger {

/// The one that says that the term of `right` begins at the node named `node`, behind `last`, as of `at` or its last
/// act, whichever is later.
[[nodiscard]] wire::StoredCommit begins_term(const Right& right, const Entry& last, const std::string& node, Instant at,
                                             const wire::Salts& salts);

}  // namespace rostrum::ledger
