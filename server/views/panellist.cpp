#include <tuple>

#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Key key_of(const PanelId& panel, const PanellistId& id) {
  return {.kind = KeyKind::panellist, .id = panel.value, .second = id.value};
}

/// Everyone who sees the panel.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Panel* panel = panel_seen(state, {key.id}, audience);
  const council::PanellistPlan* plan = panel ? state.find(*panel, {key.second}) : nullptr;
  if (!plan) return std::nullopt;
  Panellist view{.plan = *plan, .panel = panel->plan.id, .limit = panel->plan.limits.at(council::LimitOf::panellist)};
  if (const auto found = panel->panellists.find(plan->id); found != panel->panellists.end())
    std::tie(view.speeches, view.spoken) = found->second;
  return view;
}

void of_panel(const council::Panel& panel, Keys& keys) {
  for (const council::PanellistPlan& panellist : panel.plan.panellists)
    keys.push_back(key_of(panel.plan.id, panellist.id));
}

void follow(const council::Changes& changes, const council::State& after, Keys& keys) {
  for (const auto& [panel, id] : changes.panellists) keys.push_back(key_of(panel, id));
  for (const auto& [panel, of] : changes.limits)
    if (of == council::LimitOf::panellist) of_panel(after.panels.at(panel), keys);
}

}  // namespace

const Thing things::panellist{.shared = shared, .of_panel = of_panel, .follow = follow};

}  // namespace rostrum::views
