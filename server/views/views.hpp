// What an audience may see. Two functions keep every client's picture right, and a property holds them together: a
// snapshot and the patches after it equal a fresh projection, for every viewer.
//
// A key names an entity. Each belongs to all audiences, to some, or to one delegation; what a viewer may not see is
// never rendered for it (docs/rules.md#p4).
#pragma once

#include <compare>

#include "council/changes.hpp"
#include "views/things.hpp"

namespace rostrum::views {

using council::Audience;
using council::audience_count;

[[nodiscard]] Audience audience_of(council::Role role);
using council::name;

/// The name of an entity: `text()` is what stands on the wire, such as "entry/17" or "panellist/high-level/it".
struct Key {
  KeyKind kind = KeyKind::session;
  std::string id;  // of meeting, panel (also for queue, floor, panellist), delegation (also for what is its own), seat
  std::string second;        // of the panellist
  std::uint32_t number = 0;  // of the entry (also for desk, point, statement), signal, notice, help

  auto operator<=>(const Key&) const = default;
  [[nodiscard]] std::string text() const;
};
using Keys = std::vector<Key>;

/// One of the four audiences (shared entities), or one delegation (its private ones, and nothing else).
using Viewer = std::variant<Audience, DelegationId>;

/// The keys whose entities have changed, for anyone, with `changes`, which are those of one event; `after` is the state
/// after it. A key may be there twice.
[[nodiscard]] Keys touched(const council::Changes& changes, const council::State& after);

/// The entity as `viewer` may see it; none where it does not exist or is not for this viewer.
[[nodiscard]] std::optional<Entity> render(const council::State& state, const Key& key, const Viewer& viewer);

/// Every key of the session, in the order a snapshot has them: what is the session's, then panel by panel, then entry
/// by entry, then what comes and goes.
[[nodiscard]] Keys all_keys(const council::State& state);

/// Every key of which a viewer can see something, with its entity: a fresh projection.
[[nodiscard]] std::vector<std::pair<Key, Entity>> project(const council::State& state, const Viewer& viewer);

/// Whether a key's entities are private to a delegation (and to which), rather than shared by audiences.
[[nodiscard]] std::optional<DelegationId> private_to(const Key& key);

}  // namespace rostrum::views
