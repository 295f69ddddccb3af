// N4 the way of a session from one Redis server to three and to others, as docs/operations.md tells it.
#include "integration/support/operating.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("N4 a session goes from one server to three, and from one of these to another", "[nodes]") {
  RedisServers redis(4);
  const Folder around;
  const std::string secret = (around.path() / "secret").string();
  const auto list = [&](std::initializer_list<std::size_t> numbers) {
    std::string all;
    for (const std::size_t number : numbers) all += (all.empty() ? "" : ",") + address_of(redis[number]);
    return all;
  };
  const auto on = [&](const std::string& servers) {
    return ServerOptions{.clock = {}, .more = {"--journal", servers, "--node", "a", "--secret", secret}};
  };
  const auto brought = [&](const std::string& from, const std::string& to) {
    const Ended ended = rostrumctl("journal servers --servers " + from + " --to " + to + " --session " +
                                   council_session + " --secret " + secret);
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    return ended.out;
  };
  const std::string one = list({0}), three = list({0, 1, 2}), other = list({0, 1, 3});
  REQUIRE(rostrumctl("journal begin --servers " + one + " --secret " + secret +
                     " --programme " ROSTRUM_SOURCE_DIR
                     "/deploy/programmes/council-2005.yaml --clock 2005-11-29T14:55+01:00,1")
              .status == 0);
  ServerProcess node(on(one));
  open_floor_at(*signed_in_at(node, "chair"));
  CHECK(node.stop().status == 0);

  (void)brought(one, three);
  node.start(on(three));
  (void)ask_at(*signed_in_at(node, "chair"), {"KE"});
  CHECK(node.stop().status == 0);

  redis[2].kill_hard();  // its machine is gone
  CHECK(has(brought(three, other), "To be emptied before they are used again: " + address_of(redis[2]) + ".\n"));
  node.start(on(other));
  auto chair = signed_in_at(node, "chair");
  (void)ask_at(*chair, {"SE"});
  CHECK(listed(*chair) == List{"KE", "SE"});
  const std::string look = "nodes --urls " + url_of(node) + " --servers " + other + " --session " + council_session;
  (void)in_the_end_says(look, [](const Ended& told) { return told.status == 0; });
}
