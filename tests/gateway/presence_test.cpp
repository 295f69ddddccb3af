#include "gateway/presence.hpp"

#include "gateway/talk.hpp"

using namespace rostrum;
using namespace rostrum::gateway;
using council::desk;
using council::display;
using council::grant_of;
using v1::ServerItem;

namespace {

using Seats = std::map<std::string, unsigned>;

Seats seats(const v1::Presence& presence) {
  Seats out;
  for (const auto& seat : presence.seats()) out[seat.seat()] = seat.devices();
  return out;
}

/// The presence items that a client was told, in their order.
std::vector<v1::Presence> told(const Client& client) {
  std::vector<v1::Presence> out;
  for (const auto& item : client.items) {
    if (item.has_presence()) out.push_back(item.presence());
  }
  return out;
}

}  // namespace

TEST_CASE("P6 the desk and the chair are told at once who is here, behind their snapshot") {
  Talk talk;
  const auto one = talk.follow(grant_of("CL"));
  const auto two = talk.follow(grant_of("CL"));
  for (const std::string seat : {"desk", "chair"}) {
    const auto client = talk.follow(grant_of(seat));
    REQUIRE(told(*client).size() == 1);
    CHECK(client->last().presence().whole());
    CHECK(client->items[client->items.size() - 2].has_snapshot());
    CHECK(seats(client->last().presence()).at("CL") == 2);
    CHECK(seats(client->last().presence()).at(seat) == 1);
  }
}

TEST_CASE("P6 nobody else is told who is here") {
  Talk talk;
  std::vector<std::shared_ptr<Client>> others;
  for (const GrantId& grant :
       {display, grant_of("CL"), grant_of("interpreter"), grant_of("captioner"), grant_of("observer")})
    others.push_back(talk.follow(grant));
  talk.session->presence.flush();
  for (const auto& other : others) {
    other->read();
    CHECK(told(*other).empty());
  }
}

TEST_CASE("P6 changes are told together, with the count as it then is, and only seats that changed") {
  Talk talk;
  const auto officer = talk.follow(desk);
  talk.session->presence.flush();
  officer->read();
  const auto before = told(*officer).size();
  int later = 0;
  talk.session->presence.when_changed([&] { ++later; });
  const auto one = talk.follow(grant_of("CL"));
  const auto two = talk.follow(grant_of("CL"));
  const auto gone = talk.follow(grant_of("EC"));
  gone->connection->lost();
  CHECK(later == 1);
  officer->read();
  CHECK(told(*officer).size() == before);
  talk.session->presence.flush();
  officer->read();
  REQUIRE(told(*officer).size() == before + 1);
  CHECK_FALSE(told(*officer).back().whole());
  CHECK(seats(told(*officer).back()) == Seats{{"CL", 2}, {"EC", 0}});

  one->connection->refuse(CloseCode::going_away);
  one->connection->lost();  // which is one departure
  CHECK(later == 2);
  talk.session->presence.flush();
  officer->read();
  CHECK(seats(told(*officer).back()) == Seats{{"CL", 1}});
  talk.session->presence.flush();
  officer->read();
  CHECK(told(*officer).size() == before + 2);
}

TEST_CASE("P6 a change is encoded once for a codec, and so is the whole, however many get it") {
  Talk talk;
  std::vector<std::shared_ptr<Client>> officers;
  for (int device = 0; device < 10; ++device) officers.push_back(talk.follow(desk));
  talk.session->presence.flush();
  for (const auto& officer : officers) officer->read();
  const auto before = talk.session->presence.encodings();
  const auto delegate = talk.follow(grant_of("CL"));
  talk.session->presence.flush();
  CHECK(talk.session->presence.encodings() - before == 1);
  for (const auto& officer : officers)
    CHECK(officer->being_sent.at(0).get() == officers.front()->being_sent.at(0).get());
  const auto whole = talk.session->presence.whole(wire::Codec::json);
  CHECK(talk.session->presence.whole(wire::Codec::json) == whole);
}

TEST_CASE("P6 a client that was too slow for presence gets it whole with its fresh snapshot") {
  Talk talk(with({}, "outbox_bytes_max=1024").value());
  const auto officer = talk.follow(desk);
  talk.session->presence.flush();
  std::vector<std::shared_ptr<Client>> others;
  for (int round = 0; round < 30; ++round) {
    for (const auto* seat : {"CL", "EC", "KE", "MA"}) others.push_back(talk.follow(grant_of(seat)));
    talk.session->presence.flush();
  }
  CHECK(talk.counted("rostrum_outbox_overflows_total") == 1);
  officer->read();
  talk.settle();
  officer->read();
  CHECK(told(*officer).back().whole());
  CHECK(seats(told(*officer).back()) == Seats{{"CL", 30}, {"EC", 30}, {"KE", 30}, {"MA", 30}, {"desk", 1}});
}

TEST_CASE("P6 who is here is one value, which goes with every command until a delegation comes or goes") {
  Talk talk;
  const chamber::PresentThen nobody = talk.hub.present();
  const auto one = talk.follow(grant_of("CL"));
  const chamber::PresentThen chile = talk.hub.present();
  CHECK(nobody->empty());
  CHECK(*chile == council::Present{{"CL"}});
  const auto two = talk.follow(grant_of("CL"));
  const auto officer = talk.follow(desk);
  one->connection->lost();
  CHECK(talk.hub.present() == chile);
  two->connection->lost();
  CHECK(talk.hub.present()->empty());
  CHECK(*chile == council::Present{{"CL"}});
}

TEST_CASE("P6 devices are counted by role, and presence is in no commit") {
  Talk talk;
  const auto client = talk.follow(grant_of("CL"));
  const auto other = talk.follow(grant_of("EC"));
  const auto officer = talk.follow(desk);
  CHECK(talk.counted("rostrum_devices{role=\"delegate\"}") == 2);
  CHECK(talk.counted("rostrum_devices{role=\"desk\"}") == 1);
  client->connection->lost();
  CHECK(talk.counted("rostrum_devices{role=\"delegate\"}") == 1);
  talk.session->presence.flush();
  CHECK(talk.chamber->seq() == Seq{1});
}
