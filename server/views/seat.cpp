#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Key key_of(const SeatId& id) { return {.kind = KeyKind::seat, .id = id.value}; }

/// The desk.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const auto found = state.seat_grants.find(SeatId{key.id});
  if (audience != Audience::desk || found == state.seat_grants.end()) return std::nullopt;
  const council::Grant& grant = state.grants.at(found->second);
  return Seat{.plan = state.seats.at(found->first),
              .generation = grant.generation,
              .revoked = grant.revoked,
              .expires_at = grant.expires_at};
}

void passing(const council::State& state, Keys& keys) {
  for (const auto& [id, grant] : state.seat_grants) keys.push_back(key_of(id));
}

void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  for (const SeatId& id : changes.seats) keys.push_back(key_of(id));
}

}  // namespace

const Thing things::seat{.shared = shared, .passing = passing, .follow = follow};

}  // namespace rostrum::views
