// The words of a programme for the domain's enumerations, by their place in them.
#pragma once

#include <string>
#include <vector>

#include "council/terms.hpp"

namespace rostrum::programme {

/// The names of the first `count` values of an enumeration.
template <class Enum>
[[nodiscard]] std::vector<std::string> words_of(int count) {
  std::vector<std::string> words;
  for (int value = 0; value < count; ++value) words.emplace_back(council::name(static_cast<Enum>(value)));
  return words;
}

/// The categories that a delegation may have: a panellist is no delegation.
[[nodiscard]] inline std::vector<std::string> delegation_categories() {
  auto words = words_of<council::Category>(council::category_count);
  std::erase(words, std::string(council::name(council::Category::panellist)));
  return words;
}

/// What Spanish may call a point of order: as the United Nations do, or as other bodies do.
[[nodiscard]] inline std::vector<std::string> spanish_points_of_order() {
  return {"cuestión de orden", "moción de orden"};
}

static_assert(static_cast<int>(council::Category::panellist) == council::category_count - 1,
              "the words of delegation_categories stand at the places of their values");

}  // namespace rostrum::programme
