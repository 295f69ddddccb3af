// What is missing here is read from any server that has it; what a server gives is held against what is known.
#include "ledger/agreed/reader.hpp"

#include "ledger/agreed/driving.hpp"

namespace rostrum::ledger {
namespace {

/// A node that has the first entry of a log.
struct Reading {
  Reading(Log of, const std::vector<Log>& servers_hold) : log(std::move(of)), servers(servers_hold) {}

  void want(const SharedEntry& entry) { reader.want(entry->seq, entry->digest); }
  void settle() {
    way.settle([this](std::uint64_t id, const Reply& reply) { CHECK(reader.replied(id, reply)); });
  }
  /// The question that waits, for which the test has the answer.
  Request asked() {
    REQUIRE(way.asked.size() == 1);
    const Request request = way.asked.front();
    way.asked.clear();
    return request;
  }
  /// What was read since this was asked last.
  std::vector<Seq> taken() {
    std::vector<Seq> seqs;
    for (const SharedEntry& entry : reader.take()) {
      CHECK(entry->stored == log.at(entry->seq.value - 1)->stored);
      seqs.push_back(entry->seq);
    }
    return seqs;
  }

  Log log;
  Servers servers;
  Way way{servers};
  Outgoing outgoing{way, set, test::known_hmac};
  Reader reader{outgoing, servers.count(), log.front()};
};

using Seqs = std::vector<Seq>;

/// The same entry by its name, with other bytes.
SharedEntry forged(const Entry& entry, const wire::StoredCommit& with) {
  Entry made = entry;
  made.stored = with;
  return std::make_shared<const Entry>(std::move(made));
}

}  // namespace

TEST_CASE("Given a log longer than a page, then it is read page after page, in order, up to what is wanted") {
  const Log log = log_of({1, 1, 1, 1, 1, 1}, std::string(page_bytes_max * 2 / 5, 'w'));
  Reading node(log, {log});
  node.want(log[4]);
  CHECK(node.asked().server == 0);  // one question at a time
  node.reader.stop();
  node.want(log[4]);
  node.settle();
  CHECK(node.taken() == Seqs{{2}, {3}, {4}, {5}});
  CHECK(node.reader.seq() == Seq{5});
  node.want(log[4]);
  CHECK(node.way.asked.empty());
}

TEST_CASE("Given servers of which some have not got so far, or are away, then the next is asked") {
  const Log log = log_of({1, 1, 1});
  Reading node(log, {Log{log[0]}, log, log});
  SECTION("where one has not") { CHECK(node.servers.at[0].length() == 1); }
  SECTION("where one is silent") {
    node.way.reaches = {1, 2};
    node.want(log[2]);
    node.settle();
    CHECK(node.taken().empty());
    node.outgoing.set(patience);
    node.reader.tick();
  }
  node.want(log[2]);
  node.settle();
  CHECK(node.taken() == Seqs{{2}, {3}});
}

TEST_CASE("Given that no server has it yet, then all are asked once, and again at the next tick") {
  const Log log = log_of({1, 1});
  Reading node(log, {Log{log[0]}, Log{log[0]}, Log{log[0]}});
  node.want(log[1]);
  node.settle();
  CHECK(node.way.asked.empty());
  CHECK(node.taken().empty());
  node.servers.at[2].begin(set, {log[1]});
  node.reader.tick();
  node.settle();
  CHECK(node.taken() == Seqs{{2}});
}

TEST_CASE("Given a server that lies, then nothing of it is taken, and another is asked") {
  const Log log = log_of({1, 1, 1});
  const Log other = log_of({1, 1, 1}, "other words");
  Reading node(log, {log, log, log});
  node.want(log[2]);
  const Request request = node.asked();
  SharedEntry lie;
  SECTION("with other bytes than their digest is of") {
    lie = forged(*log[1], other[1]->stored);
    CHECK(sha256(lie->stored.bytes) != lie->digest);
  }
  SECTION("with other words beside them") {
    lie = forged(*log[1], {.bytes = log[1]->stored.bytes, .beside = other[1]->stored.beside});
    CHECK(sha256(lie->stored.bytes) == lie->digest);
  }
  SECTION("with an entry that does not follow") {
    lie = log[2];
    CHECK(lie->seq == Seq{3});
  }
  SECTION("with a sound entry that is not the one that the wanted one names") {
    lie = entry_after(log[0], {1}, "other words");
    CHECK(lie->previous == log[0]->digest);
    CHECK(lie->digest != log[1]->digest);
  }
  SECTION("with an entry of another log") {
    lie = other[1];
    CHECK(lie->previous != log[0]->digest);
  }
  CHECK(node.reader.replied(request.id, {.life = "life", .is = reply::Page{{lie, log[2]}}}));
  CHECK(node.taken().empty());
  REQUIRE(node.way.asked.size() == 1);
  CHECK(node.way.asked.front().server != request.server);
  node.settle();
  CHECK(node.taken() == Seqs{{2}, {3}});
  CHECK_FALSE(node.reader.differs());
}

TEST_CASE("Given a lie far behind the first page, then nothing of any page is given, and all is read again elsewhere") {
  const Log log = log_of({1, 1, 1, 1});
  Reading node(log, {log, log, log});
  node.want(log[3]);
  const Request first = node.asked();
  CHECK(node.reader.replied(first.id, {.life = "life", .is = reply::Page{{log[1]}}}));
  CHECK(node.taken().empty());
  const Request second = node.asked();
  CHECK(std::get<ask::Read>(second.question).from == Seq{3});
  const SharedEntry lie = entry_after(log[1], {1}, "other words");
  CHECK(node.reader.replied(second.id, {.life = "life", .is = reply::Page{{lie, entry_after(lie, {1})}}}));
  CHECK(node.taken().empty());
  node.settle();
  CHECK(node.taken() == Seqs{{2}, {3}, {4}});
}

TEST_CASE(
    "Given an entry that is on no server, when a later one is wanted, then that is read instead, once all were asked") {
  const Log log = log_of({1, 1, 1});
  Reading node(log, {log, log, log});
  node.want(entry_after(log[0], {2}, "of a writer that is no more"));
  node.want(log[2]);
  node.settle();
  CHECK(node.taken().empty());
  node.reader.tick();
  node.settle();
  CHECK(node.taken() == Seqs{{2}, {3}});
}

TEST_CASE("Given a page with nothing new, then another server is asked, and none of them without end") {
  const Log log = log_of({1, 1});
  Reading node(log, {log, log, log});
  node.want(log[1]);
  for (std::size_t server = 0; server < 3; ++server)
    CHECK(node.reader.replied(node.asked().id, {.life = "life", .is = reply::Page{{log[0]}}}));
  CHECK(node.way.asked.empty());
  node.reader.tick();
  node.settle();
  CHECK(node.taken() == Seqs{{2}});
}

TEST_CASE("Given more missing than may be held, then that is told in words, and nothing is taken") {
  Log log = log_of({1});
  const std::string words(1u << 20, 'w');
  for (std::size_t bytes = 0; bytes <= gap_bytes_max; bytes += words.size())
    log.push_back(entry_after(log.back(), {1}, words));
  log.push_back(entry_after(log.back(), {1}));
  Reading node(log, {Log{log[0]}});
  node.want(log.back());
  for (std::size_t index = 1; !node.reader.differs(); ++index)
    CHECK(node.reader.replied(node.asked().id, {.life = "life", .is = reply::Page{{log.at(index)}}}));
  CHECK(node.reader.differs() == "too much is missing behind commit 1 to be read from the servers");
  CHECK(node.taken().empty());
  CHECK(node.way.asked.empty());
}

TEST_CASE("Given what comes by another way meanwhile, then it is not given twice") {
  const Log log = log_of({1, 1, 1, 1});
  Reading node(log, {log});
  node.want(log[3]);
  node.reader.knows(log[1]);
  node.settle();
  CHECK(node.taken() == Seqs{{3}, {4}});
}

TEST_CASE("Given a log of most servers that does not go on from what is here, then that is told in words, and nothing "
          "is taken") {
  const Log log = log_of({1, 1, 1});
  const Log other = log_of({1, 1, 1}, "other words");
  Reading node(other, {log, log, other});
  node.reader.want({2}, log[1]->digest);
  node.settle();
  CHECK(node.reader.differs() == "the log of the servers does not go on from commit 1 as it is here");
  CHECK(node.reader.take().empty());
  node.reader.tick();
  CHECK(node.way.asked.empty());
}

TEST_CASE(
    "Given one server whose log leads up to what is wanted and does not go on from what is here, then that is proof") {
  const Log log = log_of({1, 1, 1});
  const Log other = log_of({1, 1, 1}, "other words");
  Reading node(other, {other, log, Log{log[0]}});
  node.want(log[2]);
  node.settle();
  CHECK(node.reader.differs() == "the log of the servers does not go on from commit 1 as it is here");
}

TEST_CASE("Given an answer that comes when nothing is wanted any more, then nothing of it is taken") {
  const Log log = log_of({1, 1});
  Reading node(log, {log});
  node.want(log[1]);
  node.reader.stop();
  node.settle();
  CHECK(node.taken().empty());
  CHECK(node.reader.seq() == Seq{1});
}

}  // namespace rostrum::ledger
