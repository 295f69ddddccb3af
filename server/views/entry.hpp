// An entry on the list of speakers, or with the floor.
//
// Key: entry/<number>. Seen by everyone who sees the panel, while it waits or has the floor; a point of order only with
// the floor.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Entry {
  EntryId id;
  PanelId panel;
  std::optional<DelegationId> delegation;
  council::Kind kind{};
  std::string language;
  council::Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::string body;  // of a guest
  Instant requested_at;
  Millis limit;
  bool moved = false;
  bool skipped = false;
  std::uint32_t statements_before = 0;  // of its delegation's own, heard in the session
  std::optional<council::Rank> rank;
  council::Reason reason{};
  Millis spoken_before;  // in those
};

/// Whether an entry waits or has the floor; a point of order is in view only with the floor.
[[nodiscard]] bool in_view(const council::Entry& entry);

/// The entry, where it is in view and on a panel that `audience` sees.
[[nodiscard]] const council::Entry* entry_seen(const council::State& state, EntryId id, council::Audience audience);

}  // namespace rostrum::views
