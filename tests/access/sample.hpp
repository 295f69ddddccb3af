// A small session with sign-ins, and a secret that is known.
#pragma once

#include "access/codes.hpp"

namespace rostrum::access {

inline Secret known_secret(std::uint8_t first = 1) {
  std::array<std::uint8_t, secret_bytes> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(first + i);
  return Secret(bytes);
}

inline void add_seat(council::State& state, const council::SeatPlan& plan, std::uint32_t generation = 1,
                     bool revoked = false) {
  state.seats[plan.id] = plan;
  const auto id = council::grant_id(plan.id, generation);
  state.grants[id] = {.id = id,
                      .seat = plan.id,
                      .role = plan.role,
                      .delegation = plan.delegation,
                      .generation = generation,
                      .revoked = revoked};
}

/// A chair, two displays, two delegations with a seat each, and a named participant of one.
inline council::State sample_session() {
  using council::Role;
  council::State state;
  state.session.id = {"council"};
  state.session.languages = {"en", "fr"};
  for (const auto& [id, name] : {std::pair("KE", "Kenya"), std::pair("CI", "Côte d’Ivoire")}) {
    state.delegations[{id}] = {.id = {id}, .name = {{"en", name}, {"fr", name}}};
    state.delegation_order.push_back({id});
    add_seat(state, {.id = {id}, .role = Role::delegate, .delegation = DelegationId{id}});
  }
  add_seat(state, {.id = {"CI-1"},
                   .role = Role::delegate,
                   .delegation = DelegationId{"CI"},
                   .person = council::Speaker{"A. Person (fictional)", "Minister"}});
  add_seat(state, {.id = {"screen-2"}, .role = Role::display});
  add_seat(state, {.id = {"screen-1"}, .role = Role::display});
  add_seat(state, {.id = {"chair"}, .role = Role::chair});
  return state;
}

}  // namespace rostrum::access
