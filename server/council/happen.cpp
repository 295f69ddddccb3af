#include "council/happen.hpp"

#include <ranges>
#include <set>
#include <utility>

#include "council/order.hpp"

namespace rostrum::council {

namespace {

/// The panels whose lists may be in another order now: something has happened there, or to whom they wait for.
std::set<PanelId> panels_to_order(const State& state, const Changes& changes) {
  std::set<PanelId> panels(changes.lists.begin(), changes.lists.end());
  if (!changes.heard.empty())
    for (const auto& [id, panel] : state.panels) panels.insert(id);
  return panels;
}

/// Who had answered to be on the way and is no longer one of the first in line: it is asked again when it is.
Events no_longer_on_stand_by(const State& state, const Changes& changes) {
  Events events;
  for (const PanelId& id : std::set<PanelId>(changes.lists.begin(), changes.lists.end()))
    for (const EntryId entry : state.panels.at(id).order() | std::views::drop(stand_by_places))
      if (state.entries.at(entry).on_the_way_at) events.emplace_back(StandByCleared{entry});
  return events;
}

}  // namespace

Events happen(State& state, Events events, const Stamp& stamp) {
  Changes changes;
  for (const Event& event : events) evolve(state, event, stamp, &changes);
  for (const PanelId& id : panels_to_order(state, changes)) {
    auto order = reordered(state, state.panels.at(id));
    if (!order) continue;
    events.emplace_back(ListOrdered{id, *std::move(order)});
    evolve(state, events.back(), stamp, &changes);
  }
  for (Event& event : no_longer_on_stand_by(state, changes)) {
    evolve(state, event, stamp);
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace rostrum::council
