// Keys by what they name, so that a key's fields are filled in one place only.
#pragma once

#include "views/views.hpp"

namespace rostrum::views {

[[nodiscard]] inline Key session_key() { return {.kind = KeyKind::session}; }
[[nodiscard]] inline Key key_of(const MeetingId& meeting) { return {.kind = KeyKind::meeting, .id = meeting.value}; }
[[nodiscard]] inline Key key_of(const PanelId& panel) { return {.kind = KeyKind::panel, .id = panel.value}; }
[[nodiscard]] inline Key key_of(const DelegationId& delegation) {
  return {.kind = KeyKind::delegation, .id = delegation.value};
}
[[nodiscard]] inline Key key_of(const PanelId& panel, const PanellistId& panellist) {
  return {.kind = KeyKind::panellist, .id = panel.value, .second = panellist.value};
}
[[nodiscard]] inline Key key_of(EntryId entry) { return {.kind = KeyKind::entry, .number = entry.value}; }
[[nodiscard]] inline Key queue_key(const PanelId& panel) { return {.kind = KeyKind::queue, .id = panel.value}; }
[[nodiscard]] inline Key floor_key(const PanelId& panel) { return {.kind = KeyKind::floor, .id = panel.value}; }
[[nodiscard]] inline Key desk_key(EntryId entry) { return {.kind = KeyKind::desk, .number = entry.value}; }
[[nodiscard]] inline Key standing_key(const DelegationId& delegation) {
  return {.kind = KeyKind::standing, .id = delegation.value};
}

}  // namespace rostrum::views
