// Requests that are put right, moves that are taken back, and the history of a delegation over the wire
// (docs/rules.md).
#include "integration/support/hall_acts.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

v1::Command correct(const v1::Entry& entry) {
  v1::Command command;
  auto& act = *command.mutable_correct_entry();
  act.set_entry(entry.id());
  act.set_kind(entry.kind());
  act.set_language(entry.language());
  *act.mutable_speaker() = entry.speaker();
  act.set_on_behalf_of(entry.on_behalf_of());
  act.set_addressed_to(entry.addressed_to());
  act.set_body(entry.body());
  return command;
}

void ask_for(client::Client& chair, const std::vector<std::string>& delegations) {
  for (const auto& delegation : delegations) must(chair, request_floor(delegation));
}

v1::Rejection rejected(client::Client& client, v1::Command command) {
  auto answer = client.act(std::move(command));
  REQUIRE(answer);
  REQUIRE(std::holds_alternative<v1::Rejection>(*answer));
  return std::get<v1::Rejection>(*answer);
}

void take_back(client::Client& client, const v1::Ack& done) {
  REQUIRE(done.inverse_size() > 0);
  for (const v1::Command& back : done.inverse()) must(client, back);
}

}  // namespace

TEST_CASE("L15 a delegation, the chair and the desk correct a request, which keeps its instant and its place") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto desk = signed_in(server, "desk", Codec::json);
  const auto kenya = signed_in(server, "KE", Codec::json);
  const auto display = signed_in(server, "display");
  ask_for(*chair, {"CL", "KE", "FR"});
  const auto entry = entry_for(*chair, "KE");
  const auto asked = entry_of(*chair, entry).requested_at();
  for (client::Client* const who : {kenya.get(), chair.get(), desk.get()}) {
    auto act = correct(entry_of(*chair, entry));
    act.mutable_correct_entry()->mutable_speaker()->set_name(
        "Amina " + std::to_string(count(*who, v1::ServerItem::kAck)) + " (fictional)");
    act.mutable_correct_entry()->set_language(who == chair.get() ? "es" : "fr");
    const auto done = must(*who, act);
    reaches(*display, done.seq());
    reaches(*chair, done.seq());
    CHECK(entry_of(*display, entry).speaker().name() == act.correct_entry().speaker().name());
    CHECK(entry_of(*display, entry).language() == act.correct_entry().language());
    CHECK(entry_of(*display, entry).requested_at() == asked);
    CHECK(listed(*display) == List{"CL", "KE", "FR"});
  }
  CHECK(log_of(server).back().at("sentences").at(0) == "The request of Kenya is corrected: a statement, place 2.");
}

TEST_CASE("L15 another delegation's request, one on the floor and one with unfit words are refused by their cause") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE");
  ask_for(*chair, {"CL", "KE"});
  auto act = correct(entry_of(*chair, entry_for(*chair, "CL")));
  act.mutable_correct_entry()->mutable_speaker()->set_name("Amina Otieno (fictional)");
  CHECK(refused(*kenya, act) == "unauthorized");
  act.mutable_correct_entry()->mutable_speaker()->set_name("Two\nlines");
  const auto unfit = rejected(*chair, act);
  CHECK(unfit.code() == "unfit_text");
  CHECK(unfit.details().at("field") == "speaker.name");
  act.mutable_correct_entry()->mutable_speaker()->set_name("Amina Otieno (fictional)");
  must(*chair, give_floor(act.correct_entry().entry()));
  CHECK(refused(*chair, act) == "not_waiting");
}

TEST_CASE("L15 where a correction moves an entry the new place is told first, and its limit follows") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto france = signed_in(server, "FR", Codec::json);
  ask_for(*chair, {"CL", "KE", "FR"});
  const auto ordered = must(*chair, set_policy(v1::ORDER_POLICY_CATEGORY));
  reaches(*france, ordered.seq());
  auto act = correct(entry_of(*france, entry_for(*france, "FR")));
  act.mutable_correct_entry()->set_kind(v1::KIND_GROUP_STATEMENT);
  act.mutable_correct_entry()->set_on_behalf_of("the European Union");
  const auto told = rejected(*france, act);
  CHECK(told.code() == "place_changes");
  CHECK(told.details().at("place") == "1");
  CHECK(listed(*chair) == List{"CL", "KE", "FR"});
  act.mutable_correct_entry()->set_place(1);
  const auto done = must(*france, act);
  reaches(*chair, done.seq());
  CHECK(listed(*chair) == List{"FR", "CL", "KE"});
  CHECK(entry_of(*chair, act.correct_entry().entry()).limit_ms() == 300'000);
  take_back(*france, done);
  reaches(*chair, france->store().seq());
  CHECK(listed(*chair) == List{"CL", "KE", "FR"});
  CHECK(entry_of(*chair, act.correct_entry().entry()).limit_ms() == 180'000);
}

TEST_CASE("L15 everyone is told how many statements of its own a delegation has made, over all panels") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto display = signed_in(server, "display", Codec::json);
  ask_for(*chair, {"KE", "CL"});
  auto elsewhere = request_floor("KE");
  elsewhere.mutable_request_floor()->set_panel(alarm_panel);
  must(*chair, elsewhere);
  const auto before = [&] {
    reaches(*display, chair->store().seq());
    const auto entry = queue_of(*display, alarm_panel).entries(0);
    return entry_of(*display, entry).statements_before();
  };
  CHECK(before() == 0);
  must(*chair, give_floor(entry_for(*chair, "KE")));
  CHECK(before() == 1);
  must(*chair, return_speaker());
  CHECK(before() == 0);
}

TEST_CASE("L6 a move is taken back by what its answer names, and is then no move") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto desk = signed_in(server, "desk", Codec::json);
  ask_for(*chair, {"KE", "CL", "FR"});
  v1::Command move;
  move.mutable_move_entry()->set_entry(entry_for(*chair, "FR"));
  move.mutable_move_entry()->set_before(entry_for(*chair, "KE"));
  const auto moved = must(*chair, move);
  CHECK(listed(*chair) == List{"FR", "KE", "CL"});
  must(*desk, request_floor("CH"));
  take_back(*chair, moved);
  CHECK(listed(*chair) == List{"KE", "CL", "FR", "CH"});
  CHECK_FALSE(entry_of(*chair, move.move_entry().entry()).moved());
  CHECK(refused(*chair, moved.inverse(0)) == "not_moved");
}

TEST_CASE("T1 a limit, and L4 an order, that were changed are taken back by what their answers name") {
  const ServerProcess server;
  const auto chair = presiding(server);
  must(*chair, ask_as(v1::KIND_STATEMENT, "KE"));
  must(*chair, ask_as(v1::KIND_GROUP_STATEMENT, "CL", "GRULAC"));
  const auto ordered = must(*chair, set_policy(v1::ORDER_POLICY_CATEGORY));
  CHECK(listed(*chair) == List{"CL", "KE"});
  take_back(*chair, ordered);
  CHECK(listed(*chair) == List{"KE", "CL"});
  v1::Command limit;
  limit.mutable_set_limit()->set_panel(panel);
  limit.mutable_set_limit()->set_of(v1::LIMIT_OF_MEMBER);
  limit.mutable_set_limit()->set_limit_ms(90'000);
  const auto set = must(*chair, limit);
  CHECK(entry_of(*chair, entry_for(*chair, "KE")).limit_ms() == 90'000);
  take_back(*chair, set);
  CHECK(entry_of(*chair, entry_for(*chair, "KE")).limit_ms() == 180'000);
}
