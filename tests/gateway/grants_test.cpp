// Codes that are revoked, replaced or have expired, over whole conversations (P5).
#include "gateway/talk.hpp"

using namespace rostrum;
using namespace rostrum::gateway;
using council::chair;
using council::desk;
using council::display;
using council::grant_of;
using v1::ServerItem;

namespace {

std::string revoke(const std::string& id, const std::string& seat) {
  return Talk::command(id, R"("revokeSeat":{"seat":")" + seat + "\"}");
}
std::string issue(const std::string& id, const std::string& seat) {
  return Talk::command(id, R"("issueCode":{"seat":")" + seat + "\"}");
}

council::Programme short_lived() {
  council::Programme programme = council::small_programme();
  programme.session.codes_valid = minutes(60);
  return programme;
}

}  // namespace

TEST_CASE("P5 a revoked seat's connections end at once and get nothing of what shows it, others go on") {
  Talk talk;
  const auto officer = talk.follow(desk);
  const auto one = talk.follow(grant_of("CL"));
  const auto two = talk.follow(grant_of("CL"));
  const auto other = talk.follow(grant_of("EC"));
  const auto items = one->items.size();
  talk.say(*officer, revoke("a", "CL"));
  talk.settle();
  CHECK(talk.hub.following(views::Audience::delegate) == 1);
  for (const auto& client : {one, two}) {
    client->read();
    REQUIRE(client->items.size() == items + 1);
    CHECK(client->last().refusal().code() == "revoked");
    CHECK_FALSE(client->last().refusal().reconnect());
    CHECK(client->closed_with == CloseCode::revoked);
  }
  other->read();
  CHECK_FALSE(other->closed_with);
  officer->read();
  CHECK(officer->last().ack().command_id() == "a");
}

TEST_CASE("P5 a revoked seat's connection that is too slow gets its refusal and nothing else") {
  Talk talk;
  const auto officer = talk.follow(desk);
  const auto slow = talk.follow(display);
  for (int act = 0; act < 5; ++act) {
    talk.say(*officer, Talk::set_title("title-" + std::to_string(act), 700));
    talk.settle();
  }
  talk.say(*officer, revoke("a", "display"));
  talk.settle();
  slow->read();
  CHECK(slow->count(ServerItem::kPatch) == 1);  // that was under way
  CHECK(slow->last().refusal().code() == "revoked");
}

TEST_CASE("P5 the codes are made again before anything shows that a new one was issued") {
  Talk talk;
  const auto officer = talk.follow(desk);
  const auto old = talk.follow(grant_of("CL"));
  const auto renewed = talk.renewed;
  talk.say(*officer, issue("a", "CL"));
  talk.scheduler.run_posted();
  CHECK(talk.renewed == renewed);  // not durable yet
  talk.settle();
  CHECK(talk.renewed == renewed + 1);
  old->read();
  CHECK(old->closed_with == CloseCode::revoked);
  const auto fresh = talk.follow({"CL.2"});
  CHECK(fresh->items.front().hello().seat() == "CL");
}

TEST_CASE("P5 a sign-in with a code that was revoked is refused") {
  Talk talk;
  const auto officer = talk.follow(desk);
  talk.say(*officer, revoke("a", "CL"));
  talk.settle();
  const auto late = talk.connect();
  talk.say(*late, Talk::sign_in("CL.1"));
  talk.settle();
  late->read();
  CHECK(late->closed_with == CloseCode::revoked);
  CHECK(late->count(ServerItem::kHello) == 0);
}

TEST_CASE("P5 a sign-in while the revocation is being written ends with it, and is shown nothing of it") {
  Talk talk;
  const auto officer = talk.follow(desk);
  const std::uint64_t before = talk.chamber->seq().value;
  talk.say(*officer, revoke("a", "CL"));
  talk.scheduler.run_posted();
  REQUIRE(talk.scheduler.writing());
  const auto late = talk.connect();
  talk.say(*late, Talk::sign_in("CL.1"));
  talk.settle();
  late->read();
  CHECK(late->closed_with == CloseCode::revoked);
  CHECK(late->store.seq() == before);
  CHECK(late->count(ServerItem::kPatch) == 0);
}

TEST_CASE("P5 codes expire at their instant: connections end with it, and a later sign-in is told so") {
  const bool deadline_comes_first = GENERATE(true, false);
  Talk talk({}, short_lived());
  const auto client = talk.follow(grant_of("CL"));
  talk.clock.advance(minutes(60) - Millis{1});
  const auto in_time = talk.follow(grant_of("EC"));
  CHECK_FALSE(in_time->closed_with);
  talk.clock.advance(Millis{1});
  if (deadline_comes_first) {
    talk.scheduler.wake(talk.clock.now());
    talk.settle();
    client->read();
    CHECK(client->last().refusal().code() == "expired_code");
    CHECK_FALSE(client->last().refusal().reconnect());
    CHECK(client->closed_with == CloseCode::expired_code);
  }
  const auto late = talk.connect();
  talk.say(*late, Talk::sign_in("CL.1"));
  talk.settle();
  late->read();
  CHECK(late->closed_with == CloseCode::expired_code);
}

TEST_CASE("P5 who signs in with a revoked code counts as one who guesses") {
  Talk talk(with({}, "guesses_per_second_max=1,guesses_burst_max=3").value());
  const auto officer = talk.connect(wire::Codec::json, "192.0.2.9");
  talk.say(*officer, Talk::sign_in(desk.value));
  talk.settle();
  officer->read();
  talk.say(*officer, revoke("a", "CL"));
  talk.settle();
  for (int guess = 0; guess < 4; ++guess) {
    const auto client = talk.connect();
    talk.say(*client, Talk::sign_in("CL.1"));
    talk.settle();
    client->read();
    CHECK(client->closed_with == (guess < 3 ? CloseCode::revoked : CloseCode::too_fast));
  }
}

TEST_CASE("P5 nobody revokes the seat they sit on") {
  Talk talk;
  const auto officer = talk.follow(desk);
  talk.say(*officer, revoke("a", "desk"));
  talk.settle();
  officer->read();
  CHECK(officer->last().rejection().code() == "own_seat");
  CHECK_FALSE(officer->closed_with);
}
