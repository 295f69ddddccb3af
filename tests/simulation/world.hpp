// A whole session in one thread from one seed: nodes, lines and clients, with trouble for a while, then rest, with
// everything compared with the log at instants in between and at the end. Nothing in it reads a real clock, runs on a
// thread, or depends on an address: the same seed is the same world, event for event.
//
// There is one node now. A client may get to any node of a world, and each has a disk and a clock of its own, so that
// others can be added where the world makes its servers, with what they share beside them.
#pragma once

#include "simulation/checks.hpp"

namespace rostrum::simulation {

/// What became of a world.
struct Outcome {
  std::string failure;  // empty: none
  std::uint64_t digest = 0;
  std::uint64_t commits = 0;
  std::uint64_t acts = 0;  // acknowledged
  std::uint64_t restarts = 0;
  std::uint64_t overflows = 0;  // of outboxes
};

/// Who wants to hear of a world while it goes on.
struct Watch {
  Trace::Write line;                                                           // of the trace
  std::function<void(const Client& client, const v1::ServerItem& item)> item;  // that a client was sent
};

[[nodiscard]] Outcome simulate(std::uint64_t seed, const Watch& watch = {});

}  // namespace rostrum::simulation
