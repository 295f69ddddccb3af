#include "council/order.hpp"

#include <algorithm>
#include <tuple>

namespace rostrum::council {

int order_class(OrderPolicy policy, Kind kind, Category category) {
  if (policy == OrderPolicy::inscription_time) return 0;
  if (kind == Kind::group_statement) return 0;
  return 1 + static_cast<int>(category);
}

namespace {

int class_of(const State& state, const Panel& panel, EntryId id) {
  const Entry& entry = state.entries.at(id);
  return order_class(panel.plan.order_policy, entry.kind, state.category_of(entry));
}

/// Behind the last of `waiting` that stands by policy and is not of a higher class; before the first of a higher one
/// where there is none. Entries that the chair has moved say nothing about where a class ends.
std::uint32_t place_behind_class(const State& state, const Panel& panel, const std::vector<EntryId>& waiting,
                                 int order_class) {
  std::optional<std::size_t> last_not_higher;
  std::optional<std::size_t> first_higher;
  for (std::size_t place = 0; place < waiting.size(); ++place) {
    if (state.entries.at(waiting[place]).moved && panel.plan.order_policy != OrderPolicy::inscription_time) continue;
    if (class_of(state, panel, waiting[place]) <= order_class)
      last_not_higher = place;
    else if (!first_higher)
      first_higher = place;
  }
  if (last_not_higher) return static_cast<std::uint32_t>(*last_not_higher + 1);
  return static_cast<std::uint32_t>(first_higher.value_or(waiting.size()));
}

}  // namespace

std::uint32_t place_for(const State& state, const Panel& panel, Kind kind, Category category) {
  if (panel.plan.order_policy == OrderPolicy::inscription_time) return static_cast<std::uint32_t>(panel.order.size());
  return place_behind_class(state, panel, panel.order, order_class(panel.plan.order_policy, kind, category));
}

std::uint32_t end_of_class(const State& state, const Panel& panel, const Entry& entry) {
  std::vector<EntryId> others = panel.order;
  std::erase(others, entry.id);
  if (panel.plan.order_policy == OrderPolicy::inscription_time) return static_cast<std::uint32_t>(others.size());
  return place_behind_class(state, panel, others,
                            order_class(panel.plan.order_policy, entry.kind, state.category_of(entry)));
}

std::vector<EntryId> ordered(const State& state, const Panel& panel, OrderPolicy policy) {
  std::vector<EntryId> order = panel.order;
  std::ranges::sort(order, {}, [&](EntryId id) {
    const Entry& entry = state.entries.at(id);
    return std::tuple(order_class(policy, entry.kind, state.category_of(entry)), entry.requested_at, id);
  });
  return order;
}

std::optional<EntryId> next_of(const State& state, const Panel& panel) {
  for (const EntryId id : panel.order)
    if (!state.entries.at(id).skipped) return id;
  return panel.order.empty() ? std::nullopt : std::optional(panel.order.front());
}

std::uint32_t place_of(const Panel& panel, EntryId entry) {
  return static_cast<std::uint32_t>(std::ranges::find(panel.order, entry) - panel.order.begin());
}

}  // namespace rostrum::council
