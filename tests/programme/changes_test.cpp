#include <catch2/catch.hpp>

#include "programme/changes.hpp"
#include "programme/read_programme.hpp"

namespace rostrum::programme {
namespace {

using Sentences = std::vector<std::string>;

council::Programme council_2005() {
  const auto read = read_programme(ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml");
  REQUIRE(read);
  return *read;
}

TEST_CASE("A programme that means the same has no changes, whatever its files look like", "[programme]") {
  const auto taken = council_2005();
  auto now = taken;
  now.source_digest[0] ^= 1;
  CHECK(changes(taken, now).empty());
}

TEST_CASE("What a programme has other than the one taken is told in sentences", "[programme]") {
  const auto taken = council_2005();
  auto now = taken;
  now.session.theme["en"] = "Coherence";
  now.session.codes_valid = Millis{};
  now.session.mocion_de_orden = true;
  now.meetings[1].planned_end = now.meetings[1].planned_end + minutes(30);
  now.panels[0].draft = false;
  now.panels[1].title["fr"] = "Table ronde";
  now.panels[1].limits[council::LimitOf::member] = seconds(120);
  now.panels[1].list_opens_at.reset();
  now.panels[1].reserve = minutes(10);
  now.panels[1].members_share = 75;
  now.panels[1].themes.pop_back();
  now.panels[1].documents[0].symbol = "IC/2005/4";
  now.panels.pop_back();
  now.delegations[0].groups.clear();
  now.seats[0].language = "fr";
  now.seats.back().person->title.clear();
  CHECK(changes(taken, now) ==
        Sentences{
            "The session: the theme was \"Toward Policy Coherence on Migration\", is \"Coherence\".",
            "The session: the days that codes are valid was 30, is 0.",
            "The session: what Spanish calls a point of order was cuestión de orden, is moción de orden.",
            "Meeting \"day-1-afternoon\": the planned end was 2005-11-29T18:00:00, is 2005-11-29T18:30:00.",
            "Panel \"migration-and-development\" is no longer there.",
            "Panel \"special-event\": a draft was yes, is no.",
            "Panel \"high-level\": the title reads differently in another language.",
            "Panel \"high-level\": the documents have changed.",
            "Panel \"high-level\": there were 4 themes, there are 3.",
            "Panel \"high-level\": the limit of member was 180 s, is 120 s.",
            "Panel \"high-level\": the opening of the list was 2005-11-29T14:30:00, is not planned.",
            "Panel \"high-level\": the reserve was 900 s, is 600 s.",
            "Panel \"high-level\": the share of Member States was 60 %, is 75 %.",
            "Delegation \"AF\": the groups was APG, is none.",
            "Seat \"chair\": the language was none, is fr.",
            "Seat \"MA-1\": the person was Yasmina Berrechid (fictional), Ministre déléguée, is Yasmina Berrechid "
            "(fictional).",
        });
}

TEST_CASE("What is new and what stands elsewhere is told once each", "[programme]") {
  const auto taken = council_2005();
  auto now = taken;
  std::swap(now.panels[1], now.panels[2]);
  auto added = now.panels[0];
  added.id = {"closing"};
  now.panels.push_back(added);
  CHECK(changes(taken, now) == Sentences{"Panel \"closing\" is new.", "Panels stand in another order."});
}

TEST_CASE("A list of changes has an end", "[programme]") {
  const auto taken = council_2005();
  auto now = taken;
  for (auto& delegation : now.delegations) delegation.flag = "xk", delegation.category = council::Category::panellist;
  const auto sentences = changes(taken, now);
  REQUIRE(sentences.size() == changes_max + 1);
  CHECK(sentences.back() == "There are " + std::to_string(2 * now.delegations.size() - changes_max) + " more changes.");
}

}  // namespace
}  // namespace rostrum::programme
