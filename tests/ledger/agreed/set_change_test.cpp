// A session's log moves from one list of servers to another, with all nodes stopped.
#include "ledger/agreed/set_change.hpp"

#include "ledger/agreed/driving.hpp"
#include "simulation/chance.hpp"

namespace rostrum::ledger {
namespace {

using Numbers = std::vector<ServerNumber>;

/// The old list's servers hold the log; others know nothing.
struct Hall : Servers {
  Hall(std::size_t count_of_old, std::size_t strangers, Log of = log_of({1, 1, 2}))
      : Servers(std::vector<Log>(count_of_old + strangers, of)),
        old(count_of_old),
        log(std::move(of)) {
    for (ServerNumber number = old; number < at.size(); ++number) at[number].wipe();
  }

  std::size_t old;
  Log log;
};

struct Changes {
  Changes(Hall& of_hall, const Numbers& next, SetId to = "set-2", const WriterName& name = "changes")
      : hall(of_hall),
        way(of_hall),
        change({.carrier = way,
                .hmac = test::known_hmac,
                .old = of_hall.old,
                .next = next,
                .set = std::move(to),
                .name = name,
                .begins =
                    [name](const Right& right, const Entry& last) {
                      return entry_after(std::make_shared<const Entry>(last), right.term, name)->stored;
                    }},
               {}) {}

  void settle() {
    way.settle([this](std::uint64_t id, const Reply& reply) { (void)change.replied(now, id, reply); });
  }
  void wait() {
    now = now + patience;
    change.tick(now);
  }
  /// All that it takes, for so long.
  void run(int rounds = 20) {
    for (int round = 0; round < rounds && !over(); ++round) {
      settle();
      wait();
    }
  }
  /// One thing happens: something arrives and is answered, or is lost on the way, or its answer is.
  void step(simulation::Chance& chance, bool loses) {
    if (way.asked.empty()) return wait();
    const ServerNumber server = chance.pick(way.asked).server;
    if (!way.reaches.contains(server) || (loses && chance.one_in(6))) return lose(server);
    const auto [id, reply] = way.act_of(server);
    if (!loses || !chance.one_in(6)) (void)change.replied(now, id, reply);
  }
  void lose(ServerNumber server) { way.asked.erase(std::ranges::find(way.asked, server, &Request::server)); }
  [[nodiscard]] bool over() const { return change.done() || change.refused(); }

