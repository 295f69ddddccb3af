// What one of those who keep a session's log holds of it, a link for each entry: of nodes' archives and servers' logs,
// which have to be one chain.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "robots/notes.hpp"
#include "wire/stored.hpp"

namespace rostrum::faults {

struct Link {
  Digest digest{};  // of the entry's bytes, in which the one before is named
  Digest beside{};  // of what stands beside them

  bool operator==(const Link&) const = default;
};
[[nodiscard]] inline Link link_of(wire::StoredView stored) { return {sha256(stored.bytes), sha256(stored.beside)}; }

struct Chain {
  std::string of;           // who holds it, for people
  std::vector<Link> links;  // from commit 1 on
};

/// What the journal in a node's data folder holds; or the first commit of it that cannot be read.
[[nodiscard]] Result<Chain, std::string> chain_of(const std::filesystem::path& data, std::string of);

/// The longest of these; there is one.
[[nodiscard]] const Chain& longest(const std::vector<Chain>& chains);

/// Where the nodes' archives are not beginnings of the longest of them, in sentences.
[[nodiscard]] std::vector<std::string> differing(const std::vector<Chain>& archives);

/// Where the servers do not hold what became final, in sentences: each does up to the commit `least`, for which all
/// have had the time, and most of them all.
[[nodiscard]] std::vector<std::string> lacking(const Chain& final, const std::vector<Chain>& servers,
                                               std::uint64_t least);

/// The acts that were acknowledged and do not stand at most of the servers, in sentences.
[[nodiscard]] std::vector<std::string> not_on_most(const robots::Notes& notes, const Chain& final,
                                                   const std::vector<Chain>& servers);

}  // namespace rostrum::faults
