#include "council/access.hpp"

#include <array>
#include <type_traits>

namespace rostrum::council {

namespace {

constexpr auto table = []<class... Acts>(std::type_identity<std::variant<Acts...>>) {
  return std::array<MayByRole, act_count>{Acts::is.may...};
}(std::type_identity<ActVariant>{});

}  // namespace

May may(Role role, std::size_t act_index) { return table.at(act_index).at(static_cast<std::size_t>(role)); }

}  // namespace rostrum::council
