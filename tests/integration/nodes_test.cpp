// N2, N4 several nodes serve one session, over real Redis servers.
#include "integration/support/nodes.hpp"

#include "integration/support/floor.hpp"
#include "integration/support/raw_socket.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

bool has(const std::string& text, const std::string& part) {
  UNSCOPED_INFO(text);
  return text.find(part) != std::string::npos;
}

/// A command under an id of the test's own, so that it is the same one wherever it is sent again.
v1::Command named(v1::Command command, const std::string& id) {
  command.set_id(id);
  return command;
}

/// Whichever node of these writes: its number.
std::size_t writer_of(Nodes& nodes, std::size_t but = 99) {
  while (true) {
    for (std::size_t number = 0; number < nodes.count(); ++number)
      if (number != but && nodes[number].metric("rostrum_node_writes") == 1) return number;
  }
}

}  // namespace

TEST_CASE("N2 any node takes any act, and all show the same", "[nodes]") {
  Nodes nodes(3, GENERATE(1u, 3u));
  auto chair = signed_in_at(nodes[0], "chair");
  auto kenya = signed_in_at(nodes[1], "KE");
  auto desk = signed_in_at(nodes[2], "desk");
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  (void)must_in_the_end(*chair, named(open_panel(), "panel"));
  const auto asked = must_in_the_end(*kenya, named(request_floor(), "asks"));
  for (auto* client : {chair.get(), kenya.get(), desk.get()}) {
    reaches(*client, asked.seq());
    CHECK(listed(*client) == List{"KE"});
  }
  const auto given = must_in_the_end(*desk, named(withdraw(entry_for(*desk, "KE")), "withdraws"));
  for (auto* client : {chair.get(), kenya.get(), desk.get()}) {
    reaches(*client, given.seq());
    CHECK(listed(*client).empty());
  }
}

TEST_CASE("N2 what every client of an audience is sent is the same at all nodes, byte for byte", "[nodes]") {
  Nodes nodes(3, 3);
  auto chair = signed_in_at(nodes[1], "chair");
  std::vector<std::unique_ptr<RawWebSocket>> displays;
  for (std::size_t number = 0; number < nodes.count(); ++number) {
    (void)signed_in_at(nodes[number], "display");  // it lets people in
    displays.push_back(std::make_unique<RawWebSocket>(nodes[number].port()));
    displays.back()->sign_in(nodes[number].code("display"));
    const auto hello = displays.back()->next(text_frame);
    REQUIRE(hello);
    REQUIRE(hello->payload.find(R"({"hello":)") != std::string::npos);
  }
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  (void)must_in_the_end(*chair, named(open_panel(), "panel"));
  for (const auto* who : {"KE", "SE", "EC"}) (void)must_in_the_end(*chair, named(request_floor(who), who));
  const auto last = must_in_the_end(*chair, named(request_floor("BR"), "BR"));
  std::vector<std::string> sent;
  for (const auto& display : displays) {
    std::string patches;
    const std::string end = R"({"patch":{"seq":")" + std::to_string(last.seq()) + '"';
    while (patches.find(end) == std::string::npos) {
      const auto frame = display->next(text_frame);
      REQUIRE(frame);
      if (frame->payload.find(R"({"patch":)") != std::string::npos) patches += frame->payload;
    }
    sent.push_back(std::move(patches));
  }
  CHECK(sent[0] == sent[1]);
  CHECK(sent[1] == sent[2]);
}

