// A node that has the right to write: when something is final, what a server that lost everything counts for, and when
// the right is lost.
#include "ledger/agreed/writer.hpp"

#include <algorithm>

#include "ledger/agreed/driving.hpp"

namespace rostrum::ledger {
namespace {

/// A node that stands for the right to write and has it, on servers that others may be on the way to as well.
class Node {
 public:
  /// Everything that is asked while it stands arrives at those of `reached`, and nothing else does; then it has the
  /// right and has asked what a writer asks first.
  Node(Servers& servers, WriterName name, std::uint64_t term, std::set<ServerNumber> reached, SharedEntry here)
      : way(servers),
        here_(std::move(here)) {
    way.reaches = std::move(reached);
    Candidate candidate(outgoing, servers.count(), {.term = {term}, .writer = std::move(name)});
    way.settle([&](std::uint64_t id, const Reply& reply) { (void)candidate.replied(id, reply); });
    REQUIRE(candidate.won());
    inherits_from = candidate.won()->best;
    writer.emplace(outgoing, *candidate.won(), here_, around());
    writer->begin();
  }
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  void settle() {
    way.settle([this](std::uint64_t id, const Reply& reply) { (void)writer->replied(id, reply); });
  }
  /// The first question that waits for that server arrives, and so does the answer, which is told in words.
  std::string answered_by(ServerNumber server) {
    const auto [id, reply] = way.act_of(server);
    CHECK(writer->replied(id, reply));
    return words_of(reply.is);
  }
  /// Time passes in steps of a tick, and all that is asked is answered.
  void pass(Millis span) {
    for (Millis passed; passed < span; passed += Millis{50}) {
      outgoing.set(outgoing.now() + Millis{50});
      writer->tick();
      settle();
    }
  }
  /// The same, and nothing that is asked arrives.
  void pass_alone(Millis span) {
    const auto reached = std::exchange(way.reaches, {});
    pass(span);
    way.reaches = reached;
  }
  SharedEntry propose() {
    if (!last_) last_ = began;
    last_ = entry_after(last_, writer->right().term, "of " + writer->right().writer);
    writer->propose(last_);
    return last_;
  }
  /// What has become final since this was asked last.
  std::vector<Seq> finals() {
    std::vector<Seq> seqs;
    for (const SharedEntry& entry : writer->take_finals()) seqs.push_back(entry->seq);
    return seqs;
  }

  Way way;
  Outgoing outgoing{way, set, test::known_hmac};
  std::optional<Writer> writer;
  ServerNumber inherits_from = 0;
  SharedEntry began;  // the entry that says that its term has begun
  Log archive;        // what is asked of it that the writer does not keep
  std::string held;   // why nothing becomes final at it

