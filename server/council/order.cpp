#include "council/order.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/assert.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

// What a policy compares entries by, one rank after the other; where all are equal, the time of the request decides.

constexpr std::size_t ranks_max = 4;
using Ranks = std::array<int, ranks_max>;
using RankBy = int (*)(const State& state, const Entry& entry);

int by_category(const State& state, const Entry& entry) {
  return facts_of(entry.kind).before_categories ? 0 : 1 + static_cast<int>(state.category_of(entry));
}

int by_rank(const State&, const Entry& entry) { return static_cast<int>(entry.rank.value_or(Rank::other)); }

using Waiting = std::vector<const Entry*>;

/// Of entries by the time of their requests, places in them.
using Sorts = fair_time::Order (*)(const State& state, const Panel& panel, const Waiting& waiting);

std::vector<fair_time::Asked> asked(const Waiting& waiting) {
  std::vector<fair_time::Asked> all;
  all.reserve(waiting.size());
  for (const Entry* entry : waiting) {
    const auto& [kind, region] = entry->region;
    all.push_back({.kind = kind, .region = region, .asked_ms = entry->requested_at.value, .id = entry->id.value});
  }
  return all;
}

/// The latest that has the floor of the list of speakers, or had it; one that was returned to the list has not.
const Entry* last_heard(const State& state, const Panel& panel) {
  const auto under_way = panel.floor.empty() ? std::nullopt : panel.floor.front().speech;
  for (const auto& id : {under_way, panel.last_speech, panel.speech_before_last}) {
    const Speech* speech = id ? state.find(*id) : nullptr;
    const auto* of = speech ? std::get_if<EntryId>(&speech->of) : nullptr;
    if (!of) continue;
    const Entry& entry = state.entries.at(*of);
    if (has_begun(entry) && facts_of(entry.kind).line == Line::speakers) return &entry;
  }
  return nullptr;
}

fair_time::Order in_turn(const State& state, const Panel& panel, const Waiting& waiting) {
  std::map<fair_time::Region, std::int64_t> heard;
  for (const auto& [region, spoken] : panel.regions) heard.emplace(region, spoken.heard);
  const Entry* last = last_heard(state, panel);
  return fair_time::alternate(asked(waiting), std::move(heard), last ? std::optional(last->region) : std::nullopt);
}

fair_time::Order least_heard(const State& state, const Panel&, const Waiting& waiting) {
  std::vector<fair_time::Heard> heard;
  heard.reserve(waiting.size());
  for (const Entry* entry : waiting)
    heard.push_back({.spoken_ms = spoken_before(state, *entry).value,
                     .statements = static_cast<std::int64_t>(statements_before(state, *entry))});
  return fair_time::least_heard(asked(waiting), heard);
}

struct PolicyFacts {
  OrderPolicy policy{};
  Reason reason{};
  std::array<RankBy, ranks_max> ranks = {};
  Sorts sorts = nullptr;      // a policy that follows who has spoken, in place of ranks
  bool as_it_stands = false;  // orders nothing anew
};

constexpr std::array<PolicyFacts, count_of<OrderPolicy>> policies{{
    {.policy = OrderPolicy::inscription_time, .reason = Reason::time},
    {.policy = OrderPolicy::category, .reason = Reason::category, .ranks = {by_category}},
    {.policy = OrderPolicy::rank, .reason = Reason::rank, .ranks = {by_rank}},
    {.policy = OrderPolicy::alternate, .reason = Reason::region, .ranks = {by_category}, .sorts = in_turn},
    {.policy = OrderPolicy::least_heard, .reason = Reason::least_heard, .sorts = least_heard},
    {.policy = OrderPolicy::manual, .reason = Reason::time, .as_it_stands = true},
    {.policy = OrderPolicy::lot, .reason = Reason::lot, .as_it_stands = true},
}};

constexpr const PolicyFacts& facts_of(OrderPolicy policy) { return policies[static_cast<std::size_t>(policy)]; }

static_assert(
    [] {
      for (int policy = 0; policy < count_of<OrderPolicy>; ++policy)
        if (policies[static_cast<std::size_t>(policy)].policy != static_cast<OrderPolicy>(policy)) return false;
      return true;
    }(),
    "order.cpp: a row for each policy, in the order of OrderPolicy");

