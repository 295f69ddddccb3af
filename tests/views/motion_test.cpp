// A procedural motion: the desk's and its mover's to see until it is taken up, then everybody's.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("L5 a motion that waits is the desk's and its delegation's to see, and everybody's once it is taken up") {
  Given given = four_waiting();
  given.give({1});
  given.must(grant_of("PH"), MoveMotion{.panel = high_level, .motion = MotionKind::adjourn_debate});
  CHECK(who_sees(given.state, "motion/5") == "desk");
  CHECK(who_sees(given.state, "own/motion/PH/5") == "PH");
  CHECK(who_sees(given.state, "entry/5").empty());
  given.must(chair, TakeUpMotion{{5}});
  CHECK(who_sees(given.state, "motion/5") == "public delegate booth desk");
  CHECK(who_sees(given.state, "entry/5") == "public delegate booth desk");
  given.must(chair, DecideMotion{{5}, MotionOutcome::not_carried, {}});
  CHECK(who_sees(given.state, "motion/5").empty());
  CHECK(who_sees(given.state, "own/motion/PH/5").empty());
}

TEST_CASE("L5 who asks to speak on a motion is told to the desk, and to a delegation that it does itself") {
  Given given = four_waiting();
  given.must(grant_of("PH"), MoveMotion{.panel = high_level, .motion = MotionKind::adjourn_debate});
  given.must(chair, TakeUpMotion{{5}});
  given.must(grant_of("EC"), AskOnMotion{.entry = {5}, .side = MotionSide::against});
  given.must(grant_of("KE"), AskOnMotion{.entry = {5}, .side = MotionSide::in_favour});
  const Key shared{.kind = KeyKind::motion, .number = 5};
  const Key own{.kind = KeyKind::own_motion, .id = "EC", .number = 5};
  const auto asks = [&](const Key& key, const Viewer& viewer) {
    return std::get<Motion>(render(given.state, key, viewer).value()).asks;
  };
  const council::OnMotion ecuador{{"EC"}, MotionSide::against};
  CHECK(asks(shared, Audience::desk) == std::vector{ecuador, council::OnMotion{{"KE"}, MotionSide::in_favour}});
  CHECK(asks(shared, Audience::delegate).empty());
  CHECK(asks(shared, Audience::public_).empty());
  CHECK(asks(own, DelegationId{"EC"}) == std::vector{ecuador});
  CHECK(who_sees(given.state, "own/motion/EC/5") == "EC");
  given.must(grant_of("EC"), WithdrawFromMotion{.entry = {5}});
  CHECK(who_sees(given.state, "own/motion/EC/5").empty());
}

}  // namespace rostrum::views
