#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Help told(const council::Help& help) {
  return {.id = help.id,
          .delegation = help.delegation,
          .note = help.note,
          .requested_at = help.requested_at,
          .status = help.status,
          .taken_by = {}};
}

/// Until it is closed: the desk, with who has taken it.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Help* found = state.find(HelpId{key.number});
  if (audience != Audience::desk || !found || council::is_over(*found)) return std::nullopt;
  Help view = told(*found);
  view.taken_by = found->taken_by;
  return view;
}

/// Until it is closed: its delegation alone.
std::optional<Entity> own(const council::State& state, const Key& key, const DelegationId& viewer) {
  const council::Help* found = state.find(HelpId{key.number});
  if (!found || found->delegation != viewer || council::is_over(*found)) return std::nullopt;
  return told(*found);
}

void add(const council::Help& help, Keys& keys) {
  keys.push_back({.kind = KeyKind::help, .number = help.id.value});
  keys.push_back({.kind = KeyKind::own_help, .id = help.delegation.value, .number = help.id.value});
}

void passing(const council::State& state, Keys& keys) {
  for (const auto& [id, help] : state.helps) add(help, keys);
}

void follow(const council::Changes& changes, const council::State& after, Keys& keys) {
  for (const HelpId id : changes.helps) add(after.helps.at(id), keys);
}

}  // namespace

const Thing things::help{.shared = shared, .own = own, .passing = passing, .follow = follow};

}  // namespace rostrum::views
