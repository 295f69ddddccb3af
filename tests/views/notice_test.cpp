// A notice: seen by those it is for, and the desk.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("V3 a notice is seen by those it is for, and the desk") {
  Given given;
  given.must(desk, SendNotice{Everyone{}, {{"en", "for all"}}});
  given.must(desk, SendNotice{Audience::booth, {{"en", "for booths"}}});
  given.must(desk, SendNotice{DelegationId{"CL"}, {{"en", "for Chile"}}});
  CHECK(who_sees(given.state, "notice/1") == "public delegate booth desk");
  CHECK(who_sees(given.state, "notice/2") == "booth desk");
  CHECK(who_sees(given.state, "notice/3") == "desk");
  CHECK(who_sees(given.state, "own/notice/CL/3") == "CL");
  CHECK(who_reads(given.state, "for Chile") == "desk CL");
  given.must(desk, WithdrawNotice{{1}});
  CHECK(who_sees(given.state, "notice/1").empty());
}

}  // namespace rostrum::views
