#include "journal/chain.hpp"

namespace rostrum::journal {

Result<Tail, std::string> follow(const Tail& before, Seq seq, wire::StoredView commit) {
  return follow(before, seq, commit, sha256(commit.bytes));
}

Result<Tail, std::string> follow(const Tail& before, Seq seq, wire::StoredView commit, const Digest& digest) {
  const auto number = std::to_string(seq.value);
  if (seq != before.seq.next()) {
    return failure("commit " + number + " does not follow commit " + std::to_string(before.seq.value));
  }
  for (const std::string_view part : {commit.bytes, commit.beside}) {
    if (part.size() <= wire::commit_bytes_max) continue;
    return failure("commit " + number + " has " + std::to_string(part.size()) + " bytes, at most " +
                   std::to_string(wire::commit_bytes_max) + " are stored");
  }
  const auto link = wire::decode_link(commit.bytes);
  if (!link) return failure("the bytes of commit " + number + " are no commit: " + link.error());
  if (link->seq != seq) {
    return failure("the bytes of commit " + number + " say that they are commit " + std::to_string(link->seq.value));
  }
  if (link->previous != before.digest) {
    return failure("commit " + number + " is chained to " + hex(as_bytes(link->previous)) +
                   ", and the commit before is " + hex(as_bytes(before.digest)));
  }
  return Tail{seq, digest};
}

}  // namespace rostrum::journal
