// N4 "rostrumctl journal restore": where most servers have lost the log, and where a back-up is tried.
#include <fstream>

#include "integration/support/operating.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

std::string data_of(const ServerProcess& node) { return node.data().string(); }

/// How a client was greeted.
const v1::Hello& greeting_of(const client::Client& client) {
  for (const auto& item : client.items())
    if (item.has_hello()) return item.hello();
  FAIL("it was not greeted");
  return v1::Hello::default_instance();
}

/// The last commit of a journal.
std::uint64_t last_of(const ServerProcess& node) {
  const Ended verified = rostrumctl("verify --data " + data_of(node));
  INFO(verified.err);
  REQUIRE(verified.status == 0);
  const std::string before = "commits 1 to ";
  return std::stoull(verified.out.substr(verified.out.find(before) + before.size()));
}

/// As the line does that "journal restore" names.
void empty(const RedisProcess& server) {
  const std::string of = "{" + council_session + "}";
  RedisLine(server).ask({"DEL", of + ":ballot", of + ":log", of + ":beside"});
}

/// Waits until the node says that it cannot do its work.
void becomes_unready(const ServerProcess& node) {
  (void)in_the_end_says("nodes --urls " + url_of(node), [](const Ended& told) { return has(told.out, "not ready"); });
}

std::string restore_on(Nodes& nodes, const std::string& more) {
  return "journal restore --servers " + nodes.redis.list() + " --secret " + nodes.secret() + more;
}

}  // namespace

TEST_CASE("N4 a back-up of any node and the secret are tried elsewhere, and the session goes on meanwhile", "[nodes]") {
  Nodes nodes(2, 1);
  auto chair = signed_in_at(nodes[0], "chair");
  open_floor_at(*chair);
  (void)ask_at(*chair, {"KE"});
  auto there = signed_in_at(nodes[1], "desk");
  sees(*there, [&] { return listed(*there) == List{"KE"}; });
  CHECK(nodes[1].stop().status == 0);
  const Folder backup;
  const std::string copy = (backup.path() / "b").string();
  std::filesystem::copy(nodes[1].data(), copy, std::filesystem::copy_options::recursive);
  nodes[1].start();
  CHECK(rostrumctl("verify --data " + copy).status == 0);
  CHECK(rostrumctl("links --data " + copy + " --secret " + nodes.secret()).status == 0);

  RedisServers elsewhere(1);
  const Ended restored =
      rostrumctl("journal restore --servers " + elsewhere.list() + " --secret " + nodes.secret() + " --from " + copy);
  INFO(restored.err);
  REQUIRE(restored.status == 0);
  ServerProcess trial(
      {.clock = {}, .more = {"--journal", elsewhere.list(), "--node", "trial", "--secret", nodes.secret()}});
  auto tried = signed_in_at(trial, "chair");
  sees(*tried, [&] { return listed(*tried) == List{"KE"}; });
  chair = signed_in_at(nodes[1], "chair");
  (void)ask_at(*chair, {"SE"});
  CHECK(listed(*chair) == List{"KE", "SE"});
  CHECK(listed(*tried) == List{"KE"});
}

