#include <algorithm>
#include <iterator>

#include "base/assert.hpp"
#include "views/keys_of.hpp"

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
  case KeyKind::point:
    return "point/" + std::to_string(number);
  case KeyKind::statement:
    return "statement/" + std::to_string(number);
  case KeyKind::signal:
    return "signal/" + std::to_string(number);
  case KeyKind::notice:
    return "notice/" + std::to_string(number);
  case KeyKind::help:
    return "help/" + std::to_string(number);
  case KeyKind::seat:
    return "seat/" + id;
  case KeyKind::own_point:
    return own("point");
  case KeyKind::own_statement:
    return own("statement");
  case KeyKind::own_signal:
    return own("signal");
  case KeyKind::own_notice:
    return own("notice");
  case KeyKind::own_help:
    return own("help");
  }
  ROSTRUM_ASSERT(false);
}

std::string Key::own(const char* what) const {
  return std::string("own/") + what + "/" + id + "/" + std::to_string(number);
}

std::optional<DelegationId> private_to(const Key& key) {
  switch (key.kind) {
  case KeyKind::standing:
  case KeyKind::own_point:
  case KeyKind::own_statement:
  case KeyKind::own_signal:
  case KeyKind::own_notice:
  case KeyKind::own_help:
    return DelegationId{key.id};
  default:
    return std::nullopt;
  }
}

std::vector<Key> keys_of_point(const council::Entry& entry) {
  std::vector<Key> keys{{.kind = KeyKind::point, .number = entry.id.value}};
  if (entry.delegation)
    keys.push_back({.kind = KeyKind::own_point, .id = entry.delegation->value, .number = entry.id.value});
  return keys;
}

std::vector<Key> keys_of_statement(const council::Entry& entry) {
  std::vector<Key> keys{{.kind = KeyKind::statement, .number = entry.id.value}};
  if (entry.delegation)
    keys.push_back({.kind = KeyKind::own_statement, .id = entry.delegation->value, .number = entry.id.value});
  return keys;
}

std::vector<Key> keys_of_signal(const council::State& state, const council::Signal& signal) {
  std::vector<Key> keys{{.kind = KeyKind::signal, .number = signal.id.value}};
  if (const auto delegation = council::concerned(state, signal))
    keys.push_back({.kind = KeyKind::own_signal, .id = delegation->value, .number = signal.id.value});
  return keys;
}

std::vector<Key> keys_of_notice(const council::Notice& notice) {
  std::vector<Key> keys{{.kind = KeyKind::notice, .number = notice.id.value}};
  if (const auto* delegation = std::get_if<DelegationId>(&notice.to))
    keys.push_back({.kind = KeyKind::own_notice, .id = delegation->value, .number = notice.id.value});
  return keys;
}

std::vector<Key> keys_of_help(const council::Help& help) {
  return {{.kind = KeyKind::help, .number = help.id.value},
          {.kind = KeyKind::own_help, .id = help.delegation.value, .number = help.id.value}};
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
  const auto add = [&keys](std::vector<Key> more) { std::ranges::move(more, std::back_inserter(keys)); };
  for (const auto& [id, panel] : state.panels) {
    for (const EntryId point : panel.points) add(keys_of_point(state.entries.at(point)));
    if (panel.point) add(keys_of_point(state.entries.at(*panel.point)));
  }
  for (const auto& [id, statement] : state.statements) add(keys_of_statement(state.entries.at(id)));
  for (const auto& [id, signal] : state.signals) add(keys_of_signal(state, signal));
  for (const auto& [id, notice] : state.notices) add(keys_of_notice(notice));
  for (const auto& [id, help] : state.helps) add(keys_of_help(help));
  for (const auto& [id, grant] : state.seat_grants) keys.push_back({.kind = KeyKind::seat, .id = id.value});
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
