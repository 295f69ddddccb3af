// Procedural motions over the wire, a rule to a test (docs/rules.md).
#include "integration/support/hall_acts.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

v1::Command move_motion(v1::MotionKind kind, const std::string& delegation = {}) {
  v1::Command command;
  auto& move = *command.mutable_move_motion();
  move.set_panel(panel);
  move.set_motion(kind);
  move.set_delegation(delegation);
  return command;
}

v1::Command take_up(std::uint32_t entry) {
  v1::Command command;
  command.mutable_take_up_motion()->set_entry(entry);
  return command;
}

v1::Command ask_on(std::uint32_t entry, v1::MotionSide side) {
  v1::Command command;
  command.mutable_ask_on_motion()->set_entry(entry);
  command.mutable_ask_on_motion()->set_side(side);
  return command;
}

v1::Command withdraw_from(std::uint32_t entry) {
  v1::Command command;
  command.mutable_withdraw_from_motion()->set_entry(entry);
  return command;
}

v1::Command give_floor_on(std::uint32_t entry, const std::string& delegation, v1::MotionSide side) {
  v1::Command command;
  auto& give = *command.mutable_give_floor_on_motion();
  give.set_entry(entry);
  give.set_delegation(delegation);
  give.set_side(side);
  return command;
}

v1::Command ask_for_objections(std::uint32_t entry) {
  v1::Command command;
  command.mutable_ask_for_objections()->set_entry(entry);
  return command;
}

v1::Command decide(std::uint32_t entry, v1::MotionOutcome outcome) {
  v1::Command command;
  command.mutable_decide_motion()->set_entry(entry);
  command.mutable_decide_motion()->set_outcome(outcome);
  return command;
}

const v1::Motion* motion_of(const client::Client& client, v1::MotionKind kind) {
  for (const auto& [key, entity] : client.store().entities())
    if (entity.has_motion() && entity.motion().motion() == kind) return &entity.motion();
  return nullptr;
}

}  // namespace

TEST_CASE("L5 a motion is moved, taken up over the speech, spoken on, and decided; the speech goes on where it was") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"KE"});
  const auto kenya = give_to(*chair, "KE");
  const auto brazil = signed_in(server, "BR", Codec::json);
  const auto chile = signed_in(server, "CL");
  const auto moved = must(*brazil, move_motion(v1::MOTION_KIND_ADJOURN_DEBATE));
  reaches(*chile, moved.seq());
  CHECK(motion_of(*chile, v1::MOTION_KIND_ADJOURN_DEBATE) == nullptr);
  reaches(*chair, moved.seq());
  const auto entry = motion_of(*chair, v1::MOTION_KIND_ADJOURN_DEBATE)->entry();
  CHECK(holds(*brazil, "own/motion/BR/" + std::to_string(entry)));
  CHECK(refused(*chile, ask_on(entry, v1::MOTION_SIDE_AGAINST)) == "unknown_entry");
  reaches(*chile, must(*chair, take_up(entry)).seq());
  REQUIRE(motion_of(*chile, v1::MOTION_KIND_ADJOURN_DEBATE) != nullptr);
  CHECK(floor_of(*chair).delegation() == "BR");
  CHECK(floor_of(*chair).limit_ms() == 60'000);
  must(*chile, ask_on(entry, v1::MOTION_SIDE_IN_FAVOUR));
  must(*chile, withdraw_from(entry));
  reaches(*chair, must(*chile, ask_on(entry, v1::MOTION_SIDE_AGAINST)).seq());
  REQUIRE(motion_of(*chair, v1::MOTION_KIND_ADJOURN_DEBATE)->asks_size() == 1);
  must(*chair, give_floor_on(entry, "CL", v1::MOTION_SIDE_AGAINST));
  CHECK(floor_of(*chair).motion() == entry);
  CHECK(floor_of(*chair).side() == v1::MOTION_SIDE_AGAINST);
  CHECK(refused(*chair, give_floor_on(entry, "CL", v1::MOTION_SIDE_AGAINST)) == "already_spoken");
  CHECK(refused(*chair, end_speech(kenya.speech())) == "motion_under_way");
  must(*chair, ask_for_objections(entry));
  const auto decided = must(*chair, decide(entry, v1::MOTION_OUTCOME_NOT_CARRIED));
  CHECK(floor_of(*chair).speech() == kenya.speech());
  CHECK(floor_of(*chair).paused_at() == 0);
  reaches(*brazil, decided.seq());
  CHECK(standing_of(*brazil, "BR")->outcome() == v1::OUTCOME_NOT_CARRIED);
}

TEST_CASE("L5 motions are taken up in their precedence, and what is carried is done at once") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto brazil = signed_in(server, "BR");
  list(*chair, {"KE"});
  give_to(*chair, "KE");
  CHECK(refused(*brazil, move_motion(v1::MOTION_KIND_CLOSE_LIST)) == "unauthorized");
  must(*chair, move_motion(v1::MOTION_KIND_CLOSE_LIST));
  must(*brazil, move_motion(v1::MOTION_KIND_CLOSE_DEBATE));
  reaches(*chair, must(*chair, move_motion(v1::MOTION_KIND_ADJOURN_MEETING, "CL")).seq());
  const auto close = motion_of(*chair, v1::MOTION_KIND_CLOSE_DEBATE)->entry();
  CHECK(refused(*chair, take_up(close)) == "motion_goes_first");
  CHECK(refused(*chair, close_meeting()) == "motion_waits");
  const auto adjourn = motion_of(*chair, v1::MOTION_KIND_ADJOURN_MEETING)->entry();
  must(*chair, take_up(adjourn));
  CHECK(refused(*chair, give_floor_on(adjourn, "FR", v1::MOTION_SIDE_AGAINST)) == "speakers_heard");
  must(*chair, decide(adjourn, v1::MOTION_OUTCOME_CARRIED));
  CHECK(motion_of(*chair, v1::MOTION_KIND_CLOSE_DEBATE) == nullptr);
  CHECK(whole_floor_of(*chair).holdings_size() == 0);
  CHECK(meeting_of(*chair).status() == v1::MEETING_STATUS_CLOSED);
  CHECK(entry_for(*chair, "KE") != 0);
}

TEST_CASE("L5 a motion that is before the chair survives a kill, and its mover withdraws it") {
  ServerProcess server;
  {
    const auto chair = presiding(server);
    list(*chair, {"KE"});
    give_to(*chair, "KE");
    must(*chair, move_motion(v1::MOTION_KIND_SUSPEND_MEETING, "BR"));
    must(*chair, take_up(motion_of(*chair, v1::MOTION_KIND_SUSPEND_MEETING)->entry()));
  }
  server.kill_hard();
  server.start();
  const auto brazil = signed_in(server, "BR");
  const auto* motion = motion_of(*brazil, v1::MOTION_KIND_SUSPEND_MEETING);
  REQUIRE(motion != nullptr);
  CHECK(motion->taken_up());
  must(*brazil, decide(motion->entry(), v1::MOTION_OUTCOME_WITHDRAWN));
  CHECK(floor_of(*brazil).delegation() == "KE");
}
