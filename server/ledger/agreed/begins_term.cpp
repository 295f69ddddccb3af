#include "ledger/agreed/begins_term.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace rostrum::ledger {

wire::StoredCommit begins_term(const Right& right, const Entry& last, const std::string& node, Instant at,
                               const wire::Salts& salts) {
  const auto before = wire::decode_commit(last.stored);
  ROSTRUM_ASSERT(before.has_value());
  return wire::encode({.session = before->session,
                       .epoch = before->epoch,
                       .term = right.term.value,
                       .seq = last.seq.next(),
                       .previous = last.digest,
                       .acts = {{.grant = council::system_grant,
                                 .command_id = "begin-term-" + std::to_string(right.term.value),
                                 .actor = council::system_seat,
                                 .act = "begin_term",
                                 .at = std::max(at, before->acts.back().at),
                                 .events = {council::TermStarted{node}}}}},
                      salts);
}

}  // namespace rostrum::ledger
