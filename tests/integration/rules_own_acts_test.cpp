// What delegations do with their entries besides waiting, over the wire: filed in writing, on the way (docs/rules.md).
#include "integration/support/hall_acts.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

TEST_CASE("L13 what is filed in writing leaves the list, its text is seen by all, and chair or desk put it back") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  const auto chile = signed_in(server, "CL");
  list(*chair, {"CL", "KE", "FR"});
  const auto entry = entry_for(*chair, "KE");
  must(*kenya, submit(entry, "We thank you (canary-text)."));
  CHECK(refused(*chile, file_in_writing(entry)) == "unauthorized");
  const auto filed = must(*kenya, file_in_writing(entry));
  for (const auto* client : {&chile, &kenya, &chair}) {
    reaches(**client, filed.seq());
    CHECK(listed(**client) == List{"CL", "FR"});
    const auto* statement = statement_of(**client, entry);
    REQUIRE(statement != nullptr);
    CHECK(statement->filed_at() == statement->released_at());
    CHECK(statement->filed_at() > 0);
  }
  CHECK(standing_of(*kenya, "KE")->outcome() == v1::OUTCOME_IN_WRITING);
  CHECK(standing_of(*kenya, "KE")->entry() == entry);
  CHECK(refused(*kenya, file_in_writing(entry)) == "not_waiting");
  must(*kenya, submit(entry, "Nous vous remercions.", "fr"));
  CHECK(refused(*kenya, restore_entry(entry)) == "unauthorized");
  must(*chair, restore_entry(entry));
  CHECK(listed(*chair) == List{"CL", "KE", "FR"});
}

TEST_CASE("L9 that a delegation is on its way is told to chair and desk and to itself, and to no other") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  const auto chile = signed_in(server, "CL");
  list(*chair, {"CL", "FR", "KE"});
  const auto entry = entry_for(*chair, "KE");
  const auto number = std::to_string(entry);
  CHECK(refused(*chair, answer_stand_by(entry)) == "unauthorized");
  const auto answered = must(*kenya, answer_stand_by(entry));
  for (const auto* client : {&chair, &kenya, &chile}) reaches(**client, answered.seq());
  CHECK(chair->store().find("desk/" + number)->desk_note().on_the_way_at() > 0);
  CHECK(kenya->store().find("own/desk/KE/" + number)->desk_note().on_the_way_at() > 0);
  CHECK(everything_sent(*chile).find("on_the_way") == std::string::npos);
  CHECK(chile->store().find("desk/" + number) == nullptr);
  const auto cleared = must(*kenya, clear_stand_by(entry));
  reaches(*chair, cleared.seq());
  CHECK(chair->store().find("desk/" + number)->desk_note().on_the_way_at() == 0);
  CHECK(kenya->store().find("own/desk/KE/" + number) == nullptr);
}