Ranks ranks_of(const State& state, OrderPolicy policy, const Entry& entry) {
  Ranks ranks{};
  const PolicyFacts& facts = facts_of(policy);
  for (std::size_t one = 0; one < ranks_max && facts.ranks[one]; ++one) ranks[one] = facts.ranks[one](state, entry);
  return ranks;
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
std::uint32_t place_behind(const State& state, OrderPolicy policy, const std::vector<EntryId>& waiting,
                           const Ranks& ranks) {
  if (!facts_of(policy).ranks.front()) return static_cast<std::uint32_t>(waiting.size());
  return place_among(state, waiting, [&](const Entry& other) { return ranks_of(state, policy, other) <= ranks; });
}

std::vector<EntryId> without(std::vector<EntryId> order, EntryId entry) {
  std::erase(order, entry);
  return order;
}

/// Whether it was called in vain: it stands at the end of its class.
bool is_behind(const Entry& entry) { return entry.no_shows > 0; }

/// By what happened: those who were called in vain behind all of their class, or of all where there are no classes.
Waiting sorted_by_what_happened(const State& state, const Panel& panel, OrderPolicy policy, Waiting waiting) {
  std::ranges::sort(waiting, {},
                    [](const Entry* entry) { return std::tuple(is_behind(*entry), entry->requested_at, entry->id); });
  const auto called = std::ranges::find_if(waiting, [](const Entry* entry) { return is_behind(*entry); });
  const Waiting behind(called, waiting.end());
  waiting.erase(called, waiting.end());
  Waiting sorted;
  sorted.reserve(waiting.size() + behind.size());
  for (const std::size_t place : facts_of(policy).sorts(state, panel, waiting)) sorted.push_back(waiting[place]);
  for (const Entry* entry : behind) {
    const auto is_after = [&](const Entry* other) {
      return ranks_of(state, policy, *other) > ranks_of(state, policy, *entry);
    };
    sorted.insert(std::ranges::find_if(sorted, is_after), entry);
  }
  return sorted;
}

Waiting sorted_by(const State& state, const Panel& panel, OrderPolicy policy, Waiting waiting) {
  const PolicyFacts& facts = facts_of(policy);
  if (facts.as_it_stands) return waiting;
  if (facts.sorts) return sorted_by_what_happened(state, panel, policy, std::move(waiting));
  std::ranges::sort(waiting, {}, [&](const Entry* entry) {
    return std::tuple(ranks_of(state, policy, *entry), is_behind(*entry), entry->requested_at, entry->id);
  });
  return waiting;
}

/// What waits, by policy around what was moved by hand, where that stays where it stood. `joining` comes last.
std::vector<EntryId> woven(const State& state, const Panel& panel, OrderPolicy policy,
                           const std::vector<EntryId>& waiting, Moved moved, const Entry* joining = nullptr) {
  const auto stays = [&](const Entry& entry) { return entry.moved && moved == Moved::stay; };
  Waiting by_policy;
  for (const EntryId id : waiting)
    if (const Entry& entry = state.entries.at(id); !stays(entry)) by_policy.push_back(&entry);
  if (joining) by_policy.push_back(joining);
  by_policy = sorted_by(state, panel, policy, std::move(by_policy));
  auto next = by_policy.begin();
  std::vector<EntryId> order;
  order.reserve(waiting.size() + 1);
  for (const EntryId id : waiting) order.push_back(stays(state.entries.at(id)) ? id : (*next++)->id);
  if (joining) order.push_back((*next++)->id);
  return order;
}

std::uint32_t place_woven(const State& state, const Panel& panel, const std::vector<EntryId>& waiting,
                          const Entry& joining) {
  const auto order = woven(state, panel, panel.plan.order_policy, waiting, Moved::stay, &joining);
  return static_cast<std::uint32_t>(std::ranges::find(order, joining.id) - order.begin());
}

}  // namespace

std::uint32_t place_for(const State& state, const Panel& panel, const Entry& entry) {
  const OrderPolicy policy = panel.plan.order_policy;
  const std::vector<EntryId> others = without(panel.order(), entry.id);
  if (facts_of(policy).sorts) return place_woven(state, panel, others, entry);
  return place_behind(state, policy, others, ranks_of(state, policy, entry));
}

bool keeps_place(const State& state, const Panel& panel, const Entry& corrected) {
  const OrderPolicy policy = panel.plan.order_policy;
  const Entry& entry = state.entries.at(corrected.id);
  return entry.moved || ranks_of(state, policy, corrected) == ranks_of(state, policy, entry);
}

