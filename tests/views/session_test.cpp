// The session: seen by everyone.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("P4 the session names its meetings and panels in the order of the programme, a draft not to the public") {
  const Given given;
  CHECK(who_sees(given.state, "session") == "public delegate booth desk");
  const auto panels = [&](Audience audience) {
    return seen<Session>(given.state, {.kind = KeyKind::session}, audience).panels;
  };
  CHECK(panels(Audience::desk) == given.state.panel_order);
  CHECK(panels(Audience::public_) == std::vector<PanelId>{high_level, review});
  CHECK(seen<Session>(given.state, {.kind = KeyKind::session}).meetings == given.state.meeting_order);
}

}  // namespace rostrum::views
