// N4 people reach the nodes at one address, through the balancers that come with them: what a node's end means there.
#include <csignal>

#include "integration/support/balancer.hpp"
#include "integration/support/floor.hpp"
#include "integration/support/raw_socket.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// A client at the one address, as soon as a node lets it in.
std::unique_ptr<client::Client> comes(const Balancer& balancer, const std::string& code) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  std::string why;
  while (std::chrono::steady_clock::now() < end) {
    auto client = client::Client::connect({.port = balancer.port()}, client::Codec::protobuf);
    auto hello = client ? (*client)->sign_in(code) : failure(client.error());
    if (hello) return *std::move(client);
    why = hello.error().why;
  }
  FAIL("nobody lets it in: " << why);
  return nullptr;
}

/// The node that has a client, of which there is one.
std::size_t node_with_a_client(Nodes& nodes) {
  while (true) {
    for (std::size_t number = 0; number < nodes.count(); ++number)
      if (nodes[number].metric("rostrum_connections") == 1) return number;
  }
}

v1::Command named(v1::Command command, const std::string& id) {
  command.set_id(id);
  return command;
}

}  // namespace

TEST_CASE("N4 behind a balancer, whose node is killed comes back at the same address and acts", "[balancers]") {
  Nodes nodes(2, 1);
  const std::string code = nodes[0].code("chair");
  const Balancer balancer(GENERATE(Balancer::Of::haproxy, Balancer::Of::nginx), nodes);
  auto chair = comes(balancer, code);
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  const std::size_t killed = node_with_a_client(nodes);
  nodes[killed].kill_hard();
  (void)chair->until_closed(std::chrono::seconds(60));
  chair = comes(balancer, code);
  const auto opened = must_in_the_end(*chair, named(open_panel(), "panel"));
  reaches(*chair, opened.seq());
  CHECK(panel_of(*chair).status() == v1::PANEL_STATUS_OPEN);
  CHECK(nodes[1 - killed].metric("rostrum_connections") == 1);
}

TEST_CASE("N4 behind haproxy, whose node stands still is let go and comes back at another", "[balancers]") {
  Nodes nodes(2, 1);
  const std::string code = nodes[0].code("chair");
  const Balancer balancer(Balancer::Of::haproxy, nodes);
  auto chair = comes(balancer, code);
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  const std::size_t still = node_with_a_client(nodes);
  REQUIRE(::kill(nodes[still].pid(), SIGSTOP) == 0);
  (void)chair->until_closed(std::chrono::seconds(60));
  chair = comes(balancer, code);
  (void)must_in_the_end(*chair, named(open_panel(), "panel"));
  CHECK(nodes[1 - still].metric("rostrum_connections") == 1);
  nodes[still].kill_hard();
}

TEST_CASE("N6 what nodes count is not told at the balancer's address", "[balancers]") {
  Nodes nodes(2, 1);
  const Balancer balancer(GENERATE(Balancer::Of::haproxy, Balancer::Of::nginx), nodes);
  CHECK(get(nodes[0].port(), "/metrics").status == 200);
  CHECK(get(balancer.port(), "/metrics").status == 404);
  CHECK(get(balancer.port(), "/healthz").status == 200);
}

TEST_CASE("N4 behind haproxy, where no node is ready people keep their views and pages are served", "[balancers]") {
  Nodes nodes(2, 1);
  const std::string code = nodes[0].code("chair");
  const Balancer balancer(Balancer::Of::haproxy, nodes, Balancer::Waits::for_long);
  auto chair = comes(balancer, code);
  (void)must_in_the_end(*chair, named(open_meeting(), "meeting"));
  const std::size_t with = node_with_a_client(nodes);
  nodes.redis[0].kill_hard();
  for (std::size_t number = 0; number < nodes.count(); ++number)
    while (get(nodes[number].port(), "/readyz").status != 503) continue;
  while (get(balancer.port(), "/readyz").status != 503) continue;
  CHECK(get(balancer.port(), "/healthz").status == 200);
  CHECK(nodes[with].metric("rostrum_connections") == 1);
  nodes.redis[0].start();
  (void)must_in_the_end(*chair, named(open_panel(), "panel"));  // on the line that it has had all along
}
