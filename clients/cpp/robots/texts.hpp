// What robots write, as data: names, statements, notes, notices. Everything says itself that it is fictional. In
// English, French and Spanish; any other language is given the English.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "robots/dice.hpp"

namespace rostrum::robots {

struct Person {
  std::string name;   // ends in "(fictional)"
  std::string title;  // in the language asked for
};

[[nodiscard]] Person person(Dice& dice, std::string_view language);

/// Paragraphs with empty lines between, of which the first says that the statement is fictional.
[[nodiscard]] std::string statement(Dice& dice, std::string_view language);

/// For the chair, with a point of order.
[[nodiscard]] std::string point(Dice& dice, std::string_view language);

/// For the desk, with a request for help.
[[nodiscard]] std::string help(Dice& dice, std::string_view language);

/// A body that a guest speaks for.
[[nodiscard]] std::string body(Dice& dice, std::string_view language);

/// On whose behalf a group statement is made, where the delegation has no group.
[[nodiscard]] std::string group(Dice& dice, std::string_view language);

/// One notice in every language of the catalogue, by language.
[[nodiscard]] const std::map<std::string, std::string>& notice(Dice& dice);

}  // namespace rostrum::robots
