// A node that asks for the right to write: whose log it goes on from, and what a grant is worth.
#include "ledger/agreed/candidate.hpp"

#include "ledger/agreed/driving.hpp"

namespace rostrum::ledger {
namespace {

const Right right{.term = {5}, .writer = "candidate"};

struct Stood {
  explicit Stood(const std::vector<Log>& logs) : servers(logs) {}

  /// The first question that waits for that server arrives, and so does the answer.
  void answered_by(ServerNumber server) {
    const auto [id, reply] = way.act_of(server);
    CHECK(candidate.replied(id, reply));
  }
  void settle() {
    way.settle([this](std::uint64_t id, const Reply& reply) { (void)candidate.replied(id, reply); });
  }

  Servers servers;
  Way way{servers};
  Outgoing outgoing{way, set, test::known_hmac};
  Candidate candidate{outgoing, servers.count(), right};
};

}  // namespace

TEST_CASE(
    "Given logs of several terms, when most have granted, then the longest of the highest last term is gone on from") {
  Stood node({log_of({1, 1, 1, 1, 1}), log_of({1, 1, 2}), log_of({1, 2}), log_of({1, 3}), log_of({1, 3, 3})});
  SECTION("a log of a lower last term is not, however long it is") {
    for (const ServerNumber server : {0u, 1u, 2u}) node.answered_by(server);
    for (const ServerNumber server : {0u, 1u, 2u}) node.answered_by(server);
    REQUIRE(node.candidate.won());
    CHECK(node.candidate.won()->best == 1);
    CHECK(node.candidate.won()->log.length == Seq{3});
    CHECK(node.candidate.won()->log.digest == node.servers.at[1].digest({3}));
  }
  SECTION("of two of the same last term the longer is, whichever came first") {
    for (const ServerNumber server : {4u, 3u, 0u}) node.answered_by(server);
    for (const ServerNumber server : {3u, 0u, 4u}) node.answered_by(server);
    REQUIRE(node.candidate.won());
    CHECK(node.candidate.won()->best == 4);
  }
}

TEST_CASE(
    "Given a log with terms above its own, then a candidate does not win, and says how high another has to stand") {
  Stood node({log_of({1, 57}), log_of({1, 57}), log_of({1, 57})});
  node.settle();
  CHECK_FALSE(node.candidate.won());
  CHECK(node.candidate.highest() == Term{58});
}

TEST_CASE("Given three servers, when one has granted, then nothing is won before another has, and confirmed it with "
          "the first") {
  Stood node({log_of({1}), log_of({1}), log_of({1})});
  node.answered_by(0);
  CHECK(node.way.waiting<ask::Confirm>().empty());
  node.answered_by(2);
  CHECK(node.way.waiting<ask::Confirm>().size() == 2);
  CHECK_FALSE(node.candidate.won());
  node.answered_by(0);
  CHECK_FALSE(node.candidate.won());
  node.answered_by(2);
  REQUIRE(node.candidate.won());
  CHECK(node.candidate.won()->right == right);
  CHECK_FALSE(node.candidate.won()->granted[0].empty());
  CHECK(node.candidate.won()->granted[1].empty());
}

TEST_CASE("Given questions that are lost, then they are asked again: for the right, and for its confirmation") {
  Stood node({log_of({1}), log_of({1}), log_of({1})});
  const auto wait = [&] {
    node.way.asked.clear();
    node.outgoing.set(node.outgoing.now() + patience);
    node.candidate.tick();
  };
  wait();
  CHECK(node.way.waiting<ask::Raise>().size() == 3);
  node.answered_by(0);
  node.answered_by(1);
  CHECK(node.way.waiting<ask::Confirm>().size() == 2);
  wait();
  CHECK(node.way.waiting<ask::Raise>().empty());
  CHECK(node.way.waiting<ask::Confirm>().size() == 2);
  node.settle();
  CHECK(node.candidate.won());
}

TEST_CASE("Given a server that was wiped after it granted, then its grant does not count") {
  Stood node({log_of({1}), log_of({1}), log_of({1})});
  node.way.reaches = {0, 1};
  node.answered_by(0);
  node.answered_by(1);
  node.servers.at[1].wipe();
  SECTION("where it is a stranger") { CHECK_FALSE(node.servers.at[1].member()); }
  SECTION("nor where it was admitted in its new life, and would confirm") {
    const auto ask = [&](const Question& question) {
      return node.servers.at[1].answer(set, question, [](const SharedSealed&) {});
    };
    const Reply stranger = ask(ask::Raise{right});
    REQUIRE(words_of(ask(ask::Admit{.right = right, .life = stranger.life}).is) == "admitted");
    REQUIRE(words_of(ask(ask::Confirm{.right = right, .seq = {}}).is) == "confirmed");
  }
  node.settle();
  CHECK_FALSE(node.candidate.won());
}

TEST_CASE("Given a server of a higher term, when it refuses, then the candidate knows that term, and most others are "
          "enough") {
  Stood node({log_of({1}), log_of({1}), log_of({1})});
  (void)node.servers.at[1].answer(set, ask::Raise{{.term = {9}, .writer = "another"}}, [](const SharedSealed&) {});
  node.answered_by(1);
  CHECK(node.candidate.highest() == Term{9});
  CHECK_FALSE(node.candidate.won());
  node.settle();
  CHECK(node.candidate.won());
}

TEST_CASE("Given its own term granted to another by most, then the candidate does not win") {
  Stood node({log_of({1}), log_of({1}), log_of({1})});
  for (const ServerNumber server : {0u, 1u})
    (void)node.servers.at[server].answer(set, ask::Raise{{.term = right.term, .writer = "another"}},
                                         [](const SharedSealed&) {});
  node.settle();
  CHECK_FALSE(node.candidate.won());
  CHECK(node.candidate.highest() == right.term);
}

}  // namespace rostrum::ledger
