#include "council/order.hpp"
#include "council/timing.hpp"
#include "views/thing.hpp"

namespace rostrum::views {

bool in_view(const council::Entry& entry) {
  const bool told = entry.status == council::EntryStatus::waiting && council::facts_of(entry.kind).told_while_waiting;
  return told || entry.status == council::EntryStatus::has_floor;
}

const council::Entry* entry_seen(const council::State& state, EntryId id, council::Audience audience) {
  const council::Entry* entry = state.find(id);
  return entry && in_view(*entry) && panel_seen(state, entry->panel, audience) ? entry : nullptr;
}

namespace {

Key key_of(EntryId id) { return {.kind = KeyKind::entry, .number = id.value}; }

/// Everyone who sees the panel, while it is in view.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Entry* entry = entry_seen(state, {key.number}, audience);
  if (!entry) return std::nullopt;
  return Entry{.id = entry->id,
               .panel = entry->panel,
               .delegation = entry->delegation,
               .kind = entry->kind,
               .language = entry->language,
               .speaker = entry->speaker,
               .on_behalf_of = entry->on_behalf_of,
               .addressed_to = entry->addressed_to,
               .body = entry->body,
               .requested_at = entry->requested_at,
               .limit = council::limit_for(state, *entry),
               .moved = entry->moved,
               .skipped = entry->skipped,
               .statements_before = council::statements_before(state, *entry),
               .rank = entry->rank,
               .reason = council::reason_of(*entry, state.panel_of(*entry).plan.order_policy),
               .spoken_before = council::spoken_before(state, *entry)};
}

void of_entry(EntryId entry, Keys& keys) { keys.push_back(key_of(entry)); }

/// All that a limit holds for. The entry that has the floor is still seen, with the limit that a speech on it would
/// have.
void follow_limit(const council::State& after, const council::Panel& panel, council::LimitOf of, Keys& keys) {
  const auto add = [&](EntryId id) {
    const council::Entry& entry = after.entries.at(id);
    if (council::limit_of(entry.kind, after.category_of(entry)) == of) keys.push_back(key_of(id));
  };
  for (const EntryId id : panel.order()) add(id);
  for (const council::Holding& held : panel.floor)
    if (const auto* id = std::get_if<EntryId>(&held.of)) add(*id);
}

/// All of a delegation that are in view, on all panels.
void follow_heard(const council::State& after, const DelegationId& delegation, Keys& keys) {
  const auto add = [&](EntryId id) {
    if (after.entries.at(id).delegation == delegation) keys.push_back(key_of(id));
  };
  for (const auto& [id, panel] : after.panels) {
    for (const EntryId entry : panel.order()) add(entry);
    for (const council::Holding& held : panel.floor)
      if (const auto* entry = std::get_if<EntryId>(&held.of)) add(*entry);
  }
}

void follow(const council::Changes& changes, const council::State& after, Keys& keys) {
  for (const EntryId id : changes.entries) keys.push_back(key_of(id));
  for (const DelegationId& id : changes.heard) follow_heard(after, id, keys);
  for (const auto& [panel, of] : changes.limits) follow_limit(after, after.panels.at(panel), of, keys);
}

}  // namespace

const Thing things::entry{.shared = shared, .of_entry = of_entry, .follow = follow};

}  // namespace rostrum::views
