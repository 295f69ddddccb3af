// What a robot looks for in what it holds of the hall.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "client/floor.hpp"
#include "client/store.hpp"

namespace rostrum::robots {

/// Calls `visit` with each entity whose key begins with `prefix`, in the order of the keys, until it returns true.
template <class Visit>
bool any(const client::Entities& entities, std::string_view prefix, Visit&& visit) {
  for (auto at = entities.lower_bound(prefix); at != entities.end() && at->first.starts_with(prefix); ++at)
    if (visit(at->second)) return true;
  return false;
}

inline const v1::Session& session_of(const client::Store& store) {
  const auto* found = store.find("session");
  return found ? found->session() : v1::Session::default_instance();
}
inline const v1::Panel& panel_of(const client::Store& store, const std::string& id) {
  const auto* found = store.find("panel/" + id);
  return found ? found->panel() : v1::Panel::default_instance();
}
inline const v1::Meeting& meeting_of(const client::Store& store, const std::string& id) {
  const auto* found = store.find("meeting/" + id);
  return found ? found->meeting() : v1::Meeting::default_instance();
}
inline const v1::Queue& queue_of(const client::Store& store, const std::string& panel) {
  const auto* found = store.find("queue/" + panel);
  return found ? found->queue() : v1::Queue::default_instance();
}
inline const v1::Floor& floor_of(const client::Store& store, const std::string& panel) {
  const auto* found = store.find("floor/" + panel);
  return found ? found->floor() : v1::Floor::default_instance();
}

/// The panel that is under way; one without an id where none is.
inline const v1::Panel& panel_under_way(const client::Store& store) {
  for (const std::string& id : session_of(store).panels())
    if (panel_of(store, id).status() == v1::PANEL_STATUS_OPEN) return panel_of(store, id);
  return v1::Panel::default_instance();
}

inline bool takes_requests(const v1::Panel& panel) {
  return panel.list_status() == v1::LIST_STATUS_OPEN || panel.list_status() == v1::LIST_STATUS_CLOSING;
}

/// How long a speech has lasted, without its pauses.
inline Millis spoken(const v1::Holding& held, Instant now) {
  const auto until = held.paused_at() != 0 ? held.paused_at() : now.value;
  return {std::max<std::int64_t>(0, until - held.started_at() - held.paused_ms())};
}

/// The paragraph that a speaker has reached after so long; 0 where there is no text. 110 words a minute.
[[nodiscard]] std::uint32_t paragraph_reached(const v1::Statement& statement, const std::string& language,
                                              Millis spoken);

}  // namespace rostrum::robots
