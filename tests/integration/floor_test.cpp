#include "client/floor.hpp"
#include "integration/support/acts.hpp"
#include "integration/support/raw_socket.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

TEST_CASE("N5 a delegation asks, gets the floor and gives it back, and all see the same, in either codec") {
  const ServerProcess server;
  const auto chair = signed_in(server, "chair");
  const auto kenya = signed_in(server, "KE", Codec::json);
  const auto display_json = signed_in(server, "display", Codec::json);
  const auto display_proto = signed_in(server, "display", Codec::protobuf);

  must(*chair, open_meeting());
  must(*chair, open_panel());
  must(*kenya, request_floor());
  CHECK(refused(*kenya, request_floor()) == "already_listed");
  reaches(*chair, kenya->store().seq());
  const auto* queue = chair->store().find("queue/high-level");
  REQUIRE(queue != nullptr);
  REQUIRE(queue->queue().entries_size() == 1);
  const auto entry = queue->queue().entries(0);
  CHECK(kenya->store().find("entry/" + std::to_string(entry))->entry().delegation() == "KE");

  must(*chair, give_floor(entry));
  reaches(*kenya, chair->store().seq());
  const auto* floor = kenya->store().find("floor/high-level");
  REQUIRE(floor != nullptr);
  CHECK(client::speaking(floor->floor()).delegation() == "KE");
  CHECK(client::speaking(floor->floor()).limit_ms() == 180'000);
  const auto ended = must(*kenya, end_speech(client::speaking(floor->floor()).speech()));

  for (const auto* display : {display_json.get(), display_proto.get()}) {
    reaches(const_cast<client::Client&>(*display), ended.seq());
    CHECK(display->store().find("floor/high-level")->floor().holdings().empty());
    CHECK(display->store().find("panel/high-level")->panel().speeches() == 1);
  }
  CHECK(picture(display_json->store()) == picture(display_proto->store()));
  const auto late = signed_in(server, "display");
  CHECK(picture(late->store()) == picture(display_proto->store()));
}

TEST_CASE("who may not do a thing is refused, and the hall goes on") {
  const ServerProcess server;
  const auto display = signed_in(server, "display");
  CHECK(refused(*display, open_meeting()) == "unauthorized");
  const auto chair = signed_in(server, "chair");
  must(*chair, open_meeting());
  CHECK(refused(*chair, open_meeting()) == "meeting_already_open");
}

TEST_CASE("N1 the same command sent again, also by another connection and after a kill, acts once") {
  ServerProcess server;
  auto command = open_meeting();
  command.set_id("tablet-1");
  const auto chair = signed_in(server, "chair");
  const auto first = must(*chair, command);
  const auto again = must(*signed_in(server, "chair", Codec::json), command);
  CHECK(again.seq() == first.seq());
  CHECK(again.index() == first.index());
  server.kill_hard();
  server.start();
  const auto after = must(*signed_in(server, "chair"), command);
  CHECK(after.seq() == first.seq());
}

TEST_CASE("the server's clock is told at once") {
  const ServerProcess server;
  const auto chair = signed_in(server, "chair");
  const auto reply = chair->probe(42);
  REQUIRE(reply);
  CHECK(reply->client_at() == 42);
  CHECK(reply->server_at() >= 1'133'272'500'000);  // 2005-11-29T14:55+01:00, where it started
  CHECK(reply->server_at() < 1'133'272'500'000 + 3'600'000);
}

TEST_CASE("N3 a client that was away gets the acts it missed, and less than a snapshot") {
  const ServerProcess server;
  const auto chair = signed_in(server, "chair");
  must(*chair, open_meeting());
  must(*chair, open_panel());
  auto kenya = signed_in(server, "KE");
  reaches(*kenya, chair->store().seq());
  client::Store held = kenya->store();
  const auto before = held.seq();
  const auto snapshot_bytes = kenya->bytes_received();
  kenya->cut();
  std::uint64_t seq = 0;
  for (const auto* delegation : {"CL", "EC", "MA", "PH", "CH", "FR", "ES", "EG", "BD", "AU"})
    seq = must(*chair, request_floor(delegation)).seq();
  REQUIRE(seq == before + 10);

  const auto back = client::Client::connect({.port = server.port()}, Codec::protobuf, std::move(held));
  REQUIRE(back);
  const auto hello = (*back)->sign_in(server.code("KE"));
  REQUIRE(hello);
  CHECK(hello->resumed());
  reaches(**back, seq);
  CHECK(count(**back, v1::ServerItem::kSnapshot) == 0);
  CHECK(count(**back, v1::ServerItem::kPatch) == 10);
  CHECK((*back)->bytes_received() < snapshot_bytes);
  CHECK(picture((*back)->store()) == picture(signed_in(server, "KE")->store()));
}

TEST_CASE("N3 a client comes back to a server that was killed, with nothing lost") {
  ServerProcess server;
  client::Store held;
  std::uint64_t seq = 0;
  {
    const auto chair = signed_in(server, "chair");
    must(*chair, open_meeting());
    must(*chair, open_panel());
    for (const auto* delegation : {"CL", "EC", "MA"}) seq = must(*chair, request_floor(delegation)).seq();
    held = chair->store();
    server.kill_hard();
  }
  server.start();
  const auto before = picture(held);
  const auto chair = signed_in(server, "chair", Codec::protobuf, std::move(held));
  CHECK(chair->store().seq() == seq);
  CHECK(picture(chair->store()) == before);
  CHECK(picture(signed_in(server, "chair")->store()) == before);
  must(*chair, request_floor("PH"));
}

TEST_CASE("a patch is encoded once for an audience and a codec, and delivered to every connection") {
  const ServerProcess server;
  const auto chair = signed_in(server, "chair");
  std::vector<std::unique_ptr<client::Client>> displays;
  for (int screen = 0; screen < 10; ++screen) displays.push_back(signed_in(server, "display"));
  const std::string encodings = "rostrum_encodings_total{of=\"patch\"}";
  const std::string deliveries = "rostrum_deliveries_total{codec=\"protobuf\"}";
  const auto encoded = server.metric(encodings);
  const auto delivered = server.metric(deliveries);
  std::uint64_t seq = 0;
  for (int act = 0; act < 5; ++act) seq = must(*chair, set_title("Title " + std::to_string(act))).seq();
  for (const auto& display : displays) reaches(*display, seq);
  CHECK(server.metric(encodings) - encoded == 5 * 2);  // for the desk, and for the public
  CHECK(server.metric(deliveries) - delivered == 5 * 11);
  CHECK(server.metric("rostrum_following{audience=\"public\"}") == 10);
}

TEST_CASE("a client that does not read is dropped from, not cut, and ends at the same view") {
  const ServerProcess server(
      {.limits = "outbox_bytes_max=16384,socket_send_bytes=4096,items_per_second_max=100000,items_burst_max=100000"});
  const auto chair = signed_in(server, "chair");
  auto slow = client::Client::connect({.port = server.port(), .receive_buffer_bytes = 4'096}, Codec::json);
  REQUIRE(slow);
  REQUIRE((*slow)->sign_in(server.code("display")));
  REQUIRE(count(**slow, v1::ServerItem::kSnapshot) == 1);

  constexpr int acts_most = 2'000;
  int acts = 0;
  while (server.metric("rostrum_outbox_overflows_total") == 0 && acts < acts_most) {
    for (int more = 0; more < 20; ++more) must(*chair, set_title(std::to_string(++acts) + std::string(700, 'x')));
  }
  REQUIRE(acts < acts_most);
  for (int more = 0; more < 20; ++more) must(*chair, set_title(std::to_string(++acts) + std::string(700, 'y')));
  CHECK(server.metric("rostrum_connections") == 2);

  reaches(**slow, chair->store().seq());
  // One for each time that it was dropped from: what the kernel lets through while it does not read may make that
  // twice.
  const int snapshots = count(**slow, v1::ServerItem::kSnapshot);
  CHECK(static_cast<std::uint64_t>(snapshots) == 1 + server.metric("rostrum_outbox_overflows_total"));
  CHECK(count(**slow, v1::ServerItem::kPatch) < acts);
  CHECK(picture((*slow)->store()) == picture(signed_in(server, "display")->store()));

  const auto seq = must(*chair, set_title("Afterwards")).seq();
  reaches(**slow, seq);
  CHECK(count(**slow, v1::ServerItem::kSnapshot) == snapshots);
}
