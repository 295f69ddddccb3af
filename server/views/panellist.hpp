// A panellist, and what of a panel they have spoken.
//
// Key: panellist/<panel>/<id>. Seen by everyone who sees the panel.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Panellist {
  council::PanellistPlan plan;
  PanelId panel;
  std::uint32_t speeches = 0;
  Millis spoken;
  Millis limit;
};

}  // namespace rostrum::views
