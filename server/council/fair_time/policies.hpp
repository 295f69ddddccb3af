// The orders that a list may have (L4): each a stable permutation of what waits, by reasons that no clock changes.
// Pure.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "council/terms.hpp"

namespace rostrum::council::fair_time {

/// An entry as a policy looks at it.
struct Asked {
  LimitOf kind = LimitOf::member;  // its class, in the order of `class_of`
  std::string region;              // empty: those of none are together
  std::int64_t asked_ms = 0;       // the instant of the request
  std::uint64_t id = 0;            // decides where all else is equal
};

/// What has been heard of a delegation in the session: its own statements and questions alone.
struct Heard {
  std::int64_t spoken_ms = 0;
  std::int64_t statements = 0;
};

/// Which come first by category: 0 for group statements, then Members, observer States, IGOs, NGOs, the secretariat;
/// none for what does not wait on a list of statements.
[[nodiscard]] std::optional<int> class_of(LimitOf kind);

/// Places in the given list, first to last.
using Order = std::vector<std::size_t>;

[[nodiscard]] Order by_inscription(const std::vector<Asked>& entries);

/// Each entry has a class.
[[nodiscard]] Order by_category(const std::vector<Asked>& entries);

/// `heard`: of the delegation of each entry. By whole seconds spoken, then by statements, then by the request.
[[nodiscard]] Order least_heard(const std::vector<Asked>& entries, const std::vector<Heard>& heard);

/// Of a class: a region.
using Region = std::pair<LimitOf, std::string>;

/// Regions take turns, class by class. Next is: not the region that has just spoken, where another waits; one with more
/// than half of what waits; the one of which the smallest part has been heard, (heard + 1/2) / (heard + waiting); the
/// one that asked first. `heard`: how many have spoken on the panel; `last`: of the latest speech there. Each entry has
/// a class.
[[nodiscard]] Order alternate(const std::vector<Asked>& entries, std::map<Region, std::int64_t> heard,
                              const std::optional<Region>& last);

}  // namespace rostrum::council::fair_time
