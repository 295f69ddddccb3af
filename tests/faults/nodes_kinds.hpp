// The kinds of faults among nodes, a row each: its name, what happens, and what clients may notice of it.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "faults/nodes_playing.hpp"

namespace rostrum::faults {

/// How long an act may wait, from when the fault begins until all is well again.
struct WaitGoal {
  enum class Is : std::uint8_t {
    none,
    like_before,  // `times` the 99th percentile of the same round before
    at_most,      // `most`
  };
  Is is = Is::none;
  int times = 0;
  std::chrono::milliseconds most{};
  bool of_others = false;  // counts only acts that were sent over one line: of clients whose node went on
};

enum class Disk : std::uint8_t { none, of_server, of_node };

struct NodesKind {
  std::string_view name;
  void (*suffer)(NodesPlaying& round);
  WaitGoal goal = {};
  Disk disk = Disk::none;
  bool jumping_clocks = false;
};

[[nodiscard]] std::span<const NodesKind> nodes_kinds();

}  // namespace rostrum::faults
