// A procedural motion, until it is decided (docs/rules.md#l5-move).
//
// Keys: motion/<number of its entry>, seen by the desk, and by everyone who sees the panel once it is taken up;
// own/motion/<delegation>/<number>, seen by the delegation that has moved it or asks to speak on it.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Motion {
  EntryId entry;
  PanelId panel;
  std::optional<DelegationId> delegation;  // absent: the chair proposes it
  council::MotionKind motion{};
  Instant moved_at;
  bool taken_up = false;
  std::uint32_t speakers_for = 0;  // that may speak on it, besides the mover
  std::uint32_t speakers_against = 0;
  std::vector<council::OnMotion> spoken;
  std::vector<council::OnMotion> asks;  // all of them for the desk, else the viewer's own
  std::optional<Instant> objections_asked_at;
};

}  // namespace rostrum::views
