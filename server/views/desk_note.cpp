#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Key key_of(EntryId id) { return {.kind = KeyKind::desk, .number = id.value}; }

/// The desk alone, as long as the entry is in view.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Entry* entry = audience == Audience::desk ? entry_seen(state, {key.number}, audience) : nullptr;
  if (!entry) return std::nullopt;
  return DeskNote{.entry = entry->id, .no_shows = entry->no_shows, .requested_by = entry->requested_by};
}

void of_entry(EntryId entry, Keys& keys) { keys.push_back(key_of(entry)); }

void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  for (const EntryId id : changes.entries) keys.push_back(key_of(id));
}

}  // namespace

const Thing things::desk{.shared = shared, .of_entry = of_entry, .follow = follow};

}  // namespace rostrum::views
