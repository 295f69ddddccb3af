// The programme that comes with the product, as facts.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "programme/read_programme.hpp"

namespace rostrum::programme {
namespace {

council::Programme council_2005() {
  const auto read = read_programme(ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml");
  if (!read) {
    for (const auto& problem : read.error()) UNSCOPED_INFO(sentence(problem));
  }
  REQUIRE(read);
  return *read;
}

const council::PanelPlan& panel(const council::Programme& programme, const std::string& id) {
  const auto found = std::ranges::find(programme.panels, PanelId{id}, &council::PanelPlan::id);
  REQUIRE(found != programme.panels.end());
  return *found;
}

const council::DelegationPlan& delegation(const council::Programme& programme, const std::string& id) {
  const auto found = std::ranges::find(programme.delegations, DelegationId{id}, &council::DelegationPlan::id);
  REQUIRE(found != programme.delegations.end());
  return *found;
}

TEST_CASE("The Council of 2005 has four half-day panels on two days", "[programme]") {
  const auto programme = council_2005();
  CHECK(programme.meetings.size() == 4);
  CHECK(programme.panels.size() == 4);
  const Instant midnight{1'133'218'800'000};  // 2005-11-29T00:00+01:00
  const std::array starts{10, 15, 24 + 10, 24 + 15};
  for (std::size_t i = 0; i < starts.size(); ++i) {
    CHECK(programme.meetings.at(i).planned_start == midnight + minutes(60 * starts.at(i)));
    CHECK(programme.meetings[i].planned_end == programme.meetings[i].planned_start + minutes(180));
    CHECK(programme.panels.at(i).meeting == programme.meetings[i].id);
  }
}

TEST_CASE("The Special Event of the Council of 2005 is the only draft", "[programme]") {
  for (const auto& plan : council_2005().panels) CHECK(plan.draft == (plan.id.value == "special-event"));
}

TEST_CASE("The high-level panel has three unnamed panellists with eight minutes each", "[programme]") {
  const auto programme = council_2005();
  const auto& high_level = panel(programme, "high-level");
  REQUIRE(high_level.panellists.size() == 3);
  CHECK(high_level.panellists[0].name.at("en") == "Panellist from Indonesia");
  CHECK(high_level.panellists[0].flag == "id");
  CHECK(high_level.panellists[1].name.at("es") == "Panelista de Italia");
  CHECK(high_level.panellists[1].flag == "it");
  CHECK(high_level.panellists[2].flag.empty());
  CHECK(high_level.limits.at(council::LimitOf::panellist) == minutes(8));
  REQUIRE(high_level.documents.size() == 1);
  CHECK(high_level.documents[0].symbol == "IC/2005/3");
}

TEST_CASE("The panel on migration and development has four documents and its four obstacles as themes", "[programme]") {
  const auto programme = council_2005();
  const auto& development = panel(programme, "migration-and-development");
  CHECK(development.documents.size() == 4);
  REQUIRE(development.themes.size() == 4);
  CHECK(development.themes[0].at("en") == "Lack of trust");
  CHECK(development.themes[3].at("fr") == "Incohérence des politiques à l’égard des diasporas");
}

TEST_CASE("The roster of the Council of 2005 has 115 members and the other delegations", "[programme]") {
  std::map<council::Category, int> count;
  for (const auto& plan : council_2005().delegations) ++count[plan.category];
  CHECK(count[council::Category::member] == 115);
  CHECK(count[council::Category::observer_state] == 11);
  CHECK(count[council::Category::igo] == 10);
  CHECK(count[council::Category::ngo] == 7);
  CHECK(count[council::Category::secretariat] == 1);
}

TEST_CASE("Everything of the Council of 2005 that has words has them in English, French and Spanish", "[programme]") {
  const auto programme = council_2005();
  const auto complete = [](const council::Text& text) {
    for (const auto* language : {"en", "fr", "es"}) {
      const auto words = text.find(language);
      if (words == text.end() || words->second.empty()) return false;
      if (words->second.find('\'') != std::string::npos) return false;  // typographic apostrophes only
    }
    return true;
  };
  CHECK(complete(programme.session.title));
  CHECK(complete(programme.session.theme));
  for (const auto& plan : programme.meetings) CHECK(complete(plan.title));
  for (const auto& plan : programme.panels) {
    CAPTURE(plan.id.value);
    CHECK(complete(plan.title));
    for (const auto& document : plan.documents) CHECK(complete(document.title));
    for (const auto& theme : plan.themes) CHECK(complete(theme));
    for (const auto& panellist : plan.panellists) CHECK(complete(panellist.name));
  }
  for (const auto& plan : programme.delegations) {
    CAPTURE(plan.id.value);
    CHECK(complete(plan.name));
  }
}

TEST_CASE("Names are those in use at conferences, and every State but Serbia and Montenegro has a flag",
          "[programme]") {
  const auto programme = council_2005();
  CHECK(delegation(programme, "TZ").name.at("fr") == "République-Unie de Tanzanie");
  CHECK(delegation(programme, "IR").name.at("es") == "Irán (República Islámica del)");
  CHECK(delegation(programme, "CI").name.at("es") == "Côte d’Ivoire");
  CHECK(delegation(programme, "CS").name.at("es") == "Serbia y Montenegro");
  for (const auto& plan : programme.delegations) {
    CAPTURE(plan.id.value);
    const bool state = plan.category == council::Category::member || plan.category == council::Category::observer_state;
    if (state) CHECK(plan.flag.empty() == (plan.id.value == "CS"));
  }
}

TEST_CASE("The Council of 2005 has a seat for everybody, and its named participants are labelled as invented",
          "[programme]") {
  const auto programme = council_2005();
  CHECK(programme.seats.size() == 3 + 5 + programme.delegations.size() + 3);
  int named = 0;
  for (const auto& seat : programme.seats) {
    if (!seat.person) continue;
    ++named;
    CHECK(seat.person->name.ends_with("(fictional)"));
    CHECK(seat.role == council::Role::delegate);
  }
  CHECK(named == 3);
}

}  // namespace
}  // namespace rostrum::programme
