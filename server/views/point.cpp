#include "views/thing.hpp"

namespace rostrum::views {

namespace {

std::optional<Entity> point(const council::State& state, EntryId id) {
  const council::Entry* found = state.find(id);
  if (!found || council::facts_of(found->kind).line != council::Line::points) return std::nullopt;
  const bool recognised = state.panel_of(*found).interrupting() == found->id;
  if (found->status != council::EntryStatus::waiting && !recognised) return std::nullopt;
  return PointOfOrder{.entry = found->id,
                      .panel = found->panel,
                      .delegation = found->delegation,
                      .note = found->note,
                      .raised_at = found->requested_at,
                      .recognised = recognised};
}

/// Until it is ruled on: the desk.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  return audience == Audience::desk ? point(state, {key.number}) : std::nullopt;
}

/// Until it is ruled on: its delegation.
std::optional<Entity> own(const council::State& state, const Key& key, const DelegationId& viewer) {
  const council::Entry* found = state.find(EntryId{key.number});
  return found && found->delegation == viewer ? point(state, found->id) : std::nullopt;
}

void add(const council::Entry& entry, Keys& keys) {
  keys.push_back({.kind = KeyKind::point, .number = entry.id.value});
  if (entry.delegation)
    keys.push_back({.kind = KeyKind::own_point, .id = entry.delegation->value, .number = entry.id.value});
}

void passing(const council::State& state, Keys& keys) {
  for (const auto& [id, panel] : state.panels) {
    for (const EntryId point : panel.lines[council::Line::points]) add(state.entries.at(point), keys);
    if (const auto point = panel.interrupting()) add(state.entries.at(*point), keys);
  }
}

void follow(const council::Changes& changes, const council::State& after, Keys& keys) {
  for (const EntryId id : changes.entries)
    if (const council::Entry& entry = after.entries.at(id); council::facts_of(entry.kind).line == council::Line::points)
      add(entry, keys);
}

}  // namespace

const Thing things::point{.shared = shared, .own = own, .passing = passing, .follow = follow};

}  // namespace rostrum::views
