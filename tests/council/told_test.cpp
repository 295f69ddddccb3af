// L14: the log as screens put it into words: a code with details for each event.
#include <set>

#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

using Details = std::map<std::string, std::string>;

Details details_of(const Given& given, const Event& event) {
  const Told said = told(given.state, event);
  return {said.details.begin(), said.details.end()};
}

}  // namespace

TEST_CASE("L14 what is about an entry tells whose it is and on which panel") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  CHECK(details_of(given, EntryMoved{chile, 1}) ==
        Details{{"who", "CL"}, {"panel", "high-level"}, {"entry", "1"}, {"place", "2"}});
  CHECK(told(given.state, EntryMoved{chile, 1}).panel == high_level);
}

TEST_CASE("L14 what is about a speech tells who holds it: a delegation, a panellist or a guest") {
  Given given = four_waiting();
  const SpeechId chile = given.give(given.panel().order().front());
  CHECK(details_of(given, SpeechEnded{chile, EndCause::cut}).at("who") == "CL");
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  CHECK(details_of(given, SpeechPaused{{given.state.last_speech}, PauseCause::chair}).at("who") ==
        "Panellist from Italy");
  given.must(chair,
             RequestFloor{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"});
  const SpeechId guest = given.give(given.panel().order().back());
  CHECK(details_of(given, SpeechEnded{guest, EndCause::chair}).at("who") == "A guest (fictional) (A university)");
}

TEST_CASE("L14 the text of a statement is not in the log that screens read") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  const Events events =
      given.must(grant_of("CL"), SubmitStatement{.entry = chile, .language = "en", .text = "A secret until delivery"});
  for (const auto& [name, value] : details_of(given, events.at(0))) CHECK(value.find("secret") == std::string::npos);
}

TEST_CASE("L14 what is about no panel is told of none") {
  const Given given;
  CHECK_FALSE(told(given.state, MeetingOpened{afternoon}).panel);
  CHECK_FALSE(told(given.state, GrantRevoked{grant_of("CL"), RevokeCause::expired}).panel);
  CHECK(details_of(given, GrantRevoked{grant_of("CL"), RevokeCause::expired}) ==
        Details{{"seat", "CL"}, {"cause", "expired"}});
}