TEST_CASE(
    "N4 where most servers have lost the log nothing goes on until it is restored, with all that was acknowledged",
    "[nodes]") {
  const std::size_t servers = GENERATE(1u, 3u);
  Nodes nodes(2, servers);
  auto chair = signed_in_at(nodes[0], "chair");
  open_floor_at(*chair);
  (void)ask_at(*chair, {"KE", "SE"});
  const std::string from_a = restore_on(nodes, " --from " + data_of(nodes[0]) + " --others " + data_of(nodes[1]));
  CHECK(has(rostrumctl(from_a).err, "is in use by process " + std::to_string(nodes[0].pid())));

  for (std::size_t number = 0; number < servers; ++number)
    if (number != 2) wipe(nodes.redis[number]);
  for (std::size_t number = 0; number < nodes.count(); ++number) becomes_unready(nodes[number]);
  CHECK(listed(*chair) == List{"KE", "SE"});  // people keep their views
  const client::Store held = chair->store();
  const std::string epoch = greeting_of(*chair).epoch();
  for (std::size_t number = 0; number < nodes.count(); ++number) CHECK(nodes[number].stop().status == 0);

  const std::size_t longest = last_of(nodes[0]) >= last_of(nodes[1]) ? 0 : 1;
  const std::uint64_t last = last_of(nodes[longest]);
  const std::string restore =
      restore_on(nodes, " --from " + data_of(nodes[longest]) + " --others " + data_of(nodes[1 - longest]));
  if (servers == 3) {
    const Ended refused = rostrumctl(restore);
    CHECK(refused.status == 1);
    CHECK(has(refused.err, address_of(nodes.redis[2]) + " still holds commits 1 to "));
    CHECK(has(refused.err, "redis-cli -s " + nodes.redis[2].socket().string() +
                               " DEL '{council-2005}:ballot' '{council-2005}:log' '{council-2005}:beside'"));
    empty(nodes.redis[2]);
  }
  const Ended restored = rostrumctl(restore);
  INFO(restored.err);
  REQUIRE(restored.status == 0);
  CHECK(has(restored.out, ": last final commit " + std::to_string(last) + " of " + std::to_string(last) + ".\n"));
  CHECK_FALSE(has(restored.out, "mv "));
  CHECK(has(rostrumctl(restore).err, "it is not lost"));  // once more

  for (std::size_t number = 0; number < nodes.count(); ++number) nodes[number].start();
  chair = signed_in_at(nodes[1], "chair", held);
  CHECK(greeting_of(*chair).epoch() != epoch);
  CHECK_FALSE(greeting_of(*chair).resumed());
  sees(*chair, [&] { return listed(*chair) == List{"KE", "SE"}; });
  (void)ask_at(*chair, {"EC"});
  auto desk = signed_in_at(nodes[0], "desk");
  sees(*desk, [&] { return listed(*desk) == List{"KE", "SE", "EC"}; });
  for (std::size_t number = 0; number < nodes.count(); ++number) CHECK(nodes[number].stop().status == 0);
  CHECK(last_of(nodes[0]) > last + 1);
  const Ended compared =
      rostrumctl("journal compare " + data_of(nodes[0]) + " " + data_of(nodes[1]) + " --servers " + nodes.redis.list());
  INFO(compared.out);
  CHECK(compared.status == 0);
  CHECK(
      has(rostrumctl("links --data " + data_of(nodes[0]) + " --secret " + nodes.secret()).out, nodes[0].code("chair")));
}

TEST_CASE("N4 a longer journal is set aside by name alone, and its node does not start with it", "[nodes]") {
  Nodes nodes(2, 1);
  auto chair = signed_in_at(nodes[0], "chair");
  open_floor_at(*chair);
  auto there = signed_in_at(nodes[1], "desk");
  sees(*there, [&] { return panel_of(*there).status() == v1::PANEL_STATUS_OPEN; });
  CHECK(nodes[1].stop().status == 0);
  (void)ask_at(*chair, {"KE"});
  const client::Store held = chair->store();
  CHECK(nodes[0].stop().status == 0);
  wipe(nodes.redis[0]);
  const std::uint64_t last = last_of(nodes[1]), furthest = last_of(nodes[0]);
  REQUIRE(last < furthest);

  const std::string restore = restore_on(nodes, " --from " + data_of(nodes[1]) + " --others " + data_of(nodes[0]));
  const Ended refused = rostrumctl(restore);
  CHECK(refused.status == 1);
  CHECK(has(refused.err, data_of(nodes[0]) + ": commit"));
  CHECK(has(refused.err, " in it alone. Restore from it, or name it with --set-aside"));
  CHECK(has(rostrumctl(restore + " --set-aside elsewhere").err, "--set-aside elsewhere is none of --others"));

  const Ended restored = rostrumctl(restore + " --set-aside " + data_of(nodes[0]));
  INFO(restored.err);
  REQUIRE(restored.status == 0);
  CHECK(has(restored.out, ": last final commit " + std::to_string(last) + " of " + std::to_string(furthest) + ".\n"));
  CHECK(has(restored.out, "  mv " + data_of(nodes[0]) + " " + data_of(nodes[0]) + ".set-aside"));
  const Ended not_started = run_server(nodes[0].data(), nodes.options(0));
  CHECK(not_started.status == 1);
  CHECK(has(not_started.err, "differs from the log of the servers from commit " + std::to_string(last + 1) + " on"));

  nodes[1].start();
  chair = signed_in_at(nodes[1], "chair", held);
  CHECK_FALSE(greeting_of(*chair).resumed());
  CHECK(listed(*chair).empty());  // what was lost is not shown as if it stood
  (void)ask_at(*chair, {"SE"});
  ServerProcess again(nodes.options(0));  // with a data folder of its own that is empty
  auto desk = signed_in_at(again, "desk");
  sees(*desk, [&] { return listed(*desk) == List{"SE"}; });
}

