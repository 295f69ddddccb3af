// A point of order with its note: seen by the desk and its delegation.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("L5 a point of order that waits is the desk's and its delegation's to see; its note never anybody else's") {
  Given given = four_waiting();
  given.give({1});
  const EntryId point = given.raise("PH", "canary-note");
  CHECK(who_sees(given.state, "point/5") == "desk");
  CHECK(who_sees(given.state, "own/point/PH/5") == "PH");
  CHECK(who_sees(given.state, "entry/5").empty());
  CHECK(who_reads(given.state, "canary-note") == "desk PH");
  given.recognise(point);
  CHECK(who_sees(given.state, "entry/5") == "public delegate booth desk");
  CHECK(who_reads(given.state, "canary-note") == "desk PH");
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK(who_sees(given.state, "point/5").empty());
  CHECK(who_sees(given.state, "own/point/PH/5").empty());
  CHECK(who_reads(given.state, "canary-note").empty());
}

}  // namespace rostrum::views
