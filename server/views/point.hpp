// A point of order with its note, from when it is raised until it is ruled on (docs/rules.md#l5-raise).
//
// Keys: point/<number of its entry>, seen by the desk; own/point/<delegation>/<number>, seen by its delegation.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct PointOfOrder {
  EntryId entry;
  PanelId panel;
  std::optional<DelegationId> delegation;
  std::string note;
  Instant raised_at;
  bool recognised = false;
};

}  // namespace rostrum::views
