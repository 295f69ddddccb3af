#include <catch2/catch.hpp>

#include "programme/bounds.hpp"
#include "programme/country.hpp"
#include "programme/nearest.hpp"
#include "programme/sheet.hpp"
#include "programme/zone.hpp"

namespace rostrum::programme {
namespace {

TEST_CASE("A local time in a zone is the instant at which its clocks show it, in winter and in summer", "[programme]") {
  const auto zone = Zone::named("Europe/Zurich");
  REQUIRE(zone);
  CHECK(zone->instant({2005, 11, 29, 15, 0, 0}) == Instant{1'133'272'800'000});  // 14:00 UTC
  CHECK(zone->instant({2005, 6, 22, 15, 0, 0}) == Instant{1'119'445'200'000});   // 13:00 UTC
  CHECK(zone->local(Instant{1'133'272'800'000}) == LocalTime{2005, 11, 29, 15, 0, 0});
}

TEST_CASE("A time that clocks skip is none, and of one that they show twice it is the first", "[programme]") {
  const auto zone = Zone::named("Europe/Zurich");
  REQUIRE(zone);
  CHECK_FALSE(zone->instant({2005, 3, 27, 2, 30, 0}));
  CHECK(zone->instant({2005, 10, 30, 2, 30, 0}) == Instant{1'130'632'200'000});  // 00:30 UTC
}

TEST_CASE("Zones that nobody keeps are none", "[programme]") {
  CHECK_FALSE(Zone::named("Europe/Zuerich"));
  CHECK_FALSE(Zone::named("Etc/Unknown"));
  CHECK_FALSE(Zone::named(""));
  CHECK(Zone::named("UTC"));
}

TEST_CASE("Times are read as hours on a day or with a date of their own, and nothing else is a time", "[programme]") {
  const LocalTime day{2005, 11, 29};
  CHECK(time_of("15:00", day) == LocalTime{2005, 11, 29, 15, 0, 0});
  CHECK(time_of("2005-11-30T09:05:30", day) == LocalTime{2005, 11, 30, 9, 5, 30});
  CHECK(time_of("2005-11-30T09:05", std::nullopt) == LocalTime{2005, 11, 30, 9, 5, 0});
  for (const auto* text : {"", "15", "9:00", "24:00", "15:60", "15:00:60", "15:00 ", "2005-02-29T10:00",
                           "2005-13-01T10:00", "2005-11-30T10:00Z"})
    CHECK_FALSE(time_of(text, day));
  CHECK_FALSE(time_of("15:00", std::nullopt));
  CHECK(date_of("2004-02-29") == LocalTime{2004, 2, 29});
  CHECK_FALSE(date_of("2005-02-29"));
}

TEST_CASE("States have names in each language and flags, one that is no more has neither", "[programme]") {
  CHECK(country_name("CI", "fr") == "Côte d’Ivoire");
  CHECK(country_name("ES", "fr") == "Espagne");
  CHECK(country_name("DE", "es") == "Alemania");
  CHECK_FALSE(country_name("CS", "fr"));
  CHECK_FALSE(country_name("XX", "fr"));
  CHECK(country_flag("KE") == "ke");
  CHECK(country_flag("CS").empty());
  CHECK(flag_exists("ke"));
  CHECK(flag_exists("eu"));
  for (const auto* flag : {"KE", "cs", "xx", "", "k", "ken"}) CHECK_FALSE(flag_exists(flag));
}

TEST_CASE("The nearest word is the one with the fewest other letters, and a far one is none", "[programme]") {
  const std::vector<std::string> words{"title", "theme", "timezone"};
  CHECK(nearest("titel", words).value_or("") == "title");  // two letters, of five
  CHECK(nearest("Title", words) == "title");
  CHECK(nearest("timezon", words) == "timezone");
  CHECK_FALSE(nearest("roster", words));
  CHECK_FALSE(nearest("", words));
  CHECK_FALSE(nearest(std::string(100'000, 't'), words));
}

TEST_CASE("Problems are told by the line and by the character as people count them", "[programme]") {
  Sheet sheet("p.yaml", "\xEF\xBB\xBF"
                        "a\né: ü x\n");
  sheet.expect({1, 7}, "y", "\"x\"");
  sheet.expect({0, 0}, "z", "");
  sheet.expect({0, 0}, "z", "");
  REQUIRE(sheet.problems().size() == 2);
  CHECK(sentence(sheet.problems()[0]) == "p.yaml:1:1: expected z");
  CHECK(sentence(sheet.problems()[1]) == "p.yaml:2:6: expected y, found \"x\"");
}

TEST_CASE("The first byte that is no UTF-8 is told with its place", "[programme]") {
  Sheet sheet("p.yaml", "ok\né\xFF\n");
  CHECK_FALSE(sheet.check_characters());
  REQUIRE(sheet.problems().size() == 1);
  CHECK(sentence(sheet.problems()[0]) == "p.yaml:2:2: expected text in UTF-8, found the byte 0xFF");
}

/// `text`, of the first plane, in UTF-16.
std::string utf16(std::u16string_view text, bool higher_first) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += higher_first ? high : low;
    bytes += higher_first ? low : high;
  }
  return bytes;
}

TEST_CASE("A file in UTF-16 is read in either order of its bytes, with a mark or without", "[programme]") {
  const std::u16string text = u"code,naïve 👍\nאב,x\n";
  for (const bool higher_first : {true, false}) {
    for (const bool marked : {true, false}) {
      const std::string bytes = utf16((marked ? u"\uFEFF" : u"") + text, higher_first);
      Sheet sheet("p.csv", bytes);
      CHECK(sheet.check_characters());
      CHECK(sheet.text() == "code,naïve 👍\nאב,x\n");
      CHECK(sheet.bytes() == bytes);
      sheet.expect({1, 5}, "y", "");
      CHECK(sentence(sheet.problems().at(0)) == "p.csv:2:4: expected y");
    }
  }
}

TEST_CASE("Half of a character in UTF-16 is told with its place", "[programme]") {
  for (const std::string& bytes : {utf16(u"ok\né", false) + "\x01\xD8" + utf16(u"x\n", false),  // one of a pair
                                   utf16(u"ok\né", false) + "x"}) {                             // one byte of two
    Sheet sheet("p.yaml", bytes);
    CHECK_FALSE(sheet.check_characters());
    REQUIRE(sheet.problems().size() == 1);
    CHECK(sentence(sheet.problems()[0]) == "p.yaml:2:2: expected text in UTF-16, found half of a character");
  }
}

TEST_CASE("A file has a bounded number of problems", "[programme]") {
  Sheet sheet("p.yaml", "a\n");
  for (int i = 0; i < 2 * static_cast<int>(problems_max); ++i) sheet.expect({i, 0}, "less", "");
  CHECK(sheet.problems().size() == problems_max);
}

}  // namespace
}  // namespace rostrum::programme
