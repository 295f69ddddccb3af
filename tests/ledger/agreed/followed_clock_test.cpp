// The session's clock among several nodes: how far it is moved by a machine's, how near the nodes' are to each other,
// and that it never goes back.
#include "ledger/agreed/followed_clock.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <deque>

#include "ledger/agreed/writer.hpp"
#include "simulation/chance.hpp"

namespace rostrum::ledger {
namespace {

constexpr Instant noon{1'000'000'000};
constexpr Millis hour = seconds(3'600);
constexpr Millis step{10};

/// A node's clock, and its machine's.
struct NodeClock {
  explicit NodeClock(Instant shows) : machine(shows) {}

  void pass(Millis span) {
    moment += span;
    machine.advance(span);
  }

  SetClock machine;
  Millis moment;
  FollowedClock clock{machine, [this] { return moment; }};
};

Millis apart(Instant one, Instant other) { return {std::abs((one - other).value)}; }

/// Two nodes, of which one leads and the other hears its bells, which take up to 20 ms.
struct Pair {
  Pair(Instant of_writer, Instant of_follower) : writer(of_writer), follower(of_follower) { writer.clock.lead(); }

  /// A step of time in both. A bell that has come in is followed.
  void pass() {
    writer.pass(step);
    follower.pass(step);
    writer.clock.lead();
    if (writer.moment.value % bell_every.value == 0)
      bells.emplace_back(writer.moment + chance.span({}, Millis{20}), writer.clock.now());
    while (!bells.empty() && bells.front().first <= follower.moment) {
      follower.clock.follow(bells.front().second);
      bells.pop_front();
    }
  }
  [[nodiscard]] Millis apart_now() { return apart(writer.clock.now(), follower.clock.now()); }

  NodeClock writer, follower;
  std::deque<std::pair<Millis, Instant>> bells;  // when each arrives
  simulation::Chance chance{7};
};

}  // namespace

TEST_CASE(
    "Given a writer, when its machine's clock jumps by an hour, then the session's moves by 100 ms in 10 s at most") {
  const Millis jump = GENERATE(hour, Millis{-hour.value});
  NodeClock node(noon);
  node.clock.lead();
  node.machine.advance(jump);
  for (Millis passed; passed < seconds(10); passed += step) {
    node.pass(step);
    node.clock.lead();
    (void)node.clock.now();
  }
  const Millis moved = apart(node.clock.now(), noon + seconds(10));
  CHECK(moved <= Millis{100});
  CHECK(moved >= Millis{20});  // it is drawn there all the same
}

TEST_CASE("Given a follower whose machine is an hour off, then it is within 50 ms of the writer's clock, also while "
          "that is drawn") {
  const Millis off = GENERATE(hour, Millis{-hour.value}, Millis{});
  const Millis jump = GENERATE(hour, Millis{-hour.value}, Millis{});
  Pair pair(noon, noon + off);
  for (Millis passed; passed < seconds(2); passed += step) pair.pass();
  pair.writer.machine.advance(jump);
  Millis most;
  for (Millis passed; passed < seconds(60); passed += step) {
    pair.pass();
    most = std::max(most, pair.apart_now());
  }
  CHECK(most <= Millis{50});
  CHECK(pair.follower.clock.is_set());
}

TEST_CASE(
    "Given a follower whose machine is an hour behind, when it takes over, then its clock goes on and never back") {
  const Millis off = GENERATE(hour, Millis{-hour.value});
  Pair pair(noon, noon + off);
  for (Millis passed; passed < seconds(5); passed += step) pair.pass();
  Instant shown = pair.follower.clock.now();
  const Instant at_take_over = shown;
  for (Millis passed; passed < seconds(10); passed += step) {
    pair.follower.pass(step);
    pair.follower.clock.lead();
    const Instant now = pair.follower.clock.now();
    REQUIRE(now >= shown);
    shown = now;
  }
  CHECK(apart(shown, at_take_over + seconds(10)) <= Millis{100});

  // And the node of before follows it without going back either.
  shown = pair.writer.clock.now();
  for (Millis passed; passed < seconds(10); passed += step) {
    pair.writer.pass(step);
    pair.follower.pass(step);
    pair.follower.clock.lead();
    pair.writer.clock.follow(pair.follower.clock.now());
    const Instant now = pair.writer.clock.now();
    REQUIRE(now >= shown);
    shown = now;
  }
}

TEST_CASE(
    "Given a node that has just started, then its clock is not the others' before it has been told for a second") {
  NodeClock node(noon);
  CHECK_FALSE(node.clock.is_set());
  node.clock.keep_up(noon + hour);
  CHECK(apart(node.clock.now(), noon + hour) == Millis{});
  CHECK_FALSE(node.clock.is_set());
  node.pass(seconds(1));
  (void)node.clock.now();
  CHECK(node.clock.is_set());
}

TEST_CASE(
    "Given a node that was told first by a writer that is no more, then within a second it is set to the next one's "
    "clock, however far that is, and not later") {
  const Millis away = GENERATE(Millis{33'000}, Millis{-33'000});
  NodeClock node(noon);
  node.clock.follow(noon + hour);
  const Instant next = noon + hour + away;
  SECTION("within it") {
    node.pass(Millis{900});
    node.clock.follow(next);
    CHECK(node.clock.now() == next);
    CHECK_FALSE(node.clock.is_set());
  }
  SECTION("later") {
    node.pass(seconds(1));
    node.clock.follow(next);
    CHECK(apart(node.clock.now(), noon + hour + seconds(1)) < Millis{1});
    CHECK(node.clock.is_set());
  }
}

TEST_CASE("Given a node that begins to write with its own clock, then that is the session's at once") {
  NodeClock node(noon);
  node.clock.lead();
  CHECK(node.clock.is_set());
  CHECK(node.clock.now() == noon);
}

TEST_CASE("Given a machine whose moments go back, then the clock stands until they have come as far again") {
  NodeClock node(noon);
  node.clock.lead();
  node.pass(seconds(1));
  const Instant shown = node.clock.now();
  node.moment -= Millis{500};
  CHECK(node.clock.now() == shown);
}

}  // namespace rostrum::ledger
