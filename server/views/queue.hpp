// The list of speakers of a panel, with the expected times (docs/rules.md#l10).
//
// Key: queue/<panel>. Seen by everyone who sees the panel. Times are in whole seconds from the end of the speech under
// way: the earliest rounded down, the latest up.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Queue {
  PanelId panel;
  std::vector<EntryId> entries;
  std::vector<std::uint32_t> earliest_s;
  std::vector<std::uint32_t> latest_s;
  std::uint32_t finish_earliest_s = 0;
  std::uint32_t finish_latest_s = 0;
  std::optional<EntryId> next;  // who is called next
};

}  // namespace rostrum::views
