// The word that was probably meant: for "unknown key" and "unknown id" problems.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::programme {

/// The candidate with the fewest changed letters, where few differ (a third of the word's, or two; one in words
/// of up to three letters); the first of equals.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `what` and the nearest candidate, such as `the id of a meeting (nearest: "day-1")`; `what` alone where none is near.
[[nodiscard]] std::string with_nearest(std::string_view what, std::string_view word,
                                       const std::vector<std::string>& candidates);

}  // namespace rostrum::programme
