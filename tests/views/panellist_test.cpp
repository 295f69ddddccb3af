// A panellist: seen by everyone who sees the panel.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("P4 a panellist of a draft panel is as hidden as the panel") {
  Programme programme = small_programme();
  programme.panels[2].panellists = {{.id = {"guest"}, .name = {{"en", "Panellist (fictional)"}}}};
  const Given given(std::move(programme));
  CHECK_FALSE(sees(given.state, Audience::public_, "panellist/special-event/guest"));
  CHECK(sees(given.state, Audience::delegate, "panellist/special-event/guest"));
}

TEST_CASE("a panellist's entity counts the speeches that have ended and tells the limit of the next") {
  Given given = on_the_floor();
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  given.after(seconds(42)).must(chair, EndSpeech{{given.state.last_speech}});
  const auto panellist = seen<Panellist>(given.state, {.kind = KeyKind::panellist, .id = "high-level", .second = "it"});
  CHECK(panellist.speeches == 1);
  CHECK(panellist.spoken == seconds(42));
  CHECK(panellist.limit == seconds(480));
  const auto panel = seen<Panel>(given.state, {.kind = KeyKind::panel, .id = "high-level"});
  CHECK(panel.speeches == 1);
  CHECK(panel.spoken == seconds(42));
}

}  // namespace rostrum::views
