// One round of faults among nodes: three nodes over three Redis servers, a hall of robots over all of them, one kind of
// fault while they act, and then the checkers over all that they were told, every node's archive and every server's
// log. Everything but the timing of the machine follows from the seed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "faults/world.hpp"

namespace rostrum::faults {

/// The names of the kinds; so many seeds in a row have each of them once.
[[nodiscard]] std::vector<std::string_view> kinds_among_nodes();
[[nodiscard]] std::string_view kind_among_nodes(std::uint64_t seed);

struct NodesPlan {
  Programs programs;
  std::filesystem::path programme;
  std::filesystem::path folder;                // for the round alone; made, and removed where it has passed
  std::optional<std::string> no_disk_because;  // a small disk cannot be mounted; none: it can
  int delegations = 20;
};

struct NodesOutcome {
  std::vector<std::string> failures;  // what was lost, doubled, went back or did not go on; none: the round has passed
  std::vector<std::string> noticed;   // what clients noticed of the fault, against its goal, in sentences
  std::uint64_t acks = 0;
  std::uint64_t commits = 0;
  std::uint64_t views_compared = 0;
};

/// Plays a round of that kind. What failed keeps its folder.
[[nodiscard]] NodesOutcome play(const NodesPlan& plan, std::string_view kind, std::uint64_t seed);

}  // namespace rostrum::faults
