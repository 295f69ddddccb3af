// What clients are told of how the ledger stands.
#include "gateway/told_standing.hpp"

#include "gateway/talk.hpp"

using namespace rostrum;
using namespace rostrum::gateway;
using council::chair;
using council::desk;
using council::display;
using council::grant_of;

namespace {

using Is = ledger::Standing::Is;

const ledger::Standing held{.is = Is::held, .why = "two of three servers are away", .since = {1'000}};
const ToldStanding::Away frozen{"redis://r2:6379", "no answer"};
const ToldStanding::Servers one_away{.all = 3, .away = {frozen}, .empty = 0};

std::vector<v1::LedgerStanding> told(const Client& client) {
  std::vector<v1::LedgerStanding> out;
  for (const auto& item : client.items)
    if (item.has_standing()) out.push_back(item.standing());
  return out;
}

/// What the client was told of it last, once it has read all there is; it must have been told something.
v1::LedgerStanding last_told(Client& client) {
  client.read();
  REQUIRE_FALSE(told(client).empty());
  return told(client).back();
}

}  // namespace

TEST_CASE("N4 everybody is told at once that nothing becomes final, since when, and that it does again") {
  Talk talk;
  for (const GrantId& grant : {chair, desk, display, grant_of("CL"), grant_of("interpreter"), grant_of("captioner")}) {
    CAPTURE(grant.value);
    const auto client = talk.follow(grant);
    CHECK(told(*client).empty());
    talk.chamber->standing(held);
    CHECK(last_told(*client).is() == v1::LEDGER_IS_HELD);
    CHECK(last_told(*client).since() == 1'000);
    talk.chamber->standing({.is = Is::out_of_touch, .why = "no server is reached", .since = {2'000}});
    CHECK(last_told(*client).is() == v1::LEDGER_IS_OUT_OF_TOUCH);
    talk.chamber->standing({.is = Is::well, .why = {}, .since = {3'000}});
    CHECK(last_told(*client).is() == v1::LEDGER_IS_WELL);
    CHECK(told(*client).size() == 3);
  }
}

TEST_CASE("N4 who comes while it does not stand well is told so after the session, and who comes later is not") {
  Talk talk;
  talk.chamber->standing(held);
  const auto client = talk.follow(grant_of("CL"));
  REQUIRE(told(*client).size() == 1);
  CHECK(client->last().standing().is() == v1::LEDGER_IS_HELD);
  CHECK(client->items[client->items.size() - 2].has_snapshot());
  talk.chamber->standing({});
  CHECK(told(*talk.follow(grant_of("CL"))).empty());
}

TEST_CASE("N4 why, and which servers are away, is for the desk's audience alone") {
  Talk talk;
  talk.session->standing.servers_are(one_away);
  talk.chamber->standing(held);
  for (const GrantId& grant : {desk, chair}) {
    const auto client = talk.follow(grant);
    CHECK(last_told(*client).why() == held.why + "; the last final commit here is 1");
    REQUIRE(last_told(*client).away_size() == 1);
    CHECK(last_told(*client).away(0).server() == frozen.server);
    CHECK(last_told(*client).away(0).why() == frozen.why);
  }
  for (const GrantId& grant : {display, grant_of("CL"), grant_of("interpreter"), grant_of("observer")}) {
    const auto client = talk.follow(grant);
    CHECK(last_told(*client).why().empty());
    CHECK(last_told(*client).away().empty());
  }
}

TEST_CASE("N4 a server that is away while all is well is told to the desk's audience, and to nobody else") {
  Talk talk;
  const auto officer = talk.follow(desk);
  const auto delegate = talk.follow(grant_of("CL"));
  talk.session->standing.servers_are(one_away);
  talk.session->standing.servers_are(one_away);
  CHECK(last_told(*officer).is() == v1::LEDGER_IS_WELL);
  CHECK(last_told(*officer).away_size() == 1);
  CHECK(told(*officer).size() == 1);
  CHECK(last_told(*talk.follow(desk)).away_size() == 1);
  talk.session->standing.servers_are({.all = 3, .away = {}, .empty = 0});
  CHECK(last_told(*officer).away_size() == 0);
  CHECK(told(*talk.follow(desk)).empty());
  delegate->read();
  CHECK(told(*delegate).empty());
}

TEST_CASE("N4 who reaches some of the servers, and not most, is told that nothing becomes final, and stays") {
  Talk talk;
  const auto client = talk.follow(grant_of("CL"));
  const ledger::Standing out_of_touch{.is = Is::out_of_touch, .why = "most servers are away", .since = {1'000}};
  const auto are = [&](std::size_t all, std::size_t away, std::size_t empty) {
    talk.session->standing.servers_are({.all = all, .away = {away, frozen}, .empty = empty});
  };
  are(3, 2, 0);
  talk.chamber->standing(out_of_touch);
  CHECK(last_told(*client).is() == v1::LEDGER_IS_HELD);
  are(3, 3, 0);
  CHECK(last_told(*client).is() == v1::LEDGER_IS_OUT_OF_TOUCH);
  are(3, 3, 2);  // they have lost the log: nobody goes on
  CHECK(last_told(*client).is() == v1::LEDGER_IS_HELD);
  are(3, 1, 0);  // so it is this node that lags
  CHECK(last_told(*client).is() == v1::LEDGER_IS_OUT_OF_TOUCH);
  are(1, 1, 1);
  CHECK(last_told(*client).is() == v1::LEDGER_IS_HELD);
  are(1, 1, 0);  // it may be the way to it
  CHECK(last_told(*client).is() == v1::LEDGER_IS_OUT_OF_TOUCH);
  CHECK(last_told(*client).since() == 1'000);
}

TEST_CASE("N4 a disk that is full is told to all, with the act that found it so") {
  Talk talk;
  const auto client = talk.follow(chair);
  talk.disk.full = true;
  talk.say(*client, Talk::open_meeting("a"));
  talk.settle();
  CHECK(last_told(*client).is() == v1::LEDGER_IS_HELD);
  CHECK_FALSE(last_told(*client).why().empty());
  talk.disk.full = false;
  talk.clock.set(*talk.scheduler.waits_until());
  talk.scheduler.wake(talk.clock.now());
  talk.settle();
  CHECK(last_told(*client).is() == v1::LEDGER_IS_WELL);
}

TEST_CASE("N4 who reads too slowly to be told that it is well again is told so with the fresh picture") {
  Talk talk(with({}, "outbox_bytes_max=4096").value());
  const auto officer = talk.follow(chair);
  const auto client = talk.follow(display);
  talk.chamber->standing(held);
  CHECK(last_told(*client).is() == v1::LEDGER_IS_HELD);
  for (int act = 0; act < 40; ++act) {
    talk.now += seconds(1);
    talk.say(*officer, Talk::set_title("a" + std::to_string(act), 700));
    talk.settle();
    officer->read();
  }
  talk.chamber->standing({});
  client->read();
  talk.settle();
  CHECK(last_told(*client).is() == v1::LEDGER_IS_WELL);
  CHECK(client->count(v1::ServerItem::kSnapshot) == 2);
}
