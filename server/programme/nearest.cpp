#include "programme/nearest.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace rostrum::programme {

namespace {

constexpr std::size_t word_bytes_max = 80;  // the comparison takes the product of both lengths

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

std::size_t changes(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t same = diagonal + (lower(from[i - 1]) == lower(to[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({same, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

// One in short words, where two would make any word near any other.
std::size_t changed_letters_most(std::string_view word) {
  return word.size() < 4 ? 1 : std::max<std::size_t>(2, word.size() / 3);
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.empty() || word.size() > word_bytes_max) return std::nullopt;
  std::size_t fewest = changed_letters_most(word) + 1;
  std::optional<std::string> found;
  for (const auto& candidate : candidates) {
    const auto longer = std::max(candidate.size(), word.size());
    const auto shorter = std::min(candidate.size(), word.size());
    if (longer - shorter >= fewest) continue;
    if (const auto count = changes(word, candidate); count < fewest) fewest = count, found = candidate;
  }
  return found;
}

std::string with_nearest(std::string_view what, std::string_view word, const std::vector<std::string>& candidates) {
  const auto near = nearest(word, candidates);
  return near ? fmt::format("{} (nearest: \"{}\")", what, *near) : std::string(what);
}

}  // namespace rostrum::programme
