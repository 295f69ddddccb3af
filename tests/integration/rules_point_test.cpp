// Points of order, guests and skipping over the wire, a rule to a test (docs/rules.md).
#include "integration/support/hall_acts.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

TEST_CASE(
    "L5 a point of order is raised on a closed list, interrupts, is ruled on, and the speech goes on where it was") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"KE", "FR"});
  must(*chair, close_list());
  const auto kenya = give_to(*chair, "KE");
  const auto brazil = signed_in(server, "BR", Codec::json);
  const auto display = signed_in(server, "display");
  const auto raised = must(*brazil, raise_point("the time limit"));
  reaches(*chair, raised.seq());
  const auto* point = point_of(*chair, "BR");
  REQUIRE(point != nullptr);
  CHECK(point->note() == "the time limit");
  CHECK(holds(*brazil, "own/point/BR/" + std::to_string(point->entry())));
  const auto entry = point->entry();
  must(*chair, recognise(entry));
  const auto interrupted = floor_of(*chair);
  CHECK(interrupted.kind() == v1::KIND_POINT_OF_ORDER);
  CHECK(interrupted.limit_ms() == 60'000);
  CHECK(interrupted.delegation() == "BR");
  REQUIRE(client::interrupted(whole_floor_of(*chair)));
  CHECK(client::interrupted(whole_floor_of(*chair))->speech() == kenya.speech());
  const auto paused_at = client::interrupted(whole_floor_of(*chair))->paused_at();
  passes(*chair, paused_at + 1);  // however fast the machine is
  CHECK(refused(*chair, give_floor(entry_for(*chair, "FR"))) == "point_of_order_under_way");
  CHECK(refused(*chair, end_speech(kenya.speech())) == "point_of_order_under_way");
  const auto ruled = must(*chair, rule(entry, v1::RULING_OVERRULED));
  CHECK(floor_of(*chair).speech() == kenya.speech());
  CHECK(floor_of(*chair).paused_at() == 0);
  CHECK(floor_of(*chair).paused_ms() > 0);
  reaches(*brazil, ruled.seq());
  CHECK(standing_of(*brazil, "BR")->outcome() == v1::OUTCOME_OVERRULED);
  reaches(*display, ruled.seq());
  CHECK(everything_sent(*display).find("the time limit") == std::string::npos);
}

TEST_CASE("L5 another point of order meanwhile waits, and a raised one is withdrawn or not taken up") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto brazil = signed_in(server, "BR");
  const auto chile = signed_in(server, "CL");
  must(*brazil, raise_point());
  CHECK(refused(*brazil, raise_point()) == "already_listed");
  reaches(*chair, must(*chile, raise_point()).seq());
  const auto first = point_of(*chair, "BR")->entry();
  const auto second = point_of(*chair, "CL")->entry();
  must(*chair, recognise(first));
  CHECK(refused(*chair, recognise(second)) == "point_of_order_under_way");
  must(*chair, rule(first, v1::RULING_NOTED));
  must(*chair, remove_entry(second));
  CHECK(point_of(*chair, "CL") == nullptr);
  reaches(*chile, chair->store().seq());
  CHECK(standing_of(*chile, "CL")->outcome() == v1::OUTCOME_REMOVED);
  must(*chair, restore_entry(second));
  must(*chile, withdraw(second));
  CHECK(refused(*chair, recognise(second)) == "not_waiting");
}

TEST_CASE("L5 a point of order that is before the chair survives a kill, with the speech it interrupts") {
  ServerProcess server;
  {
    const auto chair = presiding(server);
    list(*chair, {"KE"});
    give_to(*chair, "KE");
    must(*chair, raise_point("a note", "BR"));
    must(*chair, recognise(point_of(*chair, "BR")->entry()));
  }
  server.kill_hard();
  server.start();
  const auto chair = signed_in(server, "chair");
  REQUIRE(client::interrupted(whole_floor_of(*chair)));
  CHECK(client::interrupted(whole_floor_of(*chair))->delegation() == "KE");
  must(*chair, rule(floor_of(*chair).entry(), v1::RULING_UPHELD));
  CHECK(floor_of(*chair).delegation() == "KE");
}

