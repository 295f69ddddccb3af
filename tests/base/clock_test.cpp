#include <catch2/catch.hpp>

#include "base/clock.hpp"

using namespace rostrum;

namespace {

constexpr Instant first_sitting{1'133'272'500'000};  // 2005-11-29T14:55+01:00

}  // namespace

TEST_CASE("a session's clock starts where its anchor says and counts the time that has passed since") {
  SessionClock clock({.session_start = first_sitting, .wall_start = wall_now() - minutes(10), .speed = 1.0});
  const Millis past = clock.now() - first_sitting;
  CHECK(past >= minutes(10));
  CHECK(past < minutes(11));
}

TEST_CASE("a session's clock runs at its speed, down time included") {
  SessionClock clock({.session_start = first_sitting, .wall_start = wall_now() - minutes(1), .speed = 60.0});
  const Millis past = clock.now() - first_sitting;
  CHECK(past >= minutes(60));
  CHECK(past < minutes(120));
}

TEST_CASE("a session's clock never goes back, also where it is drawn back to the wall clock") {
  SessionClock clock({.session_start = first_sitting, .wall_start = wall_now(), .speed = 1000.0});
  const Instant before = clock.now();
  clock.slew(minutes(60));
  CHECK(clock.now() >= before);
}

TEST_CASE("a jump of the wall clock is followed by bounded steps, and what is missing is told") {
  SessionClock clock({.session_start = first_sitting, .wall_start = wall_now(), .speed = 1.0});
  CHECK(clock.slew(Millis{5}).value < 1'000);
}
