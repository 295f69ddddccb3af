#include "council/order.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/assert.hpp"

namespace rostrum::council {

namespace {

// What a policy compares entries by, one rank after the other; where all are equal, the time of the request decides.

constexpr std::size_t ranks_max = 4;
using Ranks = std::array<int, ranks_max>;
using Rank = int (*)(Kind kind, Category category);

int by_category(Kind kind, Category category) {
  return facts_of(kind).before_categories ? 0 : 1 + static_cast<int>(category);
}

struct PolicyFacts {
  OrderPolicy policy{};
  std::array<Rank, ranks_max> ranks = {};
};

constexpr std::array<PolicyFacts, count_of<OrderPolicy>> policies{{
    {.policy = OrderPolicy::inscription_time},
    {.policy = OrderPolicy::category, .ranks = {by_category}},
}};

const PolicyFacts& facts_of(OrderPolicy policy) {
  const auto found = std::ranges::find(policies, policy, &PolicyFacts::policy);
  ROSTRUM_ASSERT(found != policies.end());
  return *found;
}

bool ranks_all_alike(OrderPolicy policy) { return !facts_of(policy).ranks.front(); }

Ranks ranks_of(OrderPolicy policy, Kind kind, Category category) {
  Ranks ranks{};
  const PolicyFacts& facts = facts_of(policy);
  for (std::size_t one = 0; one < ranks_max && facts.ranks[one]; ++one) ranks[one] = facts.ranks[one](kind, category);
  return ranks;
}

Ranks ranks_of(const State& state, OrderPolicy policy, EntryId id) {
  const Entry& entry = state.entries.at(id);
  return ranks_of(policy, entry.kind, state.category_of(entry));
}

/// Behind the last of `waiting` that stands by policy and goes before it; before the first that goes behind it where
/// there is none. Entries that the chair has moved say nothing about where a class ends.
template <class GoesBefore>
std::uint32_t place_among(const State& state, const std::vector<EntryId>& waiting, GoesBefore goes_before) {
  std::optional<std::size_t> last_before;
  std::optional<std::size_t> first_behind;
  for (std::size_t place = 0; place < waiting.size(); ++place) {
    const Entry& other = state.entries.at(waiting[place]);
    if (other.moved) continue;
    if (goes_before(other))
      last_before = place;
    else if (!first_behind)
      first_behind = place;
  }
  if (last_before) return static_cast<std::uint32_t>(*last_before + 1);
  return static_cast<std::uint32_t>(first_behind.value_or(waiting.size()));
}

/// Behind all that are not of a higher class.
std::uint32_t place_behind(const State& state, const Panel& panel, const std::vector<EntryId>& waiting,
                           const Ranks& ranks) {
  const OrderPolicy policy = panel.plan.order_policy;
  if (ranks_all_alike(policy)) return static_cast<std::uint32_t>(waiting.size());
  return place_among(state, waiting, [&](const Entry& other) { return ranks_of(state, policy, other.id) <= ranks; });
}

}  // namespace

std::uint32_t place_for(const State& state, const Panel& panel, Kind kind, Category category) {
  return place_behind(state, panel, panel.order(), ranks_of(panel.plan.order_policy, kind, category));
}

bool keeps_place(const State& state, const Panel& panel, const Entry& entry, Kind kind) {
  const OrderPolicy policy = panel.plan.order_policy;
  return entry.moved || ranks_of(policy, kind, state.category_of(entry)) == ranks_of(state, policy, entry.id);
}

std::uint32_t place_of_kind(const State& state, const Panel& panel, const Entry& entry, Kind kind) {
  const OrderPolicy policy = panel.plan.order_policy;
  const Ranks ranks = ranks_of(policy, kind, state.category_of(entry));
  std::vector<EntryId> others = panel.order();
  std::erase(others, entry.id);
  if (entry.no_shows > 0) return place_behind(state, panel, others, ranks);
  const auto asked = std::tuple(ranks, entry.requested_at, entry.id);
  return place_among(state, others, [&](const Entry& other) {
    return std::tuple(ranks_of(state, policy, other.id), other.requested_at, other.id) < asked;
  });
}

std::uint32_t end_of_class(const State& state, const Panel& panel, const Entry& entry) {
  std::vector<EntryId> others = panel.order();
  std::erase(others, entry.id);
  return place_behind(state, panel, others, ranks_of(state, panel.plan.order_policy, entry.id));
}

std::vector<EntryId> ordered(const State& state, const Panel& panel, OrderPolicy policy) {
  std::vector<EntryId> order = panel.order();
  std::ranges::sort(order, {}, [&](EntryId id) {
    return std::tuple(ranks_of(state, policy, id), state.entries.at(id).requested_at, id);
  });
  return order;
}

std::optional<EntryId> next_of(const State& state, const Panel& panel) {
  for (const EntryId id : panel.order())
    if (!state.entries.at(id).skipped) return id;
  return panel.order().empty() ? std::nullopt : std::optional(panel.order().front());
}

std::uint32_t place_of(const Panel& panel, EntryId entry) {
  return static_cast<std::uint32_t>(std::ranges::find(panel.order(), entry) - panel.order().begin());
}

}  // namespace rostrum::council
