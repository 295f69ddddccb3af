// What the desk notes on an entry.
//
// Keys: desk/<number of the entry>, seen by the desk, as long as the entry is in view. own/desk/<delegation>/<number>,
// seen by its delegation: that it has answered to be on its way, and no more (L9).
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct DeskNote {
  EntryId entry;
  std::uint32_t no_shows = 0;
  SeatId requested_by;
  std::optional<Instant> on_the_way_at;
};

}  // namespace rostrum::views
