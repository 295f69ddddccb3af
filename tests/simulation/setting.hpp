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

  // Disk
  Millis write_most;  // that an append takes, where the disk is well

  // Trouble: the mean time between two of a sort; none: it does not occur
  struct Every {
    std::optional<Millis> cut;          // a line breaks
    std::optional<Millis> slow_reader;  // a client reads nothing for seconds
    std::optional<Millis> crash;        // a node ends, at any point of what it does
    std::optional<Millis> slow_disk;
    std::optional<Millis> full_disk;
    std::optional<Millis> jump;   // of a node's clock, ahead
    std::optional<Millis> stray;  // a client sends what is no frame
  } every;
};

}  // namespace rostrum::simulation