TEST_CASE("N4 nothing is restored where the log is there, nor from what is no node's journal or another secret's",
          "[nodes]") {
  Nodes nodes(1, 3);
  open_floor_at(*signed_in_at(nodes[0], "chair"));
  CHECK(nodes[0].stop().status == 0);
  const std::string from = " --from " + data_of(nodes[0]);
  SECTION("most servers hold it") {
    wipe(nodes.redis[1]);
    const Ended refused = rostrumctl(restore_on(nodes, from));
    CHECK(refused.status == 1);
    CHECK(has(refused.err, "most servers hold the log: it is not lost"));
  }
  SECTION("most servers hold it, and were being brought to others") {
    for (const std::size_t number : {0u, 1u})
      RedisLine(nodes.redis[number])
          .ask({"HSET", "{" + council_session + "}:ballot", "set", "next.00000000~old~staying"});
    const Ended refused = rostrumctl(restore_on(nodes, from));
    CHECK(refused.status == 1);
    CHECK(has(refused.err, "give that \"rostrumctl journal servers\" once more"));
  }
  SECTION("what was begun there, and not ended, has to be emptied first") {
    for (const std::size_t number : {0u, 1u, 2u})
      RedisLine(nodes.redis[number]).ask({"HSET", "{" + council_session + "}:ballot", "set", "next.00000000~~forming"});
    const Ended refused = rostrumctl(restore_on(nodes, from));
    CHECK(refused.status == 1);
    CHECK(has(refused.err, address_of(nodes.redis[2]) + " still holds commits 1 to "));
    for (std::size_t number = 0; number < 3; ++number) empty(nodes.redis[number]);
    CHECK(rostrumctl(restore_on(nodes, from)).status == 0);
  }
  SECTION("a server of the list is not there") {
    for (std::size_t number = 0; number < 3; ++number) wipe(nodes.redis[number]);
    nodes.redis[1].kill_hard();
    const Ended refused = rostrumctl(restore_on(nodes, from));
    CHECK(refused.status == 1);
    CHECK(has(refused.err, address_of(nodes.redis[1]) + " does not answer: "));
  }
  SECTION("another secret") {
    const Folder around;
    const std::string other = (around.path() / "other").string();
    std::ofstream(other) << std::string(32, 'x');
    std::filesystem::permissions(other, std::filesystem::perms::owner_read);
    const Ended refused = rostrumctl("journal restore --servers " + nodes.redis.list() + " --secret " + other + from);
    CHECK(refused.status == 1);
    CHECK(has(refused.err, "is not that of the session"));
  }
  SECTION("the journal of a server alone") {
    ServerProcess alone;
    CHECK(alone.stop().status == 0);
    const Ended refused = rostrumctl(restore_on(nodes, " --from " + data_of(alone)));
    CHECK(refused.status == 1);
    CHECK(has(refused.err, "was not begun for several nodes"));
  }
}
