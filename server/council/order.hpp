// Where entries stand on a list (L4). A policy gives a place to a new entry and an order to a whole list; what the
// chair has moved stays where it was put. Entries that a policy ranks alike are a class.
//
// Most policies look at the entry alone: what stands stays in its order whatever happens. With two of them who is next
// depends on who has spoken, so that the list is ordered anew after an act (`reordered`): regional groups in turn, and
// the least heard first (docs/time-allocation.md).
#pragma once

#include "council/fair_time/policies.hpp"
#include "council/state.hpp"

namespace rostrum::council {

/// The place of `entry` on its panel's list, counted without it, as if it joined the list now: behind those of its
/// class and of lower ones.
[[nodiscard]] std::uint32_t place_for(const State& state, const Panel& panel, const Entry& entry);

/// Whether an entry keeps its place where it is corrected to `corrected`: its class stays the same, or the chair has
/// moved it (L15).
[[nodiscard]] bool keeps_place(const State& state, const Panel& panel, const Entry& corrected);

/// The place of an entry, counted without it, that is as `corrected` from now on: as if it had been from the instant of
/// its request on; at the end of the class where it was called in vain (L15).
[[nodiscard]] std::uint32_t place_by_request(const State& state, const Panel& panel, const Entry& corrected);

/// Whether what the chair has moved stays where it stands.
enum class Moved : std::uint8_t { stay, return_to_policy };

/// The whole list as `policy` orders it.
[[nodiscard]] std::vector<EntryId> ordered(const State& state, const Panel& panel, OrderPolicy policy,
                                           Moved moved = Moved::stay);

/// The list as the panel's policy orders it now, where that is another order than it has; none where it follows nothing
/// that happens.
[[nodiscard]] std::optional<std::vector<EntryId>> reordered(const State& state, const Panel& panel);

/// Whether the policy keeps the list as it stands, whatever that is: it is no reason to order it anew.
[[nodiscard]] bool keeps_as_it_stands(OrderPolicy policy);

/// Why an entry stands where it does, by the policy of its panel or another.
[[nodiscard]] Reason reason_of(const Entry& entry, OrderPolicy policy);

/// What waits and has spoken of a regional group, of a class, on a panel.
struct RegionStanding {
  fair_time::Region region;
  std::uint32_t heard = 0;
  std::uint32_t waiting = 0;
  std::optional<Instant> last_at;  // when one of it was last given the floor
};
/// Of all that wait.
[[nodiscard]] std::vector<RegionStanding> regions_waiting(const State& state, const Panel& panel);

/// A list as it would be.
struct OrderPreview {
  PanelId panel;
  OrderPolicy policy{};
  std::vector<EntryId> entries;
  std::vector<Reason> reasons;          // of each
  std::vector<RegionStanding> regions;  // in the order by regional groups
};
[[nodiscard]] OrderPreview preview(const State& state, const Panel& panel, OrderPolicy policy, Moved moved);

/// The class and the regional group that an entry takes turns in: the first group of its delegation, or itself where it
/// has none.
[[nodiscard]] fair_time::Region region_of(const State& state, const Entry& entry);

/// Who is called next: the first that was not skipped, or the head where all were; none where nobody waits (L6, skip).
[[nodiscard]] std::optional<EntryId> next_of(const State& state, const Panel& panel);

/// Those who wait in the order in which they will be called: next, and then the others (L6, skip).
[[nodiscard]] std::vector<EntryId> calls(const State& state, const Panel& panel);

/// The next two to be called on an open panel: they have been told their limit (T6).
[[nodiscard]] std::vector<EntryId> next_two(const State& state, const Panel& panel);

/// The place of `entry` on the list; the list's size where it is not on it.
[[nodiscard]] std::uint32_t place_of(const Panel& panel, EntryId entry);

}  // namespace rostrum::council
