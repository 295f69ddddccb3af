#include "views/thing.hpp"

namespace rostrum::views {

namespace {

/// Everyone.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience) {
  const council::DelegationPlan* found = state.find(DelegationId{key.id});
  if (!found) return std::nullopt;
  return Delegation{*found};
}

void of_session(const council::State& state, Keys& keys) {
  for (const DelegationId& id : state.delegation_order) keys.push_back({.kind = KeyKind::delegation, .id = id.value});
}

}  // namespace

/// The programme alone says who takes part: nothing that happens changes it.
const Thing things::delegation{.shared = shared, .of_session = of_session};

}  // namespace rostrum::views
