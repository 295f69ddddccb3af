// An act states its facts; what it forgets does not compile. Here the demands are put to acts that forget one each.
#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

struct SaysNothing {
  EntryId entry;
};
struct SaysNoName {
  static constexpr ActFacts is{.may = floor_managers};
  EntryId entry;
};
struct SaysNotWhoMay {
  static constexpr ActFacts is{.name = "says_not_who_may"};
  EntryId entry;
};
struct SaysNoPanel {
  static constexpr ActFacts is{.name = "says_no_panel", .may = floor_managers};
  SignalId signal;
};
struct HasNoPanel {
  static constexpr ActFacts is{.name = "has_no_panel", .may = floor_managers, .panel = no_panel};
  SignalId signal;
};
struct SaysNoTexts {
  static constexpr ActFacts is{.name = "says_no_texts", .may = floor_managers};
  EntryId entry;
  bool loud = false;
  std::string words;
};
struct HasNoTexts {
  static constexpr ActFacts is{.name = "has_no_texts", .may = floor_managers, .texts = no_texts};
  EntryId entry;
  std::string language;
};
struct ListsTexts {
  static constexpr ActFacts is{
      .name = "lists_texts", .may = floor_managers, .texts = [](const auto& act) { return bytes_of(act.title); }};
  PanelId panel;
  Text title;
};

}  // namespace

TEST_CASE("an act without facts, a name, or who may, is refused before it can be sent") {
  STATIC_REQUIRE(SaysFacts<SkipEntry>);
  STATIC_REQUIRE_FALSE(SaysFacts<SaysNothing>);
  STATIC_REQUIRE(SaysName<SkipEntry>);
  STATIC_REQUIRE_FALSE(SaysName<SaysNoName>);
  STATIC_REQUIRE(SaysWhoMay<SkipEntry>);
  STATIC_REQUIRE_FALSE(SaysWhoMay<SaysNotWhoMay>);
}

TEST_CASE("an act whose panel nothing tells says so aloud") {
  STATIC_REQUIRE(SaysPanel<SkipEntry>);
  STATIC_REQUIRE(SaysPanel<PauseSpeech>);
  STATIC_REQUIRE(SaysPanel<HasNoPanel>);
  STATIC_REQUIRE_FALSE(SaysPanel<SaysNoPanel>);
}

TEST_CASE("an act that can carry words of people lists them, or says aloud that it has none") {
  STATIC_REQUIRE(SaysTexts<SkipEntry>);
  STATIC_REQUIRE(SaysTexts<ListsTexts>);
  STATIC_REQUIRE(SaysTexts<HasNoTexts>);
  STATIC_REQUIRE_FALSE(SaysTexts<SaysNoTexts>);
}

TEST_CASE("what people wrote is counted in every act that carries words, and in what an act lets all others read") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  given.must(grant_of("CL"), SubmitStatement{.entry = chile, .language = "en", .text = "Ten bytes."});
  const std::vector<std::pair<Act, std::size_t>> table{
      {RequestFloor{.panel = high_level,
                    .language = "en",
                    .speaker = {.name = "12", .title = "345"},
                    .on_behalf_of = "6789",
                    .body = "01234"},
       14},
      {CorrectEntry{.entry = chile, .speaker = {.name = "12", .title = "3"}, .on_behalf_of = "4", .body = "56"}, 6},
      {SetPanelTitle{high_level, {{"en", "123"}, {"fr", "45"}}}, 9},  // with the tags
      {RaisePointOfOrder{.panel = high_level, .note = "1234"}, 4},
      {SubmitStatement{.entry = chile, .language = "en", .text = "12345"}, 5},
      {SendNotice{Everyone{}, {{"en", "1234"}}}, 6},
      {RequestHelp{"123"}, 3},
      {ReleaseStatement{chile}, 10},
      {ReleaseStatementWhenDue{chile}, 10},
      {FileInWriting{chile}, 10},
      {SkipEntry{chile}, 0},
      {RevokeSeat{{"chair"}}, 0},
  };
  for (const auto& [act, bytes] : table) {
    INFO(name(act));
    CHECK(text_bytes(given.state, act) == bytes);
  }
}

TEST_CASE("the names of an enumeration are its values as they are written, in their order") {
  STATIC_REQUIRE(count_of<Role> == 7);
  STATIC_REQUIRE(count_of<AtLimit> == 2);
  CHECK(name(Role::chair) == "chair");
  CHECK(name(Role::display) == "display");
  CHECK(name(Kind::point_of_order) == "point_of_order");
  CHECK(name(LimitOf::observer_state) == "observer_state");
  CHECK(name(EndCause::ruled) == "ruled");
  CHECK(name(Audience::public_) == "public");
  CHECK(name(Outcome::no_show_off) == "no_show_off");
}
