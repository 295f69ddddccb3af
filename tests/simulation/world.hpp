// A whole session in one thread from one seed: nodes, lines and clients, with trouble for a while, then rest, with
// everything compared with the log at instants in between and at the end. Nothing in it reads a real clock, runs on a
// thread, or depends on an address: the same seed is the same world, event for event.
//
// In some worlds one node has a journal of its own; in most, one to four nodes share the log on one, three or five
// servers. A client may get to any node.
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
  std::uint64_t overflows = 0;     // of outboxes
  std::uint64_t sent_on = 0;       // clients, to another node
  std::uint64_t take_overs = 0;    // of the right to write, beyond the first
  std::uint64_t wipes = 0;         // of servers
  std::uint64_t lost_answers = 0;  // of servers that had acted
};

/// Who wants to hear of a world while it goes on.
struct Watch {
  Trace::Write line;                                                           // of the trace
  std::function<void(const Client& client, const v1::ServerItem& item)> item;  // that a client was sent
};

[[nodiscard]] Outcome simulate(std::uint64_t seed, const Watch& watch = {});

}  // namespace rostrum::simulation
