// Where a session's clock was set: what it goes on from at every start, and on every node. Data; the clocks that follow
// it are in base/clock.hpp.
#pragma once

#include "base/time.hpp"

namespace rostrum {

inline constexpr double speed_most = 10'000.0;

/// Whether a clock may run at `speed`: above 0, and at most speed_most.
constexpr bool is_speed(double speed) { return speed > 0 && speed <= speed_most; }

/// Where a session's clock was set, kept so that a restart goes on from it, down time included.
struct ClockAnchor {
  Instant session_start;  // what the session's clock showed ...
  Instant wall_start;     // ... when the machine's wall clock showed this
  double speed = 1.0;     // is_speed

  bool operator==(const ClockAnchor&) const = default;
};

}  // namespace rostrum
