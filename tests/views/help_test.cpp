// A request for help: seen by the desk and its delegation.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("V3 a request for help is seen by the desk and its delegation") {
  Given given;
  given.must(grant_of("CL"), RequestHelp{"canary-help"});
  CHECK(who_sees(given.state, "help/1") == "desk");
  CHECK(who_reads(given.state, "canary-help") == "desk CL");
  given.must(desk, CloseHelp{{1}});
  CHECK(who_reads(given.state, "canary-help").empty());
}

}  // namespace rostrum::views
