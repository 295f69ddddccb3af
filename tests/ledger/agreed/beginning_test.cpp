// A log that is begun on servers: on all of them or on none that nodes would take for a member of their set.
#include "ledger/agreed/beginning.hpp"

#include "ledger/agreed/candidate.hpp"
#include "ledger/agreed/driving.hpp"
#include "simulation/chance.hpp"

namespace rostrum::ledger {
namespace {

/// Servers that know nothing.
struct Empty : Servers {
  Empty() : Servers(std::vector<Log>(3)) {
    for (ModelServer& server : at) server.wipe();
  }
};

struct Begins {
  Begins(Servers& servers, Log of, const std::string& random)
      : log(std::move(of)),
        way(servers),
        outgoing(way, no_set, test::known_hmac),
        beginning(outgoing, random, {"one", "two", "three"}, log) {}

  void settle() {
    way.settle([this](std::uint64_t id, const Reply& reply) { (void)beginning.replied(id, reply); });
  }
  void wait() {
    outgoing.set(outgoing.now() + patience);
    beginning.tick();
  }

  Log log;
  Way way;
  Outgoing outgoing;
  Beginning beginning;
};

std::size_t members(const Servers& servers) {
  return static_cast<std::size_t>(std::ranges::count_if(servers.at, [](const auto& each) { return each.member(); }));
}

}  // namespace

TEST_CASE("Given servers that know nothing, when a log is begun, then all hold it with what is beside, and a node may "
          "write") {
  Empty servers;
  Begins given(servers, log_of({1, 1, 2}), "begins");
  given.settle();
  REQUIRE(given.beginning.done());
  CHECK_FALSE(given.beginning.refused());
  for (const ModelServer& server : servers.at) {
    REQUIRE(server.length() == 3);
    for (const SharedEntry& entry : given.log) CHECK(server.commit(entry->seq) == entry->stored);
  }
  Way way(servers);
  Outgoing outgoing(way, given.beginning.set(), test::known_hmac);
  Candidate candidate(outgoing, 3, {.term = {3}, .writer = "node"});
  way.settle([&](std::uint64_t id, const Reply& reply) { (void)candidate.replied(id, reply); });
  REQUIRE(candidate.won());
  CHECK(candidate.won()->log.length == Seq{3});
}

TEST_CASE("Given a server that is away, then nothing is begun anywhere until it is there") {
  Empty servers;
  Begins given(servers, log_of({1}), "begins");
  given.way.reaches = {0, 2};
  given.settle();
  given.wait();
  given.settle();
  CHECK(members(servers) == 0);
  CHECK_FALSE(given.beginning.refused());
  given.way.reaches = {0, 1, 2};
  given.wait();
  given.settle();
  CHECK(given.beginning.done());
}

TEST_CASE("Given a server that holds a log, then it is named, and nothing is begun anywhere") {
  Empty servers;
  const Log before = log_of({1, 1});
  const SetId of = GENERATE(as<SetId>{}, set, "set-2", name_of(Making{.set = "set-2"}));
  servers.at[1].begin(of, before);
  const std::string why = "two holds a log already: it " + in_words(of);
  Begins given(servers, log_of({1}), "begins");
  given.settle();
  CHECK(given.beginning.refused() == why);
  CHECK_FALSE(given.beginning.done());
  CHECK(members(servers) == 1);
  CHECK(servers.at[1].length() == 2);
}

TEST_CASE("Given questions and answers that are lost, then they are asked again, and the log stands once on each") {
  Empty servers;
  Begins given(servers, log_of({1, 1}), "begins");
  simulation::Chance chance(5);
  for (int round = 0; round < 200 && !given.beginning.done(); ++round) {
    while (!given.way.asked.empty()) {
      const auto [id, reply] = given.way.act_of(given.way.asked.front().server);
      if (chance.one_in(2)) (void)given.beginning.replied(id, reply);  // else the answer is lost
    }
    given.wait();
  }
  REQUIRE(given.beginning.done());
  for (const ModelServer& server : servers.at) CHECK(server.length() == 2);
}

TEST_CASE(
    "Given a process that stood still for longer than an answer is heard, then what it had asked is asked again") {
  Empty servers;
  Begins given(servers, log_of({1}), "begins");
  given.way.asked.clear();
  given.outgoing.set(given.outgoing.now() + late_most + Millis{1});
  given.beginning.tick();
  given.settle();
  CHECK(given.beginning.done());
}

TEST_CASE("Given two who begin at once, then one at most is done, and the other says why not") {
  Empty servers;
  Begins one(servers, log_of({1}), "one");
  Begins other(servers, log_of({1}, "other words"), "other");
  simulation::Chance chance(GENERATE(range(1u, 20u)));
  while (!one.way.asked.empty() || !other.way.asked.empty()) {
    Begins& next = other.way.asked.empty() || (!one.way.asked.empty() && chance.one_in(2)) ? one : other;
    const auto [id, reply] = next.way.act_of(next.way.asked.front().server);
    (void)next.beginning.replied(id, reply);
  }
  CHECK_FALSE((one.beginning.done() && other.beginning.done()));
  CHECK(one.beginning.refused().has_value() != one.beginning.done());
  CHECK(other.beginning.refused().has_value() != other.beginning.done());
}

TEST_CASE("Given a server that loses everything while it is begun, then that is told, and it is not begun anew") {
  Empty servers;
  Begins given(servers, log_of({1, 1}), "begins");
  while (servers.at[2].length() < 1) {
    const auto [id, reply] = given.way.act_of(given.way.asked.front().server);
    CHECK(given.beginning.replied(id, reply));
  }
  servers.at[2].wipe();
  given.settle();
  CHECK(given.beginning.refused() == "three has lost everything meanwhile");
  CHECK_FALSE(given.beginning.done());
  CHECK_FALSE(servers.at[2].member());
}

TEST_CASE("Given a log that is not whole on every server yet, then no node can go on by any") {
  Empty servers;
  Begins given(servers, log_of({1, 1, 1}), "begins");
  given.way.reaches = {0, 1};
  std::size_t steps = 0;
  for (; !given.beginning.done(); ++steps) {
    if (std::ranges::any_of(servers.at, [](const ModelServer& server) { return server.length() < 3; })) {
      Way way(servers);
      Outgoing outgoing(way, given.beginning.set(), test::known_hmac);
      Candidate candidate(outgoing, 3, {.term = {3}, .writer = "node"});
      way.settle([&](std::uint64_t id, const Reply& reply) { (void)candidate.replied(id, reply); });
      CHECK_FALSE(candidate.won());
    }
    const auto [id, reply] = given.way.act_of(given.way.asked.front().server);
    CHECK(given.beginning.replied(id, reply));
  }
  CHECK(steps > 3 * 3);
}

TEST_CASE("Given a server that does not give back what it was given, then it is named, and no node can go on by it") {
  Empty servers;
  Begins given(servers, log_of({1, 1}), "begins");
  while (servers.at[1].length() < 2) {
    const auto [id, reply] = given.way.act_of(given.way.asked.front().server);
    CHECK(given.beginning.replied(id, reply));
  }
  Log other = given.log;
  Entry damaged = *other.front();
  damaged.stored.beside.back() ^= 1;
  other.front() = std::make_shared<const Entry>(damaged);
  servers.at[1].lie(other);
  given.settle();
  CHECK(given.beginning.refused() == "two does not give back commit 1 as it was given");
  CHECK_FALSE(given.beginning.done());
}

}  // namespace rostrum::ledger
