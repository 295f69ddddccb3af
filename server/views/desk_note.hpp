// What the desk notes on an entry.
//
// Key: desk/<number of the entry>. Seen by the desk, as long as the entry is in view.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct DeskNote {
  EntryId entry;
  std::uint32_t no_shows = 0;
  SeatId requested_by;
};

}  // namespace rostrum::views
