#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Key key_of(const DelegationId& id) { return {.kind = KeyKind::standing, .id = id.value}; }

/// Its own delegation alone.
std::optional<Entity> own(const council::State& state, const Key&, const DelegationId& viewer) {
  const auto found = state.standings.find(viewer);
  if (found == state.standings.end()) return std::nullopt;
  return Standing{.delegation = viewer, .standing = found->second};
}

void passing(const council::State& state, Keys& keys) {
  for (const auto& [id, standing] : state.standings) keys.push_back(key_of(id));
}

void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  for (const DelegationId& id : changes.standings) keys.push_back(key_of(id));
}

}  // namespace

const Thing things::standing{.own = own, .passing = passing, .follow = follow};

}  // namespace rostrum::views
