// The fields of a plain struct of at most eight, by their types: enough to ask whether an act carries words of people.
// They have no names here; who wants one says it in the struct's facts.
#pragma once

#include <concepts>
#include <tuple>

namespace rostrum::council {

/// How many fields `Struct` has, as an initialiser with a pair of braces for each can tell.
template <class Struct>
[[nodiscard]] consteval int field_count() {
  // clang-format off
  if constexpr (requires { Struct{{}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 9;
  else if constexpr (requires { Struct{{}, {}, {}, {}, {}, {}, {}, {}}; }) return 8;
  else if constexpr (requires { Struct{{}, {}, {}, {}, {}, {}, {}}; }) return 7;
  else if constexpr (requires { Struct{{}, {}, {}, {}, {}, {}}; }) return 6;
  else if constexpr (requires { Struct{{}, {}, {}, {}, {}}; }) return 5;
  else if constexpr (requires { Struct{{}, {}, {}, {}}; }) return 4;
  else if constexpr (requires { Struct{{}, {}, {}}; }) return 3;
  else if constexpr (requires { Struct{{}, {}}; }) return 2;
  else return 1;
  // clang-format on
}

/// References to all fields, in their order.
template <class Struct>
[[nodiscard]] constexpr auto fields_of(const Struct& of) {
  constexpr int count = field_count<Struct>();
  static_assert(count <= 8, "fields.hpp looks at eight fields: let it look at more");
  // clang-format off
  if constexpr (count == 8) { const auto& [a, b, c, d, e, f, g, h] = of; return std::tie(a, b, c, d, e, f, g, h); }
  else if constexpr (count == 7) { const auto& [a, b, c, d, e, f, g] = of; return std::tie(a, b, c, d, e, f, g); }
  else if constexpr (count == 6) { const auto& [a, b, c, d, e, f] = of; return std::tie(a, b, c, d, e, f); }
  else if constexpr (count == 5) { const auto& [a, b, c, d, e] = of; return std::tie(a, b, c, d, e); }
  else if constexpr (count == 4) { const auto& [a, b, c, d] = of; return std::tie(a, b, c, d); }
  else if constexpr (count == 3) { const auto& [a, b, c] = of; return std::tie(a, b, c); }
  else if constexpr (count == 2) { const auto& [a, b] = of; return std::tie(a, b); }
  else { const auto& [a] = of; return std::tie(a); }
  // clang-format on
}

/// Whether one of the fields of `Struct` is of one of these types.
template <class Struct, class... Types>
inline constexpr bool has_field_of = []<class... Fields>(std::type_identity<std::tuple<Fields...>>) {
  return ([]<class Field>(std::type_identity<Field>) {
    return (std::same_as<std::remove_cvref_t<Field>, Types> || ...);
  }(std::type_identity<Fields>{}) ||
          ...);
}(std::type_identity<decltype(fields_of(std::declval<const Struct&>()))>{});

}  // namespace rostrum::council
