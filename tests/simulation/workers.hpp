// Many worlds in several processes, each a world at a time. A world that breaks an invariant of the server ends its
// process (base/assert.hpp): that seed has failed, and the others go on.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "simulation/world.hpp"

namespace rostrum::simulation {

struct Seeds {
  std::uint64_t from = 1;
  std::uint64_t count = 0;
  int processes = 1;
  bool until_failure = false;  // begins no other once one has failed
  std::size_t hardest = 0;     // how many of them to tell
};

struct Totals {
  std::uint64_t seeds = 0;  // that were run
  std::uint64_t commits = 0;
  std::uint64_t acts = 0;
  std::uint64_t restarts = 0;
  std::uint64_t overflows = 0;
  std::uint64_t sent_on = 0;
  // Seeds in which it happened at all
  std::uint64_t with_take_over = 0;
  std::uint64_t with_wipe = 0;
  std::uint64_t with_lost_answer = 0;  // that had acted
  std::vector<std::uint64_t> failed;   // in their order
  std::vector<std::uint64_t> hardest;  // of those that were well, the hardest first
};

/// Plays the world of a seed.
using Play = std::function<Outcome(std::uint64_t seed, const Watch& watch)>;

[[nodiscard]] Totals run(const Seeds& seeds, const Play& play = simulate);

/// What a world traced that was played in a process of its own, and what the server had to say in the end.
struct Told {
  bool well = false;  // it came to its end without a failure
  std::vector<std::string> lines;
};
[[nodiscard]] Told tell(std::uint64_t seed, const Play& play = simulate);

}  // namespace rostrum::simulation
