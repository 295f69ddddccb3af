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

}  // namespace rostrum::views
