#include "gateway/talk.hpp"

using namespace rostrum;
using namespace rostrum::gateway;
using council::chair;
using council::display;
using council::grant_of;
using v1::ServerItem;

TEST_CASE("a client that signs in is greeted and given the session") {
  Talk talk;
  const auto client = talk.follow(grant_of("CL"));
  REQUIRE(client->items.size() == 3);
  CHECK(client->items[0].hello().delegation() == "CL");
  CHECK(client->items[0].hello().version() == "1.2.3");
  CHECK(client->items[1].has_private_snapshot());
  CHECK(client->items[2].snapshot().position().seq() == 1);
  CHECK(talk.hub.following(views::Audience::delegate) == 1);
  CHECK(client->may_send == 1);
}

TEST_CASE("a code that stands for nothing is refused, and the client told not to come back") {
  Talk talk;
  const auto client = talk.connect();
  talk.say(*client, Talk::sign_in("no-such-code"));
  client->read();
  CHECK(client->last().refusal().code() == "unknown_code");
  CHECK_FALSE(client->last().refusal().reconnect());
  CHECK(client->closed_with == CloseCode::unknown_code);
  CHECK(client->ends_within == talk.hall->limits.close_timeout);
}

TEST_CASE("a right code of a grant that the session does not hold is refused") {
  Talk talk;
  const auto client = talk.connect();
  talk.say(*client, Talk::sign_in(talk.stale.value));
  talk.settle();
  client->read();
  CHECK(client->closed_with == CloseCode::unknown_code);
}

TEST_CASE("the first message is the sign-in, and there is one") {
  Talk talk;
  const auto early = talk.connect();
  talk.say(*early, Talk::open_meeting("a"));
  early->read();
  CHECK(early->closed_with == CloseCode::malformed_frame);

  const auto probing = talk.connect();
  talk.say(*probing, Talk::probe());
  probing->read();
  CHECK(probing->closed_with == CloseCode::malformed_frame);

  const auto twice = talk.follow(chair);
  talk.say(*twice, Talk::sign_in(chair.value));
  twice->read();
  CHECK(twice->closed_with == CloseCode::malformed_frame);
  CHECK(talk.hub.following(views::Audience::desk) == 0);
}

TEST_CASE("a message that is none is refused") {
  Talk talk;
  const auto client = talk.follow(chair);
  client->connection->received("{\"items\":", talk.now);
  client->read();
  CHECK(client->last().refusal().code() == "malformed_frame");
  CHECK(client->closed_with == CloseCode::malformed_frame);
}

TEST_CASE("a command in the message of the sign-in is taken once the client has joined") {
  Talk talk;
  const auto client = talk.connect();
  talk.say(*client, Talk::sign_in(chair.value) + "," + Talk::open_meeting("a"));
  CHECK(client->may_send == 0);
  talk.settle();
  client->read();
  CHECK(client->items.front().has_hello());
  CHECK(client->last().ack().command_id() == "a");
  CHECK(client->may_send == 1);
}

TEST_CASE("an act is acknowledged behind the patch that shows it") {
  Talk talk;
  const auto client = talk.follow(chair);
  talk.say(*client, Talk::open_meeting("a"));
  talk.settle();
  client->read();
  REQUIRE(client->items.size() >= 2);
  CHECK(client->items[client->items.size() - 2].patch().seq() == 2);
  CHECK(client->last().ack().command_id() == "a");
  CHECK(client->last().ack().seq() == 2);
}

TEST_CASE("a command that is refused is answered with the reason, and the conversation goes on") {
  Talk talk;
  const auto client = talk.follow(display);
  talk.say(*client, Talk::open_meeting("a"));
  talk.settle();
  client->read();
  CHECK(client->last().rejection().command_id() == "a");
  CHECK(client->last().rejection().code() == "unauthorized");
  CHECK(client->may_send == 1);
}

TEST_CASE("a time probe is answered at once, also while a commit is being written") {
  Talk talk;
  const auto client = talk.follow(chair);
  talk.say(*client, Talk::open_meeting("a"));
  talk.scheduler.run_posted();
  REQUIRE(talk.scheduler.writing());
  talk.clock.advance(seconds(7));
  talk.say(*client, Talk::probe());
  client->read();
  CHECK(client->last().time_reply().client_at() == 42);
  CHECK(client->last().time_reply().server_at() == (council::start + seconds(7)).value);
}

TEST_CASE("a client that goes while an answer is awaited is not missed") {
  Talk talk;
  auto client = talk.follow(chair);
  talk.say(*client, Talk::open_meeting("a"));
  talk.scheduler.run_posted();
  client->connection->lost();
  client->connection.reset();
  client.reset();
  talk.settle();
  CHECK(talk.chamber->seq() == Seq{2});
  CHECK(talk.hub.following(views::Audience::desk) == 0);
  CHECK(talk.counted("rostrum_connections") == 0);
}

