#include "faults/nodes_round.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "faults/nodes_kinds.hpp"

namespace rostrum::faults {

std::vector<std::string_view> kinds_among_nodes() {
  std::vector<std::string_view> names;
  for (const NodesKind& kind : nodes_kinds()) names.push_back(kind.name);
  return names;
}

std::string_view kind_among_nodes(std::uint64_t seed) { return nodes_kinds()[seed % nodes_kinds().size()].name; }

NodesOutcome play(const NodesPlan& plan, std::string_view kind, std::uint64_t seed) {
  const auto found = std::ranges::find(nodes_kinds(), kind, &NodesKind::name);
  ROSTRUM_ASSERT(found != nodes_kinds().end());
  NodesOutcome outcome = NodesPlaying(plan, *found, seed).play();
  std::error_code ignored;
  if (outcome.failures.empty()) std::filesystem::remove_all(plan.folder, ignored);
  return outcome;
}

}  // namespace rostrum::faults
