#include "ledger/agreed/server.hpp"

namespace rostrum::ledger {

SharedEntry entry_of(wire::StoredCommit commit) {
  const auto link = wire::decode_link(commit.bytes);
  if (!link) return nullptr;
  const Digest digest = sha256(commit.bytes);
  return std::make_shared<const Entry>(Entry{.seq = link->seq,
                                             .previous = link->previous,
                                             .digest = digest,
                                             .term = {link->term},
                                             .stored = std::move(commit)});
}

}  // namespace rostrum::ledger
