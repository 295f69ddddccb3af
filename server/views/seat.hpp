// A sign-in as it now is; never its code (docs/rules.md#p5).
//
// Key: seat/<id>. Seen by the desk.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Seat {
  council::SeatPlan plan;
  std::uint32_t generation = 1;
  bool revoked = false;
  std::optional<Instant> expires_at;
};

}  // namespace rostrum::views
