// A meeting: seen by everyone.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("a meeting is seen by everyone, with how it stands") {
  Given given;
  const std::string key = "meeting/" + afternoon.value;
  CHECK(who_sees(given.state, key) == "public delegate booth desk");
  const auto meeting = [&] {
    return seen<Meeting>(given.state, {.kind = KeyKind::meeting, .id = afternoon.value}).meeting;
  };
  CHECK(meeting().status == MeetingStatus::planned);
  given.must(chair, OpenMeeting{afternoon});
  given.must(chair, SuspendMeeting{afternoon, given.now + minutes(10)});
  CHECK(meeting().status == MeetingStatus::suspended);
  CHECK(meeting().suspended_until == given.now + minutes(10));
}

}  // namespace rostrum::views
