#include "ledger/agreed/server.hpp"

namespace rostrum::ledger {

namespace {

constexpr std::string_view of_forming = ".forming", of_left = ".left";

}  // namespace

SetId forming(const SetId& set) { return set + std::string(of_forming); }

SetId left_for(const SetId& set) { return set + std::string(of_left); }

std::optional<SetId> becomes_of(const SetId& name) {
  for (const std::string_view ending : {of_forming, of_left})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return std::nullopt;
}

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
