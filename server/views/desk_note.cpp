#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Key key_of(EntryId id) { return {.kind = KeyKind::desk, .number = id.value}; }

/// The desk alone, as long as the entry is in view.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Entry* entry = audience == Audience::desk ? entry_seen(state, {key.number}, audience) : nullptr;
  if (!entry) return std::nullopt;
  return DeskNote{.entry = entry->id,
                  .no_shows = entry->no_shows,
                  .requested_by = entry->requested_by,
                  .on_the_way_at = entry->on_the_way_at};
}

/// Its delegation alone, while its answer stands.
std::optional<Entity> own(const council::State& state, const Key& key, const DelegationId& viewer) {
  const council::Entry* entry = state.find(EntryId{key.number});
  if (!entry || entry->delegation != viewer || !entry->on_the_way_at) return std::nullopt;
  return DeskNote{.entry = entry->id, .on_the_way_at = entry->on_the_way_at};
}

void of_entry(EntryId entry, Keys& keys) { keys.push_back(key_of(entry)); }

void add_own(const council::Entry& entry, Keys& keys) {
  if (entry.delegation)
    keys.push_back({.kind = KeyKind::own_desk, .id = entry.delegation->value, .number = entry.id.value});
}

void passing(const council::State& state, Keys& keys) {
  for (const auto& [id, panel] : state.panels)
    for (const EntryId entry : panel.order()) add_own(state.entries.at(entry), keys);
}

void follow(const council::Changes& changes, const council::State& after, Keys& keys) {
  for (const EntryId id : changes.entries) keys.push_back(key_of(id));
  for (const EntryId id : changes.on_the_way) add_own(after.entries.at(id), keys);
}

}  // namespace

const Thing things::desk{.shared = shared, .own = own, .of_entry = of_entry, .passing = passing, .follow = follow};

}  // namespace rostrum::views
