#include "base/assert.hpp"
#include "views/views.hpp"

namespace rostrum::views {

using council::Role;

Audience audience_of(Role role) {
  switch (role) {
  case Role::chair:
  case Role::desk:
    return Audience::desk;
  case Role::delegate:
    return Audience::delegate;
  case Role::interpreter:
  case Role::captioner:
    return Audience::booth;
  case Role::observer:
  case Role::display:
    return Audience::public_;
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(Audience audience) {
  switch (audience) {
  case Audience::public_:
    return "public";
  case Audience::delegate:
    return "delegate";
  case Audience::booth:
    return "booth";
  case Audience::desk:
    return "desk";
  }
  ROSTRUM_ASSERT(false);
}

std::string Key::text() const {
  switch (kind) {
  case KeyKind::session:
    return "session";
  case KeyKind::meeting:
    return "meeting/" + id;
  case KeyKind::panel:
    return "panel/" + id;
  case KeyKind::delegation:
    return "delegation/" + id;
  case KeyKind::panellist:
    return "panellist/" + id + "/" + second;
  case KeyKind::queue:
    return "queue/" + id;
  case KeyKind::entry:
    return "entry/" + std::to_string(number);
  case KeyKind::floor:
    return "floor/" + id;
  case KeyKind::desk:
    return "desk/" + std::to_string(number);
  case KeyKind::standing:
    return "standing/" + id;
  }
  ROSTRUM_ASSERT(false);
}

std::optional<DelegationId> private_to(const Key& key) {
  if (key.kind != KeyKind::standing) return std::nullopt;
  return DelegationId{key.id};
}

std::vector<Key> all_keys(const council::State& state) {
  std::vector<Key> keys;
  if (!state.created()) return keys;
  keys.push_back({.kind = KeyKind::session});
  for (const MeetingId& id : state.meeting_order) keys.push_back({.kind = KeyKind::meeting, .id = id.value});
  for (const DelegationId& id : state.delegation_order) keys.push_back({.kind = KeyKind::delegation, .id = id.value});
  for (const PanelId& id : state.panel_order) {
    const council::Panel& panel = state.panels.at(id);
    keys.push_back({.kind = KeyKind::panel, .id = id.value});
    for (const council::PanellistPlan& panellist : panel.plan.panellists)
      keys.push_back({.kind = KeyKind::panellist, .id = id.value, .second = panellist.id.value});
    keys.push_back({.kind = KeyKind::queue, .id = id.value});
    keys.push_back({.kind = KeyKind::floor, .id = id.value});
  }
  for (std::uint32_t number = 1; number <= state.last_entry; ++number) {
    keys.push_back({.kind = KeyKind::entry, .number = number});
    keys.push_back({.kind = KeyKind::desk, .number = number});
  }
  for (const auto& [id, standing] : state.standings) keys.push_back({.kind = KeyKind::standing, .id = id.value});
  return keys;
}

std::vector<std::pair<Key, Entity>> project(const council::State& state, const Viewer& viewer) {
  std::vector<std::pair<Key, Entity>> entities;
  for (Key& key : all_keys(state))
    if (auto entity = render(state, key, viewer)) entities.emplace_back(std::move(key), *std::move(entity));
  return entities;
}

}  // namespace rostrum::views