 private:
  Writer::Around around() {
    return {.begins =
                [this](const Right& right, const Entry& last) {
                  began = entry_after(std::make_shared<const Entry>(last), right.term, right.writer + " begins");
                  return began->stored;
                },
            .held = [this] { return held; },
            .older =
                [this](Seq from, const auto& then) {
                  Log entries;
                  for (const SharedEntry& entry : archive)
                    if (entry->seq >= from) entries.push_back(entry);
                  then(entries);
                },
            .now = [] { return Instant{1'000}; }};
  }

  SharedEntry here_;
  SharedEntry last_;
};

using Seqs = std::vector<Seq>;

/// A log of one entry on three servers, and a writer that has begun with the second.
struct Begun {
  Begun() { node.settle(), begun = node.finals() == Seqs{{2}} && node.writer->began(); }

  Log log = log_of({1});
  Servers servers{{log, log, log}};
  Node node{servers, "writer", 2, {0, 1, 2}, log.back()};
  bool begun = false;
};

}  // namespace

TEST_CASE("Given what most servers hold of an older term, then it is not final, for it may still be cut off") {
  // Raft's figure 8. The first entry is final; "early" has the right and its own beginning arrives at server 0 alone.
  const Log log = log_of({1});
  Servers servers({log, log, log});
  Node early(servers, "early", 2, {0, 1}, log.back());
  CHECK(early.answered_by(0) == "stands 2");
  const Digest inherited = servers.at[0].digest({2});

  // So does that of "other", which hears nothing of it, at server 2.
  Node other(servers, "other", 3, {1, 2}, log.back());
  CHECK(other.answered_by(2) == "stands 2");

  // "again" inherits the entry of server 0 and has server 1 hold it: most do. It is not final.
  Node again(servers, "again", 4, {0, 1}, log.back());
  REQUIRE(again.inherits_from == 0);
  CHECK(again.answered_by(0) == "page of 1");
  CHECK(again.answered_by(0) == "stands 3");
  CHECK(again.answered_by(1) == "gap after 1");
  CHECK(again.answered_by(1) == "stands 2");
  REQUIRE(servers.at[1].digest({2}) == inherited);
  CHECK(again.finals().empty());
  CHECK_FALSE(again.writer->began());

  SECTION("When another goes on that holds an entry of a higher term there, then that one stands") {
    Node last(servers, "last", 5, {1, 2}, log.back());
    REQUIRE(last.inherits_from == 2);
    last.settle();
    CHECK(last.finals() == Seqs{{2}, {3}});
    CHECK(servers.at[1].digest({2}) != inherited);
  }
  SECTION(
      "When an entry of its own term stands on most too, then both are final, and nobody else can go on from less") {
    CHECK(again.answered_by(1) == "stands 3");
    CHECK(again.finals() == Seqs{{2}, {3}});
    CHECK(again.writer->began());
    Node last(servers, "last", 5, {1, 2}, log.back());
    CHECK(last.inherits_from == 1);
    last.settle();
    CHECK(last.finals() == Seqs{{2}, {3}, {4}});
    CHECK(servers.at[2].digest({2}) == inherited);
  }
}

TEST_CASE("Given a request or an answer that was lost, then the same bytes are sent again, and count once") {
  Begun given;
  REQUIRE(given.begun);
  const SharedEntry proposed = given.node.propose();
  SECTION("when the servers had acted") {
    for (const ServerNumber server : {0u, 1u, 2u}) (void)given.node.way.act_of(server);
    CHECK(given.servers.at[0].length() == 3);
  }
  SECTION("when nothing had arrived") {
    given.node.way.asked.clear();
    CHECK(given.servers.at[0].length() == 2);
  }
  CHECK(given.node.finals().empty());
  given.node.outgoing.set(patience);
  given.node.writer->tick();
  const auto again = given.node.way.waiting<ask::Append>();
  REQUIRE(again.size() == 3);
  for (const ask::Append& append : again) CHECK(append.entry->stored == proposed->stored);
  given.node.settle();
  CHECK(given.node.finals() == Seqs{{3}});
  CHECK(given.servers.at[0].length() == 3);
}

TEST_CASE("Given a server that is wiped, then it counts no more, and is admitted once all others say so") {
  Begun given;
  REQUIRE(given.begun);
  given.node.way.reaches = {0, 1};
  given.servers.at[1].wipe();
  (void)given.node.propose();
  given.node.pass(seconds(3));
  CHECK(given.node.finals().empty());
  CHECK_FALSE(given.servers.at[1].member());  // one of the others is silent

  given.node.way.reaches = {0, 1, 2};
  given.node.pass(seconds(2));
  CHECK(given.node.finals() == Seqs{{3}});
  CHECK(given.servers.at[1].member());
}

TEST_CASE("Given a wiped server that is admitted, then it is copied from the first entry on") {
  Begun given;
  REQUIRE(given.begun);
  given.node.archive = given.log;
  given.servers.at[1].wipe();
  (void)given.node.propose();
  given.node.pass(seconds(2));
  CHECK(given.servers.at[1].member());
  REQUIRE(given.servers.at[1].length() == 3);
  for (const Seq seq : Seqs{{1}, {2}, {3}}) CHECK(given.servers.at[1].commit(seq) == given.servers.at[0].commit(seq));
}

TEST_CASE("Given more final entries than the writer keeps, when a server has none, then the older ones come from the "
          "archive, and all are copied") {
  Begun given;
  REQUIRE(given.begun);
  given.node.archive = given.log;
  given.node.archive.push_back(given.node.began);
  for (std::size_t count = 0; count < entries_kept_max + 10; ++count) {
    given.node.archive.push_back(given.node.propose());
    given.node.settle();
  }
  const std::size_t length = given.node.archive.size();
  REQUIRE(given.node.finals().size() == entries_kept_max + 10);
  given.servers.at[1].wipe();
  given.node.pass(seconds(3));
  REQUIRE(given.servers.at[1].length() == length);
  CHECK(given.servers.at[1].digest({length}) == given.servers.at[0].digest({length}));
}

TEST_CASE("Given most servers wiped, or the only one, then none is admitted and nothing becomes final") {
  SECTION("two of three") {
    Begun given;
    REQUIRE(given.begun);
    given.servers.at[1].wipe();
    given.servers.at[2].wipe();
    (void)given.node.propose();
    given.node.pass(seconds(3));
    CHECK_FALSE(given.servers.at[1].member());
    CHECK_FALSE(given.servers.at[2].member());
    CHECK(given.node.finals().empty());
  }
  SECTION("one of one") {
    const Log log = log_of({1});
    Servers servers({log});
    Node node(servers, "writer", 2, {0}, log.back());
    node.settle();
    REQUIRE(node.finals() == Seqs{{2}});
    servers.at[0].wipe();
    (void)node.propose();
    node.pass(seconds(3));
    CHECK_FALSE(servers.at[0].member());
    CHECK(node.finals().empty());
  }
}

TEST_CASE(
    "Given another writer by now, when the old one finds a wiped server, then it does not admit it, and is deposed") {
  Begun given;
  REQUIRE(given.begun);
  Node next(given.servers, "next", 3, {0, 1}, given.log.back());
  given.servers.at[2].wipe();
  (void)given.node.propose();
  given.node.way.reaches = {2};
  given.node.pass(seconds(2));
  CHECK_FALSE(given.node.writer->deposed_by());
  CHECK_FALSE(given.servers.at[2].member());
  given.node.way.reaches = {0, 1, 2};
  given.node.pass(seconds(2));
  CHECK(given.node.writer->deposed_by() == Term{3});
  CHECK_FALSE(given.servers.at[2].member());
  CHECK(given.node.finals().empty());
}

TEST_CASE("Given an answer of a server's life before it was wiped, when it comes late, then it does not count") {
  Begun given;
  REQUIRE(given.begun);
  (void)given.node.propose();
  (void)given.node.answered_by(0);
  given.node.way.reaches = {0, 1};
  const auto [id, stands] = given.node.way.act_of(1);
  REQUIRE(words_of(stands.is) == "stands 3");
  given.servers.at[1].wipe();
  given.node.pass(seconds(1));  // so that it is sent again, and finds a stranger
  CHECK(given.node.writer->replied(id, stands));
  CHECK(given.node.finals().empty());
}

TEST_CASE("Given the right to write, when it is asked about, then most servers that say so afterwards are enough, and "
          "fewer not") {
  Begun given;
  REQUIRE(given.begun);
  bool still = false;
  given.node.way.reaches = {2};
  given.node.writer->still_writing([&] { still = true; });
  given.node.pass(seconds(1));
  CHECK_FALSE(still);
  SECTION("when another server is in reach again") {
    given.node.way.reaches = {0, 2};
    given.node.pass(seconds(1));
    CHECK(still);
  }
  SECTION("never where most have another by now") {
    Node next(given.servers, "next", 3, {0, 1}, given.log.back());
    given.node.way.reaches = {0, 1, 2};
    given.node.pass(seconds(2));
    CHECK_FALSE(still);
    CHECK(given.node.writer->deposed_by() == Term{3});
  }
}

TEST_CASE("Given a writer at which nothing becomes final, then its bells say why, until it does again") {
  Begun given;
  REQUIRE(given.begun);
  const auto rung = [&] {
    given.node.way.told.clear();
    given.node.pass(bell_every + bell_every);
    REQUIRE_FALSE(given.node.way.told.empty());
    return std::get<Bell>(opened(given.node.way.told.back().second)).held;
  };
  CHECK(rung().empty());
  given.node.held = "no room (test)";
  CHECK(rung() == "no room (test)");
  given.node.held.clear();
  CHECK(rung().empty());
}

TEST_CASE("Given a writer that has had no word from most servers for a second, then it rings no more until it has") {
  Begun given;
  REQUIRE(given.begun);
  const auto bells = [&](Millis span) {
    const std::size_t before = given.node.way.told.size();
    given.node.pass(span);
    return given.node.way.told.size() - before;
  };
  CHECK(bells(seconds(1)) >= 3 * 3);
  CHECK(given.node.writer->in_touch());
  given.node.way.reaches = {1};
  (void)bells(touch_most + bell_every);
  CHECK_FALSE(given.node.writer->in_touch());
  CHECK(bells(seconds(2)) == 0);
  given.node.way.reaches = {0, 1, 2};
  (void)bells(bell_every + bell_every);
  CHECK(given.node.writer->in_touch());
  CHECK(bells(seconds(1)) >= 3 * 3);
}

TEST_CASE("Given a log here that the servers' does not begin with, then the writer says so and must not write") {
  const Log log = log_of({1, 1});
  SECTION("when the servers' is shorter") {
    Servers servers({log_of({1})});
    Node node(servers, "writer", 2, {0}, log.back());
    node.settle();
    CHECK(node.writer->differs() == "the log of the servers ends at commit 1, and commit 2 is here");
    CHECK(servers.at[0].length() == 1);
  }
  SECTION("when it goes on otherwise") {
    Servers servers({log_of({1, 1, 1}, "other words")});
    Node node(servers, "writer", 2, {0}, log.back());
    node.settle();
    CHECK(node.writer->differs() == "the log of the servers does not go on from commit 2 as it is here");
    CHECK(servers.at[0].length() == 3);
  }
}

}  // namespace rostrum::ledger