TEST_CASE(
    "L5 chair and desk raise a point of order for a delegation that holds up its nameplate, and nobody for another") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto desk = signed_in(server, "desk");
  const auto brazil = signed_in(server, "BR", Codec::json);
  const auto chile = signed_in(server, "CL", Codec::json);
  CHECK(refused(*chile, raise_point("", "BR")) == "unauthorized");
  CHECK(refused(*chair, raise_point()) == "malformed");
  const auto raised = must(*desk, raise_point("seen from the podium", "BR"));
  reaches(*chair, raised.seq());
  const auto* point = point_of(*chair, "BR");
  REQUIRE(point != nullptr);
  CHECK(point->note() == "seen from the podium");
  const auto entry = point->entry();
  reaches(*brazil, raised.seq());
  CHECK(holds(*brazil, "own/point/BR/" + std::to_string(entry)));
  CHECK(refused(*brazil, raise_point()) == "already_listed");
  reaches(*chile, must(*chile, raise_point("", "CL")).seq());  // its own, by name
  CHECK(everything_sent(*chile).find("seen from the podium") == std::string::npos);
  // To another delegation it is as unknown as one that was never raised.
  CHECK(refused(*chile, withdraw(entry)) == "unknown_entry");
  CHECK(refused(*chile, withdraw(entry + 100)) == "unknown_entry");
  auto expecting = withdraw(entry);
  expecting.mutable_expects()->set_speech(99);
  CHECK(refused(*chile, expecting) == "unknown_entry");
  must(*brazil, withdraw(entry));
}

TEST_CASE("L5 no point of order is raised while no meeting is open, on a panel that the next one continues") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto brazil = signed_in(server, "BR");
  must(*chair, close_meeting());
  CHECK(refused(*brazil, raise_point()) == "meeting_not_open");
  must(*chair, open_meeting());
  must(*brazil, raise_point());
}

TEST_CASE("L5 two devices recognise at the same time: one point of order interrupts, once") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto desk = signed_in(server, "desk");
  list(*chair, {"KE"});
  give_to(*chair, "KE");
  must(*chair, raise_point("", "BR"));
  const auto entry = point_of(*chair, "BR")->entry();
  must(*chair, recognise(entry));
  CHECK(refused(*desk, recognise(entry)) == "not_waiting");
}

TEST_CASE("L3 chair and desk put a guest on the list, and a delegate does not") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto asked = must(*chair, invite_guest("A guest (fictional)", "A university"));
  const auto entry = queue_of(*chair).entries(0);
  CHECK(entry_of(*chair, entry).body() == "A university");
  CHECK(entry_of(*chair, entry).delegation().empty());
  const auto chile = signed_in(server, "CL", Codec::json);
  reaches(*chile, asked.seq());
  CHECK(entry_of(*chile, entry).speaker().name() == "A guest (fictional)");
  CHECK(refused(*chile, invite_guest("A guest (fictional)", "A university")) == "unauthorized");
  must(*chair, give_floor(entry));
  CHECK(floor_of(*chair).body() == "A university");
}

TEST_CASE("L6 the one that is next is passed over once, and everybody sees who is next") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"KE", "FR", "CL"});
  const auto kenya = entry_for(*chair, "KE");
  const auto skipped = must(*chair, skip(kenya));
  const auto display = signed_in(server, "display");
  reaches(*display, skipped.seq());
  CHECK(queue_of(*display).next() == entry_for(*chair, "FR"));
  CHECK(entry_of(*display, kenya).skipped());
  give_to(*chair, "FR");
  CHECK(queue_of(*chair).next() == kenya);
  CHECK_FALSE(entry_of(*chair, kenya).skipped());
}

TEST_CASE("P8 a closing that falls in the suspension is moved in the same act") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto at = now(*chair);
  must(*chair, announce_closing(at + 600'000));
  CHECK(refused(*chair, suspend(at + 300'000, at + 900'000)) == "malformed");
  const auto suspended = must(*chair, suspend(at + 1'200'000, at + 1'500'000));
  CHECK(panel_of(*chair).list_closes_at() == at + 1'500'000);
  CHECK(patched(*chair, suspended.seq(), "panel/" + std::string(panel)) != nullptr);
}

TEST_CASE("P8 a closing that falls in the suspension is kept where nothing is said, and acts by itself, once") {
  const ServerProcess server({.clock = fast_clock});
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  const auto at = must_ahead(*chair, 20'000, [](std::int64_t closes_at) { return announce_closing(closes_at); });
  must(*chair, suspend(at + 3'600'000, 0));
  CHECK(panel_of(*chair).list_closes_at() == at);
  sees_list(*kenya, v1::LIST_STATUS_CLOSED);
  CHECK(now(*kenya) >= at);
  CHECK(meeting_of(*kenya).status() == v1::MEETING_STATUS_SUSPENDED);
  CHECK(refused(*kenya, request_floor()) == "list_closed");
  int closings = 0;
  for (const auto& act : log_of(server)) closings += act.at("act") == "close_list_as_announced" ? 1 : 0;
  CHECK(closings == 1);
}
