// What an audience may see. Two functions keep every client's picture right, and a property holds them together: a
// snapshot and the patches after it equal a fresh projection, for every viewer.
//
// A key names an entity. Each belongs to all audiences, to some, or to one delegation; what a viewer may not see is
// never rendered for it (docs/rules.md#p4).
#pragma once

#include <compare>
#include <set>

#include "views/entities.hpp"

namespace rostrum::views {

using council::Audience;
using council::audience_count;

[[nodiscard]] Audience audience_of(council::Role role);
using council::name;

enum class KeyKind : std::uint8_t {
  session,
  meeting,
  panel,
  delegation,
  panellist,
  queue,
  entry,
  floor,
  desk,
  standing,
  point,
  statement,
  signal,
  notice,
  help,
  seat,
  // Private to a delegation, which the key names in `id`.
  own_point,
  own_statement,
  own_signal,
  own_notice,
  own_help
};

/// The name of an entity: `text()` is what stands on the wire, such as "entry/17" or "panellist/high-level/it".
struct Key {
  KeyKind kind = KeyKind::session;
  std::string id;  // of meeting, panel (also for queue, floor, panellist), delegation (also for what is its own), seat
  std::string second;        // of the panellist
  std::uint32_t number = 0;  // of the entry (also for desk, point, statement), signal, notice, help

  auto operator<=>(const Key&) const = default;
  [[nodiscard]] std::string text() const;

 private:
  [[nodiscard]] std::string own(const char* what) const;
};

/// One of the four audiences (shared entities), or one delegation (its private ones, and nothing else).
using Viewer = std::variant<Audience, DelegationId>;

/// The keys whose entities `event` may have changed, for anyone; `after` is the state after it.
[[nodiscard]] std::vector<Key> touched(const council::Event& event, const council::State& after);

/// The entity as `viewer` may see it; none where it does not exist or is not for this viewer.
[[nodiscard]] std::optional<Entity> render(const council::State& state, const Key& key, const Viewer& viewer);

/// Every key of the session, in the order a snapshot has them.
[[nodiscard]] std::vector<Key> all_keys(const council::State& state);

/// Every key of which a viewer can see something, with its entity: a fresh projection.
[[nodiscard]] std::vector<std::pair<Key, Entity>> project(const council::State& state, const Viewer& viewer);

/// Whether a key's entities are private to a delegation (and to which), rather than shared by audiences.
[[nodiscard]] std::optional<DelegationId> private_to(const Key& key);

}  // namespace rostrum::views
