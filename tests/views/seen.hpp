// Who sees what, as tests ask it: of everybody there is.
#pragma once

#include <map>
#include <set>

#include "council/given.hpp"
#include "support/store.hpp"
#include "views/views.hpp"

namespace rostrum::views {

using namespace council;

inline constexpr std::array audiences{Audience::public_, Audience::delegate, Audience::booth, Audience::desk};

/// Everybody there is: the four audiences and each delegation.
inline std::vector<Viewer> all_viewers(const State& state) {
  std::vector<Viewer> viewers;
  for (int audience = 0; audience < audience_count; ++audience) viewers.emplace_back(static_cast<Audience>(audience));
  for (const DelegationId& delegation : state.delegation_order) viewers.emplace_back(delegation);
  return viewers;
}

inline std::string name_of(const Viewer& viewer) {
  const auto* audience = std::get_if<Audience>(&viewer);
  return audience ? std::string(name(*audience)) : std::get<DelegationId>(viewer).value;
}

/// What a viewer sees, by key, as bytes that can be compared.
inline std::map<std::string, std::string> picture_of(const State& state, const Viewer& viewer) {
  return test::picture(project(state, viewer));
}

inline std::set<std::string> keys_of(const State& state, const Viewer& viewer) {
  std::set<std::string> keys;
  for (const auto& [key, entity] : project(state, viewer)) keys.insert(key.text());
  return keys;
}

inline bool sees(const State& state, const Viewer& viewer, const std::string& key) {
  return keys_of(state, viewer).contains(key);
}

/// Who sees `key`, such as "desk booth CL": audiences first, then delegations.
inline std::string who_sees(const State& state, const std::string& key) {
  std::string who;
  for (const Viewer& viewer : all_viewers(state))
    if (sees(state, viewer, key)) who += (who.empty() ? "" : " ") + name_of(viewer);
  return who;
}

/// Who is sent `words` anywhere in what they see.
inline std::string who_reads(const State& state, const std::string& words) {
  std::string who;
  for (const Viewer& viewer : all_viewers(state))
    for (const auto& [key, bytes] : picture_of(state, viewer))
      if (bytes.find(words) != std::string::npos) {
        who += (who.empty() ? "" : " ") + name_of(viewer);
        break;
      }
  return who;
}

/// The entity, which the viewer has to see.
template <class Entity>
Entity seen(const State& state, const Key& key, const Viewer& viewer = Audience::public_) {
  const auto entity = render(state, key, viewer);
  REQUIRE(entity);
  return std::get<Entity>(*entity);
}

}  // namespace rostrum::views
