// N4 how nodes and their Redis servers stand, as "rostrumctl nodes" tells whoever runs them.
#include <nlohmann/json.hpp>

#include "integration/support/operating.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("N4 rostrumctl nodes tells who writes, how far each node and server is, and that all is well", "[nodes]") {
  Nodes nodes(2, 3);
  auto chair = signed_in_at(nodes[0], "chair");
  open_floor_at(*chair);
  const std::string look = "nodes --urls " + url_of(nodes[0]) + "," + url_of(nodes[1]) + " --servers " +
                           nodes.redis.list() + " --session " + council_session;
  const Ended well = in_the_end_says(look, [](const Ended& told) { return told.status == 0; });
  CHECK(has(well.out, "writes "));
  CHECK(has(well.out, "follows "));
  CHECK(has(well.out, "All is well.\n"));
  const auto json =
      nlohmann::json::parse(in_the_end_says(look + " --json", [](const Ended& told) { return told.status == 0; }).out);
  CHECK(json.at("well") == true);
  CHECK(json.at("why").empty());
  REQUIRE(json.at("nodes").size() == 2);
  REQUIRE(json.at("servers").size() == 3);
  const auto& told = json.at("nodes").at(0);
  CHECK(told.at("ready") == true);
  CHECK(told.at("sessions").at(0).at("servers").size() == 3);
  for (const auto& server : json.at("servers")) {
    CHECK(server.at("standing") == "ready");
    CHECK(server.at("last") >= chair->store().seq());
    CHECK(server.at("term") >= told.at("sessions").at(0).at("term"));
    CHECK(server.at("behind") == 0);
  }
}

TEST_CASE("N4 rostrumctl nodes names what is not well, and tells of the others all the same", "[nodes]") {
  Nodes nodes(2, 3);
  auto chair = signed_in_at(nodes[0], "chair");
  open_floor_at(*chair);
  const std::string look = "nodes --urls " + url_of(nodes[0]) + "," + url_of(nodes[1]) + " --servers " +
                           nodes.redis.list() + " --session " + council_session;
  SECTION("a node that cannot be reached") {
    nodes[1].kill_hard();
    const Ended told = in_the_end_says(look, [](const Ended& each) { return has(each.out, "writes "); });
    CHECK(told.status == 1);
    CHECK(has(told.out, url_of(nodes[1]) + " "));
    CHECK(has(told.out, "cannot be reached: Connection refused"));
  }
  SECTION("a server that is away, as each node says too") {
    nodes.redis[1].kill_hard();
    const Ended told = in_the_end_says(look, [&](const Ended& each) {
      return has(each.out, url_of(nodes[0]) + " cannot use " + address_of(nodes.redis[1]));
    });
    CHECK(told.status == 1);
    CHECK(has(told.out, address_of(nodes.redis[1]) + " cannot be used"));
  }
  SECTION("a server that is not set up as it has to be, with what cures it") {
    RedisLine(nodes.redis[2]).ask({"CONFIG", "SET", "maxmemory-policy", "allkeys-lru"});
    const Ended told = rostrumctl(look);
    CHECK(told.status == 1);
    CHECK(has(told.out, "maxmemory-policy noeviction"));
  }
  SECTION("what is no node") {
    const Ended told = rostrumctl("nodes --urls ftp://nowhere");
    CHECK(told.status == 1);
    CHECK(has(told.out, "cannot be reached: \"ftp://nowhere\" is not such as http://127.0.0.1:8080"));
  }
  SECTION("a server that holds nothing, while no node runs that could bring it the log") {
    for (std::size_t number = 0; number < nodes.count(); ++number) nodes[number].kill_hard();
    wipe(nodes.redis[0]);
    const Ended told = rostrumctl("nodes --servers " + nodes.redis.list() + " --session " + council_session);
    CHECK(told.status == 1);
    CHECK(has(told.out, "Not well: " + address_of(nodes.redis[0]) + " holds nothing of the session.\n"));
  }
}

TEST_CASE("N4 rostrumctl nodes says what it needs", "[nodes]") {
  CHECK(has(rostrumctl("nodes").err, "nothing is named to look at"));
  CHECK(rostrumctl("nodes --servers redis://127.0.0.1:1").status == 2);
}
