// A panel: what it is, how it and its list of speakers stand, what was spoken.
//
// Key: panel/<id>. Seen by everyone, a draft not by the public (docs/rules.md#p3-draft).
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Panel {
  council::PanelPlan plan;
  council::PanelStatus status{};
  council::ListStatus list{};
  std::optional<Instant> list_opens_at;
  std::optional<Instant> list_closes_at;
  std::optional<Instant> opened_at;
  Millis spoken;
  std::uint32_t speeches = 0;
};

/// The panel, where `audience` sees it and what is its own: a draft is hidden from the public.
[[nodiscard]] const council::Panel* panel_seen(const council::State& state, const PanelId& id,
                                               council::Audience audience);

}  // namespace rostrum::views