std::uint32_t place_by_request(const State& state, const Panel& panel, const Entry& corrected) {
  const OrderPolicy policy = panel.plan.order_policy;
  const Ranks ranks = ranks_of(state, policy, corrected);
  const std::vector<EntryId> others = without(panel.order(), corrected.id);
  if (facts_of(policy).sorts) return place_woven(state, panel, others, corrected);
  if (is_behind(corrected)) return place_behind(state, policy, others, ranks);
  const auto stands = std::tuple(ranks, corrected.requested_at, corrected.id);
  return place_among(state, others, [&](const Entry& other) {
    return std::tuple(ranks_of(state, policy, other), other.requested_at, other.id) < stands;
  });
}

std::vector<EntryId> ordered(const State& state, const Panel& panel, OrderPolicy policy, Moved moved) {
  return woven(state, panel, policy, panel.order(), moved);
}

std::optional<std::vector<EntryId>> reordered(const State& state, const Panel& panel) {
  const OrderPolicy policy = panel.plan.order_policy;
  if (!facts_of(policy).sorts) return std::nullopt;
  auto order = ordered(state, panel, policy);
  return order == panel.order() ? std::nullopt : std::optional(std::move(order));
}

bool keeps_as_it_stands(OrderPolicy policy) { return facts_of(policy).as_it_stands; }

Reason reason_of(const Entry& entry, OrderPolicy policy) {
  if (entry.moved) return Reason::by_hand;
  if (is_behind(entry)) return Reason::no_show;
  if (policy == OrderPolicy::lot && !entry.drawn) return Reason::time;
  return facts_of(policy).reason;
}

std::vector<RegionStanding> regions_waiting(const State& state, const Panel& panel) {
  std::map<fair_time::Region, std::uint32_t> waiting;
  for (const EntryId id : panel.order()) ++waiting[state.entries.at(id).region];
  std::vector<RegionStanding> regions;
  for (const auto& [region, count] : waiting) {
    const auto spoken = panel.regions.find(region);
    RegionStanding one{.region = region, .heard = 0, .waiting = count, .last_at = {}};
    if (spoken != panel.regions.end()) {
      one.heard = spoken->second.heard;
      one.last_at = spoken->second.last_at;
    }
    regions.push_back(std::move(one));
  }
  return regions;
}

OrderPreview preview(const State& state, const Panel& panel, OrderPolicy policy, Moved moved) {
  OrderPreview then{.panel = panel.plan.id,
                    .policy = policy,
                    .entries = ordered(state, panel, policy, moved),
                    .reasons = {},
                    .regions = {}};
  for (const EntryId id : then.entries) {
    Entry entry = state.entries.at(id);
    entry.moved = entry.moved && moved == Moved::stay;
    then.reasons.push_back(reason_of(entry, policy));
  }
  if (policy == OrderPolicy::alternate) then.regions = regions_waiting(state, panel);
  return then;
}

fair_time::Region region_of(const State& state, const Entry& entry) {
  LimitOf kind =
      limit_of(facts_of(entry.kind).before_categories ? entry.kind : Kind::statement, state.category_of(entry));
  if (!fair_time::class_of(kind)) kind = LimitOf::secretariat;  // a delegation of panellists
  if (!entry.delegation) return {kind, "#" + std::to_string(entry.id.value)};
  const auto& groups = state.find(*entry.delegation)->groups;
  return {kind, groups.empty() ? "#" + entry.delegation->value : groups.front()};
}

std::optional<EntryId> next_of(const State& state, const Panel& panel) {
  for (const EntryId id : panel.order())
    if (!state.entries.at(id).skipped) return id;
  return panel.order().empty() ? std::nullopt : std::optional(panel.order().front());
}

std::vector<EntryId> calls(const State& state, const Panel& panel) {
  std::vector<EntryId> order = panel.order();
  if (const auto next = next_of(state, panel)) {
    const auto found = std::ranges::find(order, *next);
    std::rotate(order.begin(), found, found + 1);
  }
  return order;
}

std::vector<EntryId> next_two(const State& state, const Panel& panel) {
  if (panel.status != PanelStatus::open) return {};
  auto next = calls(state, panel);
  next.resize(std::min<std::size_t>(next.size(), 2));
  return next;
}

std::uint32_t place_of(const Panel& panel, EntryId entry) {
  return static_cast<std::uint32_t>(std::ranges::find(panel.order(), entry) - panel.order().begin());
}

}  // namespace rostrum::council
