// How many statements of its own a delegation has made in the session (L15).
#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

std::uint32_t before(const Given& given, EntryId entry) { return statements_before(given.state, given.entry(entry)); }

/// A second panel that follows in the same meeting, with its list open.
void take_up_the_next_panel(Given& given) {
  given.must(chair, ClosePanel{high_level});
  given.must(chair, OpenPanel{review});
  given.must(chair, OpenList{review});
}

EntryId ask_on(Given& given, const PanelId& panel, const std::string& delegation) {
  given.must(grant_of(delegation), RequestFloor{.panel = panel});
  return {given.state.last_entry};
}

}  // namespace

TEST_CASE("L15 a delegation's statements are counted over all panels of the session, also those begun") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  CHECK(before(given, chile) == 0);
  const SpeechId speech = given.give(chile);
  CHECK(before(given, chile) == 0);  // itself is not before itself
  const EntryId again = given.ask("CL");
  CHECK(before(given, again) == 1);
  given.must(chair, EndSpeech{speech});
  CHECK(before(given, again) == 1);
  given.must(chair, GiveFloor{high_level, again});
  given.must(chair, EndSpeech{{given.state.last_speech}});
  take_up_the_next_panel(given);
  CHECK(before(given, ask_on(given, review, "CL")) == 2);
  CHECK(before(given, ask_on(given, review, "PH")) == 0);
}

TEST_CASE(
    "L15 a question counts for who asks it, and a statement on behalf of others and a point of order for nobody") {
  Given given = on_the_floor();
  for (const Kind kind : {Kind::question, Kind::group_statement}) given.give(given.ask("CL", kind));
  const EntryId point = given.raise("CL");
  given.recognise(point);
  given.must(chair, RulePointOfOrder{point});
  CHECK(before(given, given.ask("CL")) == 1);
}

TEST_CASE("L15 a speaker who is returned to the list has not been heard, and a panellist's turn counts for nobody") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  given.give(chile);
  given.must(chair, ReturnSpeaker{high_level});
  CHECK(before(given, chile) == 0);
  CHECK(before(given, given.ask("CL", Kind::question)) == 0);
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  CHECK(before(given, chile) == 0);
  given.give(chile);
  given.must(chair, EndSpeech{{given.state.last_speech}});
  given.must(chair, ReturnSpeaker{high_level});
  CHECK(before(given, chile) == 0);
}

TEST_CASE("L15 a guest has no statements before") {
  Given given = on_the_floor();
  const RequestFloor guest{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"};
  given.must(desk, guest);
  given.give({given.state.last_entry});
  given.must(desk, guest);
  CHECK(before(given, {given.state.last_entry}) == 0);
}