TEST_CASE("N3 who has seen more than a node knows of is not let in there with less, but sent on", "[nodes]") {
  Nodes nodes(2, 1);
  client::Store held = signed_in_at(nodes[0], "display")->store();
  for (int further = 0; further < 100; ++further) {  // more than who begins to write meanwhile adds
    v1::ServerItem ahead;
    ahead.mutable_patch()->set_seq(held.seq() + 1);
    REQUIRE(held.apply(ahead));
  }
  const auto begin = std::chrono::steady_clock::now();
  auto client = client::Client::connect({.port = nodes[1].port()}, client::Codec::protobuf, held);
  REQUIRE(client);
  const auto hello = (*client)->sign_in(nodes[1].code("display"), std::chrono::seconds(60));
  REQUIRE_FALSE(hello);
  CHECK(hello.error().refusal.code() == "going_away");
  CHECK(hello.error().refusal.reconnect());
  CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(1'900));  // it may come to know of it
}

TEST_CASE("N2 a node that starts later has the whole session, from its journal or from the servers", "[nodes]") {
  Nodes nodes(2, 3);
  auto chair = signed_in_at(nodes[0], "chair");
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  const auto opened = must_in_the_end(*chair, named(open_panel(), "panel"));
  ServerProcess late(nodes.options(2));
  auto desk = signed_in_at(late, "desk");
  reaches(*desk, opened.seq());
  CHECK(panel_of(*desk).status() == v1::PANEL_STATUS_OPEN);
  late.kill_hard();
  const auto asked = must_in_the_end(*chair, named(request_floor("KE"), "asks"));
  late.start();
  desk = signed_in_at(late, "desk");
  reaches(*desk, asked.seq());
  CHECK(listed(*desk) == List{"KE"});
}

TEST_CASE("P6, L2 who is connected at one node is present at all, until that node is gone", "[nodes]") {
  Nodes nodes(3, 1);
  const std::size_t writer = writer_of(nodes);
  const std::size_t second = (writer + 1) % 3, third = (writer + 2) % 3;
  auto desk = signed_in_at(nodes[second], "desk");
  auto here = signed_in_at(nodes[second], "KE");
  auto there = signed_in_at(nodes[third], "KE");
  const auto devices = [&] {
    const auto& presence = desk->store().presence();
    const auto found = presence.find("KE");
    return found == presence.end() ? 0u : found->second;
  };
  sees(*desk, [&] { return devices() == 2; });
  nodes[third].kill_hard();
  sees(*desk, [&] { return devices() == 1; });
  here->close();
  sees(*desk, [&] { return devices() == 0; });
}

TEST_CASE("P5 who is signed out at one node is out at all: nothing of that commit or a later one comes to them",
          "[nodes]") {
  Nodes nodes(3, 1);
  auto desk = signed_in_at(nodes[0], "desk");
  auto there = signed_in_at(nodes[1], "KE");
  (void)must_in_the_end(*signed_in_at(nodes[0], "chair"), named(open_meeting(), "meeting"));
  v1::Command revoke;
  revoke.mutable_revoke_seat()->set_seat("KE");
  const auto revoked = must_in_the_end(*desk, named(revoke, "revokes"));
  const auto closed = there->until_closed(std::chrono::seconds(60));
  CHECK(closed.refusal.code() == "revoked");
  CHECK(there->store().seq() < revoked.seq());
  for (std::size_t number = 0; number < nodes.count(); ++number) {
    auto again = client::Client::connect({.port = nodes[number].port()}, client::Codec::protobuf, {});
    REQUIRE(again);
    CHECK_FALSE((*again)->sign_in(nodes[0].code("KE")));
  }
}

TEST_CASE("N4 the node that writes is killed, and another goes on with all that was acknowledged", "[nodes]") {
  Nodes nodes(3, 3);
  const std::size_t writer = writer_of(nodes);
  const std::size_t other = (writer + 1) % 3;
  auto chair = signed_in_at(nodes[other], "chair");
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  (void)must_in_the_end(*chair, named(open_panel(), "panel"));
  const auto asked = must_in_the_end(*chair, named(request_floor("KE"), "asks"));
  nodes[writer].kill_hard();
  const auto again = must_in_the_end(*chair, named(request_floor("KE"), "asks"));
  CHECK(again.seq() == asked.seq());  // it acted once
  const auto next = must_in_the_end(*chair, named(request_floor("SE"), "asks too"));
  reaches(*chair, next.seq());
  CHECK(listed(*chair) == List{"KE", "SE"});
  CHECK(writer_of(nodes, writer) != writer);
}

TEST_CASE("N4 a Redis server is killed, and nobody notices", "[nodes]") {
  Nodes nodes(2, 3);
  auto chair = signed_in_at(nodes[0], "chair");
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  (void)must_in_the_end(*chair, named(open_panel(), "panel"));
  nodes.redis[GENERATE(0u, 2u)].kill_hard();
  for (const auto* who : {"KE", "SE", "EC", "BR"}) (void)must_in_the_end(*chair, named(request_floor(who), who));
  auto desk = signed_in_at(nodes[1], "desk");
  sees(*desk, [&] { return listed(*desk).size() == 4; });
}

TEST_CASE("N4 while two of three Redis servers stand still every client is told, keeps its view, and loses nothing",
          "[nodes]") {
  Nodes nodes(2, 3);
  auto chair = signed_in_at(nodes[0], "chair");
  auto kenya = signed_in_at(nodes[1], "KE");
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  const auto opened = must_in_the_end(*chair, named(open_panel(), "panel"));
  reaches(*kenya, opened.seq());
  nodes.redis[1].freeze();
  nodes.redis[2].freeze();
  for (auto* client : {chair.get(), kenya.get()}) {
    sees(*client, [&] { return client->store().standing().is() == v1::LEDGER_IS_HELD; });
    CHECK(panel_of(*client).status() == v1::PANEL_STATUS_OPEN);
  }
  sees(*chair, [&] { return chair->store().standing().away_size() == 2; });
  CHECK(has(nodes.redis.list(), "," + chair->store().standing().away(0).server() + ","));
  CHECK_FALSE(chair->store().standing().why().empty());
  CHECK(kenya->store().standing().why().empty());
  CHECK(kenya->store().standing().away().empty());
  CHECK(nodes[0].metric("rostrum_held") == 1);
  nodes.redis[1].thaw();
  const auto asked = must_in_the_end(*kenya, named(request_floor(), "asks"));
  for (auto* client : {chair.get(), kenya.get()}) {
    reaches(*client, asked.seq());
    sees(*client, [&] { return client->store().standing().is() == v1::LEDGER_IS_WELL; });
    CHECK(listed(*client) == List{"KE"});
  }
  sees(*chair, [&] { return chair->store().standing().away_size() == 1; });
  nodes.redis[2].thaw();
  sees(*chair, [&] { return chair->store().standing().away_size() == 0; });
}

TEST_CASE("N4 where two of three Redis servers have lost the log, nothing is begun anew, and who runs them is told how "
          "far each node is",
          "[nodes]") {
  Nodes nodes(2, 3);
  auto chair = signed_in_at(nodes[0], "chair");
  auto desk = signed_in_at(nodes[1], "desk");
  const auto opened = must_in_the_end(*chair, named(open_meeting(), "meeting"));
  reaches(*desk, opened.seq());
  for (const std::size_t number : {0u, 2u}) (void)RedisLine(nodes.redis[number]).says({"FLUSHALL"});
  for (auto* client : {chair.get(), desk.get()}) {
    sees(*client, [&] {
      const auto& told = client->store().standing();
      return told.is() == v1::LEDGER_IS_HELD && told.away_size() == 2;
    });
    const auto& told = client->store().standing();
    CHECK(has(told.why(), "the last final commit here is " + std::to_string(opened.seq())));
    CHECK(has(told.away(0).why(), "holds nothing of the session"));
    CHECK(has(told.away(1).why(), "holds nothing of the session"));
  }
  CHECK(nodes[0].metric("rostrum_seq") == opened.seq());
  for (const std::size_t number : {0u, 2u})
    CHECK(RedisLine(nodes.redis[number]).ask({"EXISTS", "{council-2005}:log"})->integer == 0);
}

TEST_CASE("N4 a node that is stopped in order hands over, and none of what was sent to others waits for it",
          "[nodes]") {
  Nodes nodes(2, 3);
  const std::size_t writer = writer_of(nodes);
  auto chair = signed_in_at(nodes[1 - writer], "chair");
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  CHECK(nodes[writer].stop().status == 0);
  (void)must_in_the_end(*chair, named(open_panel(), "panel"));
  CHECK(writer_of(nodes, writer) == 1 - writer);
}

TEST_CASE("N4 a node with another secret is refused by name, and the others go on", "[nodes]") {
  Nodes nodes(1, 1);
  const Folder data, around;
  ServerOptions options = nodes.options(1);
  std::ofstream(around.path() / "other") << std::string(32, 'x');
  std::filesystem::permissions(around.path() / "other", std::filesystem::perms::owner_read);
  options.more.back() = (around.path() / "other").string();
  const Ended refused = run_server(data.path(), options);
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "secret"));
  auto chair = signed_in_at(nodes[0], "chair");
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
}

