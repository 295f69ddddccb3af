// Where entries stand on a list (L4). A policy gives a place to a new entry and an order to a whole list; what the
// chair has moved stays where it was put while the policy stays. Entries that a policy ranks alike are a class.
#pragma once

#include "council/state.hpp"

namespace rostrum::council {

/// The place of a new entry of this kind and category: behind those of its class and of lower ones.
[[nodiscard]] std::uint32_t place_for(const State& state, const Panel& panel, Kind kind, Category category);

/// Whether an entry keeps its place where it is of `kind`: its class stays the same, or the chair has moved it (L15).
[[nodiscard]] bool keeps_place(const State& state, const Panel& panel, const Entry& entry, Kind kind);

/// The place of an entry, counted without it, that is of `kind` from now on: as if it had been from the instant of its
/// request on; at the end of the class where it was called in vain (L15).
[[nodiscard]] std::uint32_t place_of_kind(const State& state, const Panel& panel, const Entry& entry, Kind kind);

/// The place at the end of the class of `entry`, counted without it (L6, no-show).
[[nodiscard]] std::uint32_t end_of_class(const State& state, const Panel& panel, const Entry& entry);

/// The whole list as `policy` orders it: by class, then by the instant of the request, then by number.
[[nodiscard]] std::vector<EntryId> ordered(const State& state, const Panel& panel, OrderPolicy policy);

/// Who is called next: the first that was not skipped, or the head where all were; none where nobody waits (L6, skip).
[[nodiscard]] std::optional<EntryId> next_of(const State& state, const Panel& panel);

/// The place of `entry` on the list; the list's size where it is not on it.
[[nodiscard]] std::uint32_t place_of(const Panel& panel, EntryId entry);

}  // namespace rostrum::council
