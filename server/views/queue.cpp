#include "council/order.hpp"
#include "council/timing.hpp"
#include "views/thing.hpp"

namespace rostrum::views {

namespace {

constexpr std::int64_t ms_per_s = 1000;

Key key_of(const PanelId& id) { return {.kind = KeyKind::queue, .id = id.value}; }

std::uint32_t seconds_down(Millis span) { return static_cast<std::uint32_t>(span.value / ms_per_s); }
std::uint32_t seconds_up(Millis span) { return static_cast<std::uint32_t>((span.value + ms_per_s - 1) / ms_per_s); }

/// Everyone who sees the panel.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Panel* panel = panel_seen(state, {key.id}, audience);
  if (!panel) return std::nullopt;
  const council::Estimate estimate = council::estimate(state, *panel);
  Queue view{.panel = panel->plan.id,
             .entries = panel->order(),
             .earliest_s = {},
             .latest_s = {},
             .finish_earliest_s = seconds_down(estimate.finish_earliest),
             .finish_latest_s = seconds_up(estimate.finish_latest),
             .next = council::next_of(state, *panel)};
  for (const auto& [earliest, latest] : estimate.entries) {
    view.earliest_s.push_back(seconds_down(earliest));
    view.latest_s.push_back(seconds_up(latest));
  }
  return view;
}

void of_panel(const council::Panel& panel, Keys& keys) { keys.push_back(key_of(panel.plan.id)); }

/// The expected times rest on the limits.
void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  for (const PanelId& id : changes.lists) keys.push_back(key_of(id));
  for (const auto& [id, of] : changes.limits) keys.push_back(key_of(id));
}

}  // namespace

const Thing things::queue{.shared = shared, .of_panel = of_panel, .follow = follow};

}  // namespace rostrum::views