  Hall& hall;
  Way way;
  Moment now;
  SetChange change;
};

/// Whether a node that has this list could begin to write by those that are of that set; it does not raise anybody.
bool can_go_on(const Servers& servers, const SetId& of, const Numbers& list) {
  const auto count = std::ranges::count_if(list, [&](ServerNumber number) { return servers.at[number].set() == of; });
  return most(static_cast<std::size_t>(count), list.size());
}

Numbers first(std::size_t count) {
  Numbers numbers;
  for (ServerNumber number = 0; number < count; ++number) numbers.push_back(number);
  return numbers;
}

/// A node with this list, or as much of it as there is, wins the right to write.
std::optional<Won> win(Hall& hall, const SetId& of, std::size_t count, std::uint64_t term) {
  Way way(hall);
  Outgoing outgoing(way, of, test::known_hmac);
  Candidate candidate(outgoing, count, {.term = {term}, .writer = "node"});
  way.settle([&](std::uint64_t id, const Reply& reply) { (void)candidate.replied(id, reply); });
  return candidate.won();
}

}  // namespace

TEST_CASE(
    "Given one server, when its set becomes three with it, then all hold the log, and no node goes on by the old") {
  Hall hall(1, 2);
  Changes given(hall, {0, 1, 2});
  given.run();
  REQUIRE_FALSE(given.change.refused());
  REQUIRE(given.change.done());
  CHECK(given.change.not_left().empty());
  for (const ModelServer& server : hall.at) {
    CHECK(server.set() == "set-2");
    REQUIRE(server.length() == hall.log.size() + 1);  // that it was changed is in the log
    for (const SharedEntry& entry : hall.log) CHECK(server.commit(entry->seq) == entry->stored);
  }
  CHECK_FALSE(win(hall, set, 1, 9));
  CHECK(win(hall, "set-2", 3, 9));
}

TEST_CASE("Given three servers of which one is away, when another takes its place, then the log goes on without it") {
  Hall hall(3, 1);
  hall.at[2].wipe();
  hall.at[2].begin(set, log_of({1, 1}));  // it has missed the last entry
  Changes given(hall, {0, 1, 3});
  given.way.reaches = {0, 1, 3};
  given.run();
  REQUIRE(given.change.done());
  CHECK(given.change.not_left() == Numbers{2});
  // It comes back as a member of the old set, and nobody can go on by it.
  CHECK_FALSE(win(hall, set, 3, 9));
  CHECK(hall.at[3].length() == hall.log.size() + 1);
}

TEST_CASE("Given a list of wholly other servers, then those of the old one are left, and a node is told so") {
  Hall hall(3, 3);
  Changes given(hall, {3, 4, 5});
  given.run();
  REQUIRE(given.change.done());
  for (const ServerNumber number : first(3)) CHECK(hall.at[number].set() == left_for("set-2"));
  for (const ServerNumber number : Numbers{3, 4, 5}) CHECK(hall.at[number].set() == "set-2");
}

TEST_CASE("Given a server that holds the last entry alone and others behind it, then all are brought to what may be "
          "final, and what an older term left is cut off") {
  const Log log = log_of({1, 1, 3});
  Hall hall(3, 1, log);
  hall.at[1].lie({log[0], log[1]});
  hall.at[2].lie(
      {log[0], log[1], entry_after(log[1], {2}, "left"), entry_after(entry_after(log[1], {2}, "left"), {2})});
  Changes given(hall, {0, 1, 2, 3});
  if (GENERATE(true, false)) given.way.reaches = {0, 1, 3};  // the one with the tail does not grant the right
  given.settle();
  given.way.reaches = {0, 1, 2, 3};
  given.run();
  REQUIRE(given.change.done());
  for (const ModelServer& server : hall.at) {
    REQUIRE(server.length() == 4);
    CHECK(server.digest({3}) == log[2]->digest);
    CHECK(server.digest({4}) == hall.at[0].digest({4}));
  }
}

TEST_CASE("Given a server of the new list that is away, then nothing leaves the old set until it is there") {
  Hall hall(3, 1);
  Changes given(hall, {0, 1, 3});
  given.way.reaches = {0, 1, 2};
  given.run();
  CHECK_FALSE(given.over());
  CHECK(can_go_on(hall, set, first(3)));
  CHECK(hall.at[0].set() == set);
  given.way.reaches = {0, 1, 2, 3};
  given.run();
  CHECK(given.change.done());
}

TEST_CASE("Given a server of the new list that holds another log, then it is named, and nothing is changed") {
  Hall hall(3, 1);
  hall.at[3].begin("set-7", log_of({1}));
  Changes given(hall, {0, 1, 3});
  given.run();
  CHECK(given.change.refused() == "server 4 holds a log already, of the set set-7");
  for (const ServerNumber number : first(3)) CHECK(hall.at[number].set() == set);
}

TEST_CASE("Given an old list that holds no log, or is of two sets, then that is told") {
  Hall hall(3, 1);
  SECTION("none") {
    for (const ServerNumber number : first(3)) hall.at[number].wipe();
    Changes given(hall, {0, 1, 3});
    given.run();
    CHECK(given.change.refused() == "no server of the old list holds a log");
  }
  SECTION("two") {
    hall.at[1].wipe();
    hall.at[1].begin("set-7", hall.log);
    Changes given(hall, {0, 1, 3});
    given.run();
    CHECK(given.change.refused() == "the servers of the old list are of two sets, set-1 and set-7");
  }
}

TEST_CASE("Given a node that is raised above it meanwhile, then the change begins again above that one, and ends") {
  Hall hall(3, 1);
  Changes given(hall, {0, 1, 3});
  simulation::Chance chance(3);
  while (hall.at[3].length() == 0) given.step(chance, false);
  REQUIRE(win(hall, set, 3, 9));
  given.run();
  CHECK(given.change.done());
  CHECK(hall.at[0].right().term > Term{9});
}

TEST_CASE("Given a node that writes all the same, again and again, then the change is refused, and the node goes on") {
  Hall hall(3, 1);
  Changes given(hall, {0, 1, 3});
  simulation::Chance chance(3);
  for (std::uint64_t step = 0; step < 10'000 && !given.over(); ++step) {
    given.step(chance, false);
    if (hall.at[3].length() > 0) (void)win(hall, set, 3, hall.at[0].right().term.value + 1);
  }
  REQUIRE(given.change.refused());
  CHECK_THAT(*given.change.refused(), Catch::Matchers::EndsWith(" is written to by another"));
  CHECK(can_go_on(hall, set, first(3)));
}

TEST_CASE("Given the list that there is, then nothing is changed") {
  Hall hall(3, 0);
  Changes given(hall, first(3));
  given.run();
  CHECK(given.change.done());
  CHECK(given.change.set() == set);
  for (const ModelServer& server : hall.at) CHECK(server.length() == hall.log.size());
}

TEST_CASE(
    "Given a change that is stopped anywhere, by loss or by its end, then at every instant nodes can go on by one "
    "list at most, never by one that lacks an entry, and whoever begins again ends it") {
  struct Lists {
    std::size_t old, strangers;
    Numbers next;
  };
  const Lists lists = GENERATE(Lists{1, 2, {0, 1, 2}}, Lists{3, 1, {0, 1, 3}}, Lists{3, 3, {3, 4, 5}}, Lists{3, 0, {1}},
                               Lists{3, 2, {0, 1, 2, 3, 4}}, Lists{5, 1, {0, 1, 2, 3, 5}});
  std::size_t stopped = 0, went_on_by_old = 0, went_on_by_new = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    simulation::Chance chance(seed);
    Hall hall(lists.old, lists.strangers);
    std::uint64_t term = 10;
    SharedEntry last = hall.log.back();
    bool done = false;
    for (int turn = 0; turn < 40 && !done; ++turn) {
      Changes given(hall, lists.next, "set-2." + std::to_string(turn), "changes." + std::to_string(turn));
      // The last is let go on to its end.
      const std::uint64_t steps = turn < 3 ? chance.below(120) : 100'000;
      for (std::uint64_t step = 0; step < steps && !given.over(); ++step) {
        given.step(chance, turn < 3);
        const bool by_old = can_go_on(hall, set, first(lists.old));
        const bool by_new = can_go_on(hall, given.change.set(), lists.next);
        REQUIRE_FALSE((by_old && by_new));
        if (!by_new) continue;
        for (const ServerNumber number : lists.next) {
          if (hall.at[number].set() != given.change.set()) continue;
          REQUIRE(hall.at[number].length() > last->seq.value);
          REQUIRE(hall.at[number].digest(last->seq) == last->digest);
        }
      }
      CAPTURE(given.change.refused().value_or(""));
      REQUIRE_FALSE(given.change.refused());
      done = given.change.done();
      if (done) {
        ++went_on_by_new;
        REQUIRE_FALSE(can_go_on(hall, set, first(lists.old)));
        break;
      }
      ++stopped;
      // Nodes are started meanwhile, and write something that becomes final.
      if (!can_go_on(hall, set, first(lists.old)) || chance.one_in(2)) continue;
      ++went_on_by_old;
      const auto won = win(hall, set, lists.old, term += 10);
      REQUIRE(won);
      const ModelServer& best = hall.at[won->best];
      SharedEntry end;
      Log whole;
      for (Seq seq{1}; seq.value <= best.length(); seq = seq.next()) whole.push_back(entry_of(best.commit(seq)));
      REQUIRE(whole.at(last->seq.value - 1)->digest == last->digest);
      whole.push_back(entry_after(whole.back(), {term}, "meanwhile"));
      last = whole.back();
      Way way(hall);
      Outgoing outgoing(way, set, test::known_hmac);
      std::vector<Copying::To> to;
      for (const ServerNumber number : first(lists.old))
        if (hall.at[number].set() == set) to.push_back({number, set});
      Copying copying(outgoing, won->right, whole, to);
      way.settle([&](std::uint64_t id, const Reply& reply) { (void)copying.replied(id, reply); });
      REQUIRE(copying.done());
    }
    REQUIRE(done);
  }
  CHECK(stopped > 50);
  CHECK(went_on_by_new == 150);
  if (lists.old > 1) CHECK(went_on_by_old > 10);
}

}  // namespace rostrum::ledger
