// The list of speakers of a panel, with the expected times (docs/rules.md#l10).
//
// Key: queue/<panel>. Seen by everyone who sees the panel. Times are in whole seconds from the end of the speech under
// way, variances in seconds squared, to the nearest.
#pragma once

#include "council/order.hpp"

namespace rostrum::views {

struct Queue {
  PanelId panel;
  std::vector<EntryId> entries;
  std::vector<std::uint32_t> mean_s;
  std::vector<std::uint32_t> variance;
  std::uint32_t finish_mean_s = 0;
  std::uint32_t finish_variance = 0;
  std::uint32_t speech_mean_s = 0;  // of the whole of the speech under way; 0: the floor is free
  std::uint32_t speech_variance = 0;
  std::optional<EntryId> next;                   // who is called next
  std::vector<council::RegionStanding> regions;  // in the order by regional groups: those that wait
};

}  // namespace rostrum::views
