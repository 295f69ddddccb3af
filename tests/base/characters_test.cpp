// What texts of people may hold, and what becomes of the rest where it is shown.
#include "base/characters.hpp"

#include <catch2/catch.hpp>

namespace rostrum {
namespace {

TEST_CASE("W1 a text on one line has no control, no line end and nothing that turns the text around it") {
  const std::pair<std::string, char32_t> unfit[] = {
      {std::string("a\0b", 3), 0},
      {"a\tb", '\t'},
      {"a\nb", '\n'},
      {"a\x1B[31mb", 0x1B},
      {"a\x7F", 0x7F},
      {"\u0085", 0x85},
      {"\u009B", 0x9B},
      {"a\u2028b", 0x2028},
      {"a\u2029b", 0x2029},
      {"\u202Aa", 0x202A},
      {"\u202Ea", 0x202E},
      {"\u2066a", 0x2066},
      {"a\u2069", 0x2069},
      {"first \u202E, then \u2066", 0x202E},
      {"a\xC3", 0xFFFD},
      {"a\xED\xA0\x80", 0xFFFD},  // half of a pair
  };
  for (const auto& [text, character] : unfit) {
    INFO(on_one_line(text));
    CHECK(unfit_character(text, Lines::one) == character);
  }
  for (const char* text : {"", "Ms. Amal Haddad", "O’Brien", "Ünal\u00A0Öz", "می\u200Cخواهم", "क्\u200Dष", "\u200Fשלום!",
                           "abc\u200E", "\u061C12", "👩\u200D🚀", "\uFFFD", "\u3000x"})
    CHECK_FALSE(unfit_character(text, Lines::one));
}

TEST_CASE("W1 a text of several lines has line ends of any sort and tabs, and no other control") {
  CHECK_FALSE(unfit_character("a\tb\r\nc\rd\ne\vf\fg\u0085h\u2028i\u2029j", Lines::several));
  CHECK(unfit_character(std::string("a\n\0", 3), Lines::several) == U'\0');
  CHECK(unfit_character("a\n\x1B", Lines::several) == U'\x1B');
  CHECK(unfit_character("a\n\u009B", Lines::several) == char32_t{0x9B});
  CHECK(unfit_character("a\n\u202D", Lines::several) == char32_t{0x202D});
  CHECK(unfit_character("a\n\u2068", Lines::several) == char32_t{0x2068});
}

TEST_CASE("W1 white space of any script, and what has no width, is blank") {
  for (const char* text : {"", " ", "\t\n", "\u00A0", "\u3000\u2003", "\u200B", "\u200C\u200D", "\u2060\uFEFF",
                           "\u00AD", "\u200E\u061C", "\u3164", "\u2800", " \u180E "})
    CHECK(is_blank(text));
  for (const char* text : {".", " a ", "\u200Bא", "—", "1", "\uFFFD", "ー", "\xFF"}) CHECK_FALSE(is_blank(text));
}

TEST_CASE("W1 what is unfit for one line is shown as its code point, and a broken byte as its number") {
  CHECK(on_one_line("a\nb\x1B[2J\u202Ec\u2029") == "a\\u{000A}b\\u{001B}[2J\\u{202E}c\\u{2029}");
  CHECK(on_one_line("a\xFF\xC3(") == "a\\xFF\\xC3(");
  CHECK(on_one_line("Côte d’Ivoire\u00A0! \u200F") == "Côte d’Ivoire\u00A0! \u200F");
  CHECK(code_point(U'\n') == "U+000A");
  CHECK(code_point(0x10FFFF) == "U+10FFFF");
}

TEST_CASE("the first byte that is no part of a character is found") {
  CHECK_FALSE(broken_byte("Zürich 🏔"));
  CHECK(broken_byte("Z\xC3rich") == std::size_t{1});
  CHECK(broken_byte("é\xA0") == std::size_t{2});
}

TEST_CASE("W2 a text with letters from right to left keeps its direction to itself, and any other stands as it is") {
  for (const char* text : {"سارة حداد", "רות כהן (fictional)", "Ms. כהן", "١٢", "\u200Fa"})
    CHECK(isolated(text) == "\u2068" + std::string(text) + "\u2069");
  for (const char* text : {"", "Kenya", "12 (G77)", "Νίκος", "陈女士", "\u200Ea"}) CHECK(isolated(text) == text);
}

}  // namespace
}  // namespace rostrum