TEST_CASE("N4 a node whose journal is of another log is refused with the first commit that differs", "[nodes]") {
  Nodes nodes(1, 1);
  Nodes others(1, 1);
  auto chair = signed_in_at(others[0], "chair");
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  CHECK(others[0].stop().status == 0);
  const Ended refused = run_server(others[0].data(), nodes.options(1));
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "differs from the log of the servers from commit 1 on"));
}

TEST_CASE("N4 a node on servers that hold no log begins none, and says what does", "[nodes]") {
  Nodes nodes(0, 1);
  RedisServers empty(1);
  ServerOptions options = nodes.options(0);
  options.more[1] = empty.list();
  const Folder data;
  const Ended refused = run_server(data.path(), options);
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "rostrumctl journal begin"));
}

TEST_CASE("P5 the codes of a session that several nodes serve are told by any node's data and the secret", "[nodes]") {
  Nodes nodes(1, 1);
  const std::string data = " --data " + nodes[0].data().string();
  const std::string code = nodes[0].code("chair");
  CHECK(has(rostrumctl("links" + data + " --secret " + nodes.secret()).out, code));
  CHECK(has(rostrumctl("sheet" + data + " --secret " + nodes.secret()).out, code));
  const Ended without = rostrumctl("links" + data);
  CHECK(without.status == 1);
  CHECK(has(without.err, "--secret FILE"));
  const Folder around;
  const std::string other = (around.path() / "other").string();
  std::ofstream(other) << std::string(32, 'x');
  std::filesystem::permissions(other, std::filesystem::perms::owner_read);
  const Ended wrong = rostrumctl("links" + data + " --secret " + other);
  CHECK(wrong.status == 1);
  CHECK(wrong.out.empty());
  CHECK(has(wrong.err, "is not that of the session"));
  CHECK(
      has(nodes[0].stop().out, "rostrumctl links" + data + " --secret " + nodes.secret()));  // as it said at the start
}

