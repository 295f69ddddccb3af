#include "views/draw.hpp"

#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Key key_of(const PanelId& id) { return {.kind = KeyKind::draw, .id = id.value}; }

/// Everyone who sees the panel.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Panel* panel = panel_seen(state, {key.id}, audience);
  if (!panel || !panel->draw) return std::nullopt;
  return Draw{.panel = panel->plan.id, .draw = *panel->draw};
}

void of_panel(const council::Panel& panel, Keys& keys) {
  if (panel.draw) keys.push_back(key_of(panel.plan.id));
}

void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  for (const PanelId& id : changes.draws) keys.push_back(key_of(id));
}

}  // namespace

const Thing things::draw{.shared = shared, .of_panel = of_panel, .follow = follow};

}  // namespace rostrum::views
