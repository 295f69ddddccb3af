// How a floor is read: who may speak now, and what that has interrupted (docs/protocol.md#the-floor).
#pragma once

#include "rostrum/v1/view.pb.h"

namespace rostrum::client {

/// Who may speak now; empty where the floor is free. Its speech is 0 where it is over, and the ruling not given yet.
[[nodiscard]] inline const v1::Holding& speaking(const v1::Floor& floor) {
  return floor.holdings_size() > 0 ? floor.holdings(0) : v1::Holding::default_instance();
}

/// The point of order that is before the chair, until it is ruled on; null where there is none.
[[nodiscard]] inline const v1::Holding* point_before_chair(const v1::Floor& floor) {
  const bool is = speaking(floor).kind() == v1::KIND_POINT_OF_ORDER;
  return is ? &floor.holdings(0) : nullptr;
}

/// The motion that is before the chair, until it is decided; null where there is none. Who speaks on it stands on it.
[[nodiscard]] inline const v1::Holding* motion_before_chair(const v1::Floor& floor) {
  for (const v1::Holding& held : floor.holdings())
    if (held.kind() == v1::KIND_MOTION && held.motion() == 0) return &held;
  return nullptr;
}

/// The speech that has been interrupted and goes on next; null where there is none.
[[nodiscard]] inline const v1::Holding* interrupted(const v1::Floor& floor) {
  return floor.holdings_size() > 1 ? &floor.holdings(1) : nullptr;
}

}  // namespace rostrum::client
