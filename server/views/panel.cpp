#include "views/thing.hpp"

namespace rostrum::views {

const council::Panel* panel_seen(const council::State& state, const PanelId& id, council::Audience audience) {
  const council::Panel* panel = state.find(id);
  const bool hidden = panel && panel->plan.draft && audience == Audience::public_;
  return hidden ? nullptr : panel;
}

namespace {

Key key_of(const PanelId& id) { return {.kind = KeyKind::panel, .id = id.value}; }

/// Everyone, a draft not the public.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Panel* panel = panel_seen(state, {key.id}, audience);
  if (!panel) return std::nullopt;
  return Panel{.plan = panel->plan,
               .status = panel->status,
               .list = panel->list,
               .list_opens_at = panel->list_opens_at,
               .list_closes_at = panel->list_closes_at,
               .opened_at = panel->opened_at,
               .spoken = panel->spoken,
               .speeches = panel->speeches};
}

void of_panel(const council::Panel& panel, Keys& keys) { keys.push_back(key_of(panel.plan.id)); }

void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  for (const PanelId& id : changes.panels) keys.push_back(key_of(id));
  for (const auto& [id, of] : changes.limits) keys.push_back(key_of(id));
}

}  // namespace

const Thing things::panel{.shared = shared, .of_panel = of_panel, .follow = follow};

}  // namespace rostrum::views
