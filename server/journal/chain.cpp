#include "journal/chain.hpp"

#include "wire/stored.hpp"

namespace rostrum::journal {

Result<Tail, std::string> follow(const Tail& before, Seq seq, std::string_view bytes) {
  return follow(before, seq, bytes, sha256(bytes));
}

Result<Tail, std::string> follow(const Tail& before, Seq seq, std::string_view bytes, const Digest& digest) {
  const auto number = std::to_string(seq.value);
  if (seq != before.seq.next()) {
    return failure("commit " + number + " does not follow commit " + std::to_string(before.seq.value));
  }
  if (bytes.size() > wire::commit_bytes_max) {
    return failure("commit " + number + " has " + std::to_string(bytes.size()) + " bytes, at most " +
                   std::to_string(wire::commit_bytes_max) + " are stored");
  }
  const auto link = wire::decode_link(bytes);
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
