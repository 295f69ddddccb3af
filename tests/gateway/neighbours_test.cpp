// P6, L2 who follows at other nodes counts as who follows here, for as long as the other node says so.
#include "gateway/neighbours.hpp"

#include "gateway/talk.hpp"

using namespace rostrum;
using namespace rostrum::gateway;
using council::desk;
using council::grant_of;

namespace {

using Devices = std::map<SeatId, std::uint32_t>;
const DelegationId kenya{"KE"}, chile{"CL"};

struct Neighbour {
  explicit Neighbour(Talk& talk) : neighbours(*talk.session, [this](wire::Here here) { told.push_back(here); }) {}

  std::vector<wire::Here> told;
  Neighbours neighbours;
};

wire::Here here(std::uint64_t number, std::set<DelegationId> delegations, std::optional<Devices> devices = {}) {
  return {.who = "b.1", .number = number, .delegations = std::move(delegations), .devices = std::move(devices)};
}

unsigned devices_of(const Client& client, const std::string& seat) {
  for (auto item = client.items.rbegin(); item != client.items.rend(); ++item)
    for (const auto& one : item->presence().seats())
      if (item->has_presence() && one.seat() == seat) return one.devices();
  return 0;
}

}  // namespace

TEST_CASE("L2 other nodes are told at once which delegations are here, when the first device comes and the last goes") {
  Talk talk;
  Neighbour given(talk);
  auto one = talk.follow(grant_of("CL"));
  REQUIRE(given.told.size() == 1);
  CHECK(given.told.back().delegations == std::set<DelegationId>{chile});
  CHECK_FALSE(given.told.back().devices);
  auto two = talk.follow(grant_of("CL"));
  two->connection->lost();
  CHECK(given.told.size() == 1);
  one->connection->lost();
  REQUIRE(given.told.size() == 2);
  CHECK(given.told.back().delegations.empty());
}

TEST_CASE("P6 other nodes are told each second of all devices that are here, also where nothing has changed") {
  Talk talk;
  Neighbour given(talk);
  const auto one = talk.follow(desk);
  given.neighbours.tick({10'000});
  REQUIRE(given.told.size() == 1);
  CHECK(given.told.back().devices == Devices{{{"desk"}, 1}});
  given.neighbours.tick({10'999});
  CHECK(given.told.size() == 1);
  given.neighbours.tick({11'000});
  CHECK(given.told.size() == 2);
}

TEST_CASE("P6, L2 whom other nodes have is present, and the desk is told of the devices at all nodes together") {
  Talk talk;
  Neighbour given(talk);
  const auto watching = talk.follow(desk);
  const auto one = talk.follow(grant_of("CL"));
  given.neighbours.heard({0}, here(1, {kenya, chile}, Devices{{{"KE"}, 2}, {{"CL"}, 3}}));
  CHECK(*talk.hub.present() == council::Present{kenya, chile});
  CHECK(talk.hub.present_here() == council::Present{chile});
  talk.session->presence.flush();
  watching->read();
  CHECK(devices_of(*watching, "KE") == 2);
  CHECK(devices_of(*watching, "CL") == 4);
  const auto late = talk.follow(grant_of("chair"));
  CHECK(devices_of(*late, "CL") == 4);
  one->connection->lost();
  CHECK(talk.hub.present()->contains(chile));
}

TEST_CASE("P6 what a node told later counts, however late an earlier telling comes") {
  Talk talk;
  Neighbour given(talk);
  given.neighbours.heard({0}, here(2, {kenya}, Devices{{{"KE"}, 1}}));
  given.neighbours.heard({1}, here(1, {chile}, Devices{{{"CL"}, 1}}));
  CHECK(*talk.hub.present() == council::Present{kenya});
  given.neighbours.heard({2}, here(3, {}));  // says nothing of devices
  CHECK(talk.hub.present()->empty());
  const auto watching = talk.follow(desk);
  CHECK(devices_of(*watching, "KE") == 1);
}

TEST_CASE("P6, L2 a node that tells nothing any more has nobody, a few seconds later") {
  Talk talk;
  Neighbour given(talk);
  const auto watching = talk.follow(desk);
  given.neighbours.heard({0}, here(1, {kenya}, Devices{{{"KE"}, 1}}));
  given.neighbours.tick(neighbour_forgotten_after - Millis{1});
  CHECK(talk.hub.present()->contains(kenya));
  given.neighbours.tick(neighbour_forgotten_after);
  CHECK(talk.hub.present()->empty());
  talk.session->presence.flush();
  watching->read();
  CHECK(devices_of(*watching, "KE") == 0);
}
