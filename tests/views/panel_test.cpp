// A panel: seen by everyone, a draft not by the public.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("P4 the public is shown nothing of a draft panel, nor that there is one") {
  Given given;
  for (const Audience audience : audiences) {
    const bool told = audience != Audience::public_;
    for (const char* key : {"panel/special-event", "queue/special-event", "floor/special-event"})
      CHECK(sees(given.state, audience, key) == told);
    const auto session = seen<Session>(given.state, {.kind = KeyKind::session}, audience);
    CHECK((std::ranges::find(session.panels, special) != session.panels.end()) == told);
  }
  given.must(chair, SetPanelTitle{special, {{"en", "Special Event"}}});
  for (const Audience audience : audiences) CHECK(sees(given.state, audience, "panel/special-event"));
}

}  // namespace rostrum::views
