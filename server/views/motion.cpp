#include <algorithm>

#include "views/thing.hpp"

namespace rostrum::views {

namespace {

using council::State;

bool is_taken_up(const State& state, const council::Entry& entry) { return state.panel_of(entry).held_by(entry.id); }

/// Without those who ask; none where it does not wait and is not before the chair.
std::optional<Motion> motion(const State& state, EntryId id) {
  const council::Motion* found = state.motion_of(id);
  if (!found) return std::nullopt;
  const council::Entry& entry = state.entries.at(id);
  const bool taken_up = is_taken_up(state, entry);
  if (entry.status != council::EntryStatus::waiting && !taken_up) return std::nullopt;
  return Motion{.entry = id,
                .panel = entry.panel,
                .delegation = entry.delegation,
                .motion = found->kind,
                .moved_at = entry.requested_at,
                .taken_up = taken_up,
                .speakers_for = council::facts_of(found->kind).speakers_for,
                .speakers_against = council::facts_of(found->kind).speakers_against,
                .spoken = found->spoken,
                .asks = {},
                .objections_asked_at = found->objections_asked_at};
}

/// The desk, and everyone who sees the panel once it is taken up.
std::optional<Entity> shared(const State& state, const Key& key, Audience audience) {
  auto view = motion(state, {key.number});
  if (!view || (!view->taken_up && audience != Audience::desk)) return std::nullopt;
  if (!panel_seen(state, view->panel, audience)) return std::nullopt;
  if (audience == Audience::desk) view->asks = state.motions.at(view->entry).asks;
  return view;
}

/// Whoever has moved it, and whoever asks to speak on it.
std::optional<Entity> own(const State& state, const Key& key, const DelegationId& viewer) {
  auto view = motion(state, {key.number});
  if (!view) return std::nullopt;
  std::ranges::copy_if(state.motions.at(view->entry).asks, std::back_inserter(view->asks),
                       [&](const council::OnMotion& one) { return one.delegation == viewer; });
  return view->delegation == viewer || !view->asks.empty() ? std::optional<Entity>(view) : std::nullopt;
}

void add_own(EntryId id, const DelegationId& delegation, Keys& keys) {
  keys.push_back({.kind = KeyKind::own_motion, .id = delegation.value, .number = id.value});
}

void add(const State& state, EntryId id, Keys& keys) {
  keys.push_back({.kind = KeyKind::motion, .number = id.value});
  if (const auto& mover = state.entries.at(id).delegation) add_own(id, *mover, keys);
  for (const council::OnMotion& one : state.motions.at(id).asks) add_own(id, one.delegation, keys);
}

void passing(const State& state, Keys& keys) {
  for (const auto& [id, motion] : state.motions)
    if (!motion.outcome) add(state, id, keys);
}

void follow(const council::Changes& changes, const State& after, Keys& keys) {
  for (const EntryId id : changes.motions) add(after, id, keys);
  for (const EntryId id : changes.entries)
    if (after.motion_of(id)) add(after, id, keys);
  for (const auto& [id, delegation] : changes.on_motions) add_own(id, delegation, keys);
}

}  // namespace

const Thing things::motion{.shared = shared, .own = own, .passing = passing, .follow = follow};

}  // namespace rostrum::views
