// The latest draw of a list by lot (docs/rules.md#l4-lot): its commitment, the frozen pool, and once it is drawn what
// anyone can compute it again from.
//
// Key: draw/<panel>. Seen by everyone who sees the panel, from its commitment on. There is no secret in it before the
// draw.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Draw {
  PanelId panel;
  council::Draw draw;
};

}  // namespace rostrum::views
