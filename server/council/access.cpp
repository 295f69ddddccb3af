#include "council/access.hpp"

#include <array>
#include <type_traits>

#include "base/assert.hpp"

namespace rostrum::council {

namespace {

constexpr auto table = []<class... Acts>(std::type_identity<std::variant<Acts...>>) {
  return std::array<MayByRole, act_count>{Acts::is.may...};
}(std::type_identity<Act>{});

std::string_view word(May may) {
  switch (may) {
  case May::no:
    return "-";
  case May::own:
    return "own";
  case May::any:
    return "any";
  case May::system:
    return "server";
  }
  ROSTRUM_ASSERT(false);
}

std::string row(std::size_t act) {
  std::string text = "| `" + std::string(act_name(act)) + "` |";
  for (int role = 0; role < role_count; ++role)
    text += " " + std::string(word(may(static_cast<Role>(role), act))) + " |";
  return text + "\n";
}

}  // namespace

May may(Role role, std::size_t act_index) { return table.at(act_index).at(static_cast<std::size_t>(role)); }

std::string access_table_markdown() {
  std::string text = "| act |";
  std::string rule = "| --- |";
  for (int role = 0; role < role_count; ++role) {
    text += " " + std::string(name(static_cast<Role>(role))) + " |";
    rule += " --- |";
  }
  text += "\n" + rule + "\n";
  for (const bool of_server : {false, true})  // last, as nobody asks for them
    for (std::size_t act = 0; act < act_count; ++act)
      if ((may(Role::chair, act) == May::system) == of_server) text += row(act);
  return text;
}

}  // namespace rostrum::council