TEST_CASE("N4 a node's journal is not served by a server alone", "[nodes]") {
  Nodes nodes(1, 1);
  CHECK(nodes[0].stop().status == 0);
  const Ended refused = run_server(nodes[0].data(), {.clock = "2005-11-29T14:55+01:00,1"});
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "start it as one, with --journal"));
}

TEST_CASE("N2 a session that one server has served goes on over several nodes, with its codes and its clock",
          "[nodes]") {
  ServerProcess alone;
  const std::string code = alone.code("chair");
  auto chair = signed_in(alone, "chair");
  const auto opened = must(*chair, open_meeting());
  CHECK(alone.stop().status == 0);
  RedisServers redis(3);
  const Folder around;
  const std::string secret = (around.path() / "secret").string();
  const Ended begun = rostrumctl("journal begin --servers " + redis.list() + " --secret " + secret + " --from " +
                                 alone.data().string());
  INFO(begun.err);
  REQUIRE(begun.status == 0);
  ServerProcess node({.clock = {}, .more = {"--journal", redis.list(), "--node", "a", "--secret", secret}});
  CHECK(node.code("chair") == code);
  chair = signed_in_at(node, "chair");
  sees(*chair, [&] { return meeting_of(*chair).status() == v1::MEETING_STATUS_OPEN; });
  CHECK(chair->store().seq() > opened.seq());
  (void)must_in_the_end(*chair, named(open_panel(), "panel"));
}