TEST_CASE("a client that goes while it joins is not missed either") {
  Talk talk;
  auto client = talk.connect();
  talk.say(*client, Talk::sign_in(chair.value));
  client->connection->lost();
  client.reset();
  talk.settle();
  CHECK(talk.hub.following(views::Audience::desk) == 0);
}

TEST_CASE("commands beyond the burst are rejected, and the connection is closed when it goes on") {
  Talk talk(with({}, "items_per_second_max=10,items_burst_max=4,too_fast_max=3").value());
  const auto client = talk.follow(display);
  for (int id = 0; id < 7; ++id) talk.say(*client, Talk::open_meeting(std::to_string(id)));
  talk.settle();
  client->read();
  std::map<std::string, int> codes;
  for (const auto& item : client->items) ++codes[item.rejection().code()];
  CHECK(codes["unauthorized"] == 4);
  CHECK(codes["too_fast"] == 3);
  CHECK_FALSE(client->closed_with);
  talk.say(*client, Talk::open_meeting("one-more"));
  client->read();
  CHECK(client->last().refusal().code() == "too_fast");
  CHECK(client->last().refusal().reconnect());
  CHECK(client->closed_with == CloseCode::too_fast);
}

TEST_CASE("a client that was too fast and pauses is forgiven") {
  Talk talk(with({}, "items_per_second_max=10,items_burst_max=4,too_fast_max=3").value());
  const auto client = talk.follow(chair);
  for (int round = 0; round < 5; ++round) {
    for (int probe = 0; probe < 7; ++probe) talk.say(*client, Talk::probe());
    talk.now += seconds(1);
  }
  client->read();
  CHECK_FALSE(client->closed_with);
  CHECK(client->count(ServerItem::kTimeReply) == 5 * 4);
}

TEST_CASE("messages without an item count as items") {
  Talk talk(with({}, "items_burst_max=4,too_fast_max=3").value());
  const auto client = talk.follow(chair);
  for (int message = 0; message < 7; ++message) talk.say(*client, "");
  CHECK_FALSE(client->closed_with);
  talk.say(*client, "");
  client->read();
  CHECK(client->closed_with == CloseCode::too_fast);
}

TEST_CASE("a client that is too slow is neither cut nor grows: it gets one fresh snapshot when it reads again") {
  Talk talk(with({}, "outbox_bytes_max=4096").value());
  const auto chair_client = talk.follow(chair);
  const auto slow = talk.follow(display);
  const auto snapshots_before = slow->count(ServerItem::kSnapshot);
  const auto frames_before = slow->items.size();
  for (int act = 0; act < 40; ++act) {
    talk.now += seconds(1);
    talk.say(*chair_client, Talk::set_title("title-" + std::to_string(act), 700));
    talk.settle();
    chair_client->read();
  }
  CHECK(talk.counted("rostrum_outbox_overflows_total") == 1);
  slow->read();
  talk.settle();
  slow->read();
  CHECK_FALSE(slow->closed_with);
  CHECK(slow->count(ServerItem::kSnapshot) == snapshots_before + 1);
  CHECK(slow->items.size() - frames_before < 10);
  CHECK(slow->store.seq() == talk.chamber->seq().value);
  CHECK(slow->store.entities() == test::picture(views::project(talk.chamber->state(), views::Audience::public_)));

  talk.say(*chair_client, Talk::set_title("afterwards", 700));
  talk.settle();
  slow->read();
  CHECK(slow->last().has_patch());
  CHECK(slow->store.seq() == talk.chamber->seq().value);
}

TEST_CASE("an Ack that was dropped comes again when the command is sent again") {
  Talk talk(with({}, "outbox_bytes_max=1024").value());
  const auto client = talk.follow(chair);
  for (int act = 0; act < 5; ++act) {
    talk.say(*client, Talk::set_title("title-" + std::to_string(act), 700));
    talk.settle();
  }
  client->read();
  talk.settle();
  client->read();
  const auto acks = client->count(ServerItem::kAck);
  CHECK(acks < 5);
  const auto seq = talk.chamber->seq();
  talk.say(*client, Talk::set_title("title-4", 700));
  talk.settle();
  client->read();
  CHECK(client->count(ServerItem::kAck) == acks + 1);
  CHECK(client->last().ack().seq() == seq.value);
  CHECK(talk.chamber->seq() == seq);
}

