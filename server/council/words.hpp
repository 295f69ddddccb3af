// An enumeration and the names of its values, written once: as the log, the programme, and the table of access have
// them. A value that would be a word of C++ ends with an underscore, which its name has not.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "base/assert.hpp"

#define ROSTRUM_WORDS(Enum, ...)                             \
  enum class Enum : std::uint8_t { __VA_ARGS__ };            \
  /* found by the type of its argument, which is not read */ \
  [[nodiscard]] constexpr std::string_view written_words(Enum) { return #__VA_ARGS__; }

namespace rostrum::council {

template <class Enum>
concept Words = std::is_enum_v<Enum> && requires { written_words(Enum{}); };

/// How many values an enumeration has: for tables, and for tests that go over all of them.
template <Words Enum>
inline constexpr int count_of = [] {
  int count = 1;
  for (const char letter : written_words(Enum{})) count += letter == ',';
  return count;
}();

namespace detail {
template <Words Enum>
inline constexpr auto names = [] {
  std::array<std::string_view, count_of<Enum>> words;
  std::string_view rest = written_words(Enum{});
  for (std::string_view& word : words) {
    const auto comma = rest.find(',');
    word = rest.substr(0, comma);
    if (word.ends_with('_')) word.remove_suffix(1);
    rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 2);
  }
  return words;
}();
}  // namespace detail

template <Words Enum>
[[nodiscard]] constexpr std::string_view name(Enum value) {
  const auto index = static_cast<std::size_t>(value);
  ROSTRUM_ASSERT(index < detail::names<Enum>.size());
  return detail::names<Enum>[index];
}

}  // namespace rostrum::council
