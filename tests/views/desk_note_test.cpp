// The notes of the desk on an entry: seen by the desk.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("P4 the notes of the desk on an entry are the desk's alone") {
  const Given given = four_waiting();
  for (const Audience audience : audiences)
    CHECK(sees(given.state, audience, "desk/1") == (audience == Audience::desk));
  const auto note = seen<DeskNote>(given.state, {.kind = KeyKind::desk, .number = 1}, Audience::desk);
  CHECK(note.requested_by == SeatId{"CL"});
  CHECK(note.no_shows == 0);
}

TEST_CASE("L9 that a delegation is on its way is seen by the desk and itself, and by no other") {
  Given given = four_waiting();
  CHECK(who_sees(given.state, "own/desk/CL/1").empty());
  given.must(grant_of("CL"), AnswerStandBy{{1}});
  CHECK(who_sees(given.state, "own/desk/CL/1") == "CL");
  const auto own =
      seen<DeskNote>(given.state, {.kind = KeyKind::own_desk, .id = "CL", .number = 1}, DelegationId{"CL"});
  CHECK(own.on_the_way_at == given.now);
  CHECK(own.requested_by == SeatId{});
  const auto note = seen<DeskNote>(given.state, {.kind = KeyKind::desk, .number = 1}, Audience::desk);
  CHECK(note.on_the_way_at == given.now);
}

}  // namespace rostrum::views
