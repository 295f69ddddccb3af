// A sign-in: seen by the desk.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("P5 the sign-ins are the desk's alone to see, with their latest generation") {
  Given given;
  CHECK(who_sees(given.state, "seat/CL") == "desk");
  given.must(desk, IssueCode{{"CL"}});
  given.must(desk, RevokeSeat{{"CL"}});
  const auto entity = render(given.state, {.kind = KeyKind::seat, .id = "CL"}, Audience::desk);
  CHECK(std::get<Seat>(*entity).generation == 2);
  CHECK(std::get<Seat>(*entity).revoked);
}

}  // namespace rostrum::views
