#include <algorithm>
#include <cmath>

#include "council/order.hpp"
#include "council/panel_time.hpp"
#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Key key_of(const PanelId& id) { return {.kind = KeyKind::queue, .id = id.value}; }

/// What a list can come to at the most, far from what the type can hold.
constexpr double told_most = 4e9;

std::uint32_t rounded(double value) { return static_cast<std::uint32_t>(std::min(told_most, std::floor(value + 0.5))); }

/// Everyone who sees the panel.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Panel* panel = panel_seen(state, {key.id}, audience);
  if (!panel) return std::nullopt;
  const council::Expected expected = council::expected(state, *panel);
  Queue view{.panel = panel->plan.id,
             .entries = panel->order(),
             .mean_s = {},
             .variance = {},
             .finish_mean_s = rounded(expected.finish.mean),
             .finish_variance = rounded(expected.finish.variance),
             .next = council::next_of(state, *panel),
             .regions = {}};
  for (const auto& [mean, variance] : expected.places) {
    view.mean_s.push_back(rounded(mean));
    view.variance.push_back(rounded(variance));
  }
  if (expected.speech) {
    view.speech_mean_s = rounded(expected.speech->mean);
    view.speech_variance = rounded(expected.speech->variance);
  }
  if (panel->plan.order_policy == council::OrderPolicy::alternate)
    view.regions = council::regions_waiting(state, *panel);
  return view;
}

void of_panel(const council::Panel& panel, Keys& keys) { keys.push_back(key_of(panel.plan.id)); }

/// The expected times rest on the limits, on who has the floor, and on what was learned.
void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  for (const PanelId& id : changes.lists) keys.push_back(key_of(id));
  for (const PanelId& id : changes.expected) keys.push_back(key_of(id));
  for (const auto& [id, of] : changes.limits) keys.push_back(key_of(id));
}

}  // namespace

const Thing things::queue{.shared = shared, .of_panel = of_panel, .follow = follow};

}  // namespace rostrum::views
