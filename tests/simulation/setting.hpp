// What a world is like, as its seed decides: how many take part, how fast lines and disk are, and what goes wrong how
// often. Some worlds are calm, some have one sort of trouble, some have all.
#pragma once

#include <optional>

#include "gateway/limits.hpp"
#include "simulation/chance.hpp"

namespace rostrum::simulation {

struct Setting {
  explicit Setting(Chance& chance);

  int clients;
  int acts;  // commands that people give in all, before it becomes quiet
  Millis think_most;
  double clock_speed;
  Millis codes_valid;  // 0: without end
  gateway::Limits limits;

  // Lines
  Millis latency_most;
  std::int64_t bytes_per_ms;       // that a line carries
  std::size_t line_bytes_max;      // that it holds before the sender has to wait
  std::uint64_t late_one_in;       // messages that take seconds
  std::uint64_t duplicate_one_in;  // commands that are sent twice

  // Nodes, and the servers that they share; none: one node with a journal of its own
  int nodes = 1;
  int servers = 0;
  struct Network {
    Millis latency_most;             // of a request, and of its answer
    std::uint64_t lost_one_in = 0;   // of either; 0: none
    std::uint64_t late_one_in = 1;   // takes seconds
    std::uint64_t twice_one_in = 1;  // of what nodes tell each other comes twice
  } network;
  [[nodiscard]] bool shared() const { return servers > 0; }

  // Disk
  Millis write_most;  // that an append takes, where the disk is well

  // Trouble: the mean time between two of a sort; none: it does not occur
  struct Every {
    std::optional<Millis> cut;          // a line breaks
    std::optional<Millis> slow_reader;  // a client reads nothing for seconds
    std::optional<Millis> crash;        // a node ends, at any point of what it does
    std::optional<Millis> slow_disk;
    std::optional<Millis> full_disk;
    std::optional<Millis> jump;   // of a node's clock
    std::optional<Millis> stray;  // a client sends what is no frame
    // Where servers are shared
    std::optional<Millis> freeze;     // a node stands still, and goes on as if nothing had been
    std::optional<Millis> take_over;  // a node stands for the right to write, whoever has it
    std::optional<Millis> hand_over;  // a node ends in order, mostly the one that writes
    std::optional<Millis> server_away;
    std::optional<Millis> server_freeze;   // what arrives meanwhile acts later
    std::optional<Millis> server_restart;  // it ends and is started again, now and then without what it held
    std::optional<Millis> server_full;     // it takes nothing any more, and answers what changes nothing
    std::optional<Millis> line_lost;       // a node's line to a server breaks, with all that is under way on it
    std::optional<Millis> wipe;            // a server loses everything
    std::optional<Millis> cut_off;         // a node and a server, in one direction or both
    std::optional<Millis> deafen;          // a node does not hear what is told, and is answered
    std::optional<Millis> strand;          // one server alone holds the last entry, and is away at the next take-over
    std::optional<Millis> usurp;           // an old writer that does not know it finds a wiped server
    std::optional<Millis> inherit;         // an entry of an older term stands on most servers, and a newer one on one
    std::optional<Millis> forget;          // a server is wiped that held what is not final, and is copied late
    std::optional<Millis> hold_back;       // commands that are forwarded come by one server at once, by another late
    std::optional<Millis> forge;           // somebody without the secret tells of a commit that nobody wrote
    std::optional<Millis> late_vote;       // a server is wiped that has granted the right, before the last needed grant
  } every;
};

}  // namespace rostrum::simulation
