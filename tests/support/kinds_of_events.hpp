// Which kinds of event a test has met, for those that go over all: what is left out is named.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "council/event.hpp"

namespace rostrum::test {

using Kinds = std::set<std::size_t>;  // by their index in the variant

/// The names of the events that are of none of these kinds.
inline std::vector<std::string> events_without(const Kinds& kinds) {
  const auto all = []<class... Events>(std::type_identity<std::variant<Events...>>) {
    return std::vector<std::string>{std::string(Events::is.name)...};
  }(std::type_identity<council::EventVariant>{});
  std::vector<std::string> names;
  for (std::size_t index = 0; index < all.size(); ++index)
    if (!kinds.contains(index)) names.push_back(all[index]);
  return names;
}

inline const std::vector<std::string> no_event;

}  // namespace rostrum::test