TEST_CASE("a client that is behind and does not read is still told why it is refused") {
  Talk talk(with({}, "outbox_bytes_max=1024").value());
  const auto chair_client = talk.follow(chair);
  const auto slow = talk.follow(display);
  for (int act = 0; act < 5; ++act) {
    talk.say(*chair_client, Talk::set_title("title-" + std::to_string(act), 700));
    talk.settle();
    chair_client->read();
  }
  slow->connection->refuse(CloseCode::going_away);
  CHECK(slow->ends_within == talk.hall->limits.close_timeout);
  CHECK_FALSE(slow->closed_with);
  slow->read();
  CHECK(slow->last().refusal().code() == "going_away");
  CHECK(slow->closed_with == CloseCode::going_away);
}

TEST_CASE("what a client takes at once is sent without waiting in the outbox, and in the same order") {
  Talk talk;
  const auto waiting = talk.follow(chair);
  const auto quick = talk.connect();
  quick->reads_at_once = true;
  talk.say(*quick, Talk::sign_in(display.value));
  talk.settle();
  CHECK(quick->sends == 1);  // all that a join gives goes together
  REQUIRE(quick->items.size() == 2);
  CHECK(quick->items[0].has_hello());
  CHECK(quick->items[1].has_snapshot());
  for (int act = 0; act < 5; ++act) {
    talk.say(*waiting, Talk::set_title("title-" + std::to_string(act), 100));
    talk.settle();
  }
  CHECK(quick->sends == 6);
  CHECK(quick->store.seq() == talk.chamber->seq().value);
  quick->connection->refuse(CloseCode::going_away);
  CHECK(quick->last().refusal().code() == "going_away");
  CHECK(quick->closed_with == CloseCode::going_away);
}

TEST_CASE("what waits for a client is sent several frames together, at most so many") {
  Talk talk;
  const auto client = talk.follow(chair);
  for (int act = 0; act < 10; ++act) {
    talk.say(*client, Talk::set_title("title-" + std::to_string(act), 100));
    talk.settle();
  }
  CHECK(client->being_sent.size() == 1);
  const int before = client->sends;
  client->read();
  CHECK(client->sends == before + 3);  // 19 others: patches and Acks
  CHECK(client->count(ServerItem::kAck) == 10);
  CHECK(client->store.seq() == talk.chamber->seq().value);
}

TEST_CASE("a patch is encoded once for an audience and a codec, however many connections get it") {
  Talk talk;
  const auto chair_client = talk.follow(chair);
  std::vector<std::shared_ptr<Client>> screens;
  for (int screen = 0; screen < 10; ++screen) screens.push_back(talk.follow(display));
  const auto encodings = talk.counted("rostrum_encodings_total{of=\"patch\"}");
  const auto deliveries = talk.counted("rostrum_deliveries_total{codec=\"json\"}");
  talk.say(*chair_client, Talk::open_meeting("a"));
  talk.settle();
  CHECK(talk.counted("rostrum_encodings_total{of=\"patch\"}") - encodings == 2);  // for the desk and for the public
  CHECK(talk.counted("rostrum_deliveries_total{codec=\"json\"}") - deliveries == 11);
  for (const auto& screen : screens) CHECK(screen->being_sent.at(0).get() == screens.front()->being_sent.at(0).get());
}

TEST_CASE("what is private to a delegation goes to its connections only") {
  Talk talk;
  const auto chair_client = talk.follow(chair);
  const auto chile = talk.follow(grant_of("CL"));
  const auto ecuador = talk.follow(grant_of("EC"));
  const auto say = [&](Client& client, const std::string& id, const std::string& act) {
    talk.say(client, Talk::command(id, act));
    talk.settle();
    client.read();
    REQUIRE(client.last().has_ack());
  };
  say(*chair_client, "a", R"("openMeeting":{"meeting":")" + council::afternoon.value + "\"}");
  say(*chair_client, "b", R"("openPanel":{"panel":")" + council::high_level.value + "\"}");
  say(*chair_client, "c", R"("openList":{"panel":")" + council::high_level.value + "\"}");
  say(*chile, "d", R"("requestFloor":{"panel":")" + council::high_level.value + R"(","kind":"KIND_STATEMENT"})");
  say(*chair_client, "e", R"("removeEntry":{"entry":1})");
  chile->read();
  ecuador->read();
  CHECK(chile->count(ServerItem::kPrivatePatch) == 1);
  CHECK(ecuador->count(ServerItem::kPrivatePatch) == 0);
  CHECK(chile->store.private_entities() == test::picture(views::project(talk.chamber->state(), DelegationId{"CL"})));
  CHECK(chile->store.seq() == talk.chamber->seq().value);
}

TEST_CASE("a server that stops takes no command, and who sends one is told nothing that would not hold") {
  Talk talk;
  const auto client = talk.follow(chair);
  const auto items = client->items.size();
  talk.hall->stopping = true;
  talk.say(*client, Talk::open_meeting("a"));
  talk.settle();
  client->read();
  CHECK(client->items.size() == items);
  CHECK(talk.chamber->seq() == Seq{1});
}
