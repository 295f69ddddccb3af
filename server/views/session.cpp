#include "views/thing.hpp"

namespace rostrum::views {

namespace {

/// Everyone. Of its panels the public sees no drafts.
std::optional<Entity> shared(const council::State& state, const Key&, Audience audience) {
  Session view{.plan = state.session, .meetings = state.meeting_order, .panels = {}};
  for (const PanelId& id : state.panel_order)
    if (panel_seen(state, id, audience)) view.panels.push_back(id);
  return view;
}

void of_session(const council::State&, Keys& keys) { keys.push_back({.kind = KeyKind::session}); }

void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  if (!changes.revealed.empty()) keys.push_back({.kind = KeyKind::session});
}

}  // namespace

const Thing things::session{.shared = shared, .of_session = of_session, .follow = follow};

}  // namespace rostrum::views
