// How a node comes to the servers: with what their log begins with, or not at all.
#include "ledger/agreed/arrival.hpp"

#include "journal/memory/memory_journal.hpp"
#include "ledger/agreed/driving.hpp"
#include "simulation/chance.hpp"

namespace rostrum::ledger {
namespace {

const std::vector<std::string> names{"one", "two", "three"};
const SetId of_names = set_of("random", names);

Servers& of_set(Servers& servers, const std::vector<Log>& logs, const SetId& of = of_names) {
  for (std::size_t number = 0; number < logs.size(); ++number) {
    servers.at[number].wipe();
    servers.at[number].begin(of, logs[number]);
  }
  return servers;
}

Log first_of(const Log& log, std::size_t count) { return {log.begin(), std::next(log.begin(), std::ptrdiff_t(count))}; }

journal::MemoryJournal archive_of(const Log& log) {
  std::vector<wire::StoredCommit> commits;
  for (const SharedEntry& entry : log) commits.push_back(entry->stored);
  return journal::MemoryJournal(std::move(commits));
}

struct Arrives {
  Arrives(const std::vector<Log>& logs, const Log& archived, const SetId& of = of_names)
      : servers(logs),
        archive(archive_of(archived)),
        way(of_set(servers, logs, of)) {}

  void settle() {
    way.settle([this](std::uint64_t id, const Reply& reply) { (void)arrival.replied(id, reply); });
  }
  void wait() {
    outgoing.set(outgoing.now() + patience);
    arrival.tick();
  }

  Servers servers;
  journal::MemoryJournal archive;
  Way way;
  Outgoing outgoing{way, no_set, test::known_hmac};
  Arrival arrival{outgoing, names, archive};
};

bool speaks_of(const std::optional<std::string>& why, const std::string& words) {
  INFO(why.value_or("not refused"));
  return why && why->find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("Given an empty journal, when a node comes, then it begins with what the log was begun with, and no more") {
  const Log log = log_of({1, 1, 2, 2});
  Arrives given({log, log, log}, {});
  given.settle();
  REQUIRE(given.arrival.done());
  CHECK_FALSE(given.arrival.refused());
  CHECK(given.arrival.set() == of_names);
  REQUIRE(given.archive.commits().size() == 2);
  CHECK(given.archive.commits()[1] == log[1]->stored);
}

TEST_CASE("Given a log that nobody has added to, when a node comes, then its journal is all of it") {
  Log log;
  for (int entry = 0; entry < 5; ++entry)
    log.push_back(entry_after(log.empty() ? nullptr : log.back(), {1}, std::string(page_bytes_max * 2 / 5, 'w')));
  Arrives given({log, log, log}, {});
  given.settle();
  REQUIRE(given.arrival.done());
  CHECK(given.archive.commits().size() == 5);
}

TEST_CASE("Given a journal that the log goes on from, when a node comes, then it is let in as it is") {
  const Log log = log_of({1, 2, 2, 3});
  const std::size_t here = GENERATE(1u, 3u, 4u);
  Arrives given({log, first_of(log, 2), log}, first_of(log, here));
  given.settle();
  CHECK(given.arrival.done());
  CHECK(given.archive.commits().size() == here);
}

TEST_CASE("Given a journal that differs, when a node comes, then it is refused with the first commit that does") {
  const Log log = log_of({1, 2, 2, 2, 2, 2, 2});
  const std::size_t same = GENERATE(0u, 1u, 2u, 3u, 4u, 5u, 6u);
  Log other = first_of(log, same);
  while (other.size() < log.size()) other.push_back(entry_after(other.empty() ? nullptr : other.back(), {2}, "other"));
  Arrives given({log, log, log}, other);
  given.settle();
  CHECK_FALSE(given.arrival.done());
  CHECK(speaks_of(given.arrival.refused(),
                  "differs from the log of the servers from commit " + std::to_string(same + 1) + " on"));
  CHECK(given.archive.commits().size() == other.size());
}

TEST_CASE("Given servers most of which have lost what a journal holds, then a node is refused and names both ends") {
  const Log log = log_of({1, 2, 2, 2, 2});
  const Log rest = first_of(log, 2);
  Arrives given({rest, rest, rest}, log);
  given.settle();
  CHECK_FALSE(given.arrival.done());
  CHECK(speaks_of(given.arrival.refused(), "most servers have lost commit 3"));
  CHECK(speaks_of(given.arrival.refused(), "as far as commit 5"));
}

TEST_CASE("Given servers that hold no log of the session, then a node begins none, and says what does") {
  Arrives given({{}, {}, {}}, {});
  for (ModelServer& server : given.servers.at) server.wipe();
  given.settle();
  CHECK(speaks_of(given.arrival.refused(), "one holds no log of this session"));
  CHECK(speaks_of(given.arrival.refused(), "rostrumctl journal begin"));
  for (const ModelServer& server : given.servers.at) CHECK_FALSE(server.member());
}

TEST_CASE("Given one server that was wiped, or is of something else, then a node comes by the others") {
  const Log log = log_of({1, 2});
  Arrives given({log, log, log}, {});
  given.servers.at[0].wipe();
  if (GENERATE(true, false)) given.servers.at[0].begin("of others", log_of({1, 1}, "others"));
  given.settle();
  REQUIRE(given.arrival.done());
  CHECK(given.archive.commits().size() == 1);
  CHECK(given.archive.commits()[0] == log[0]->stored);
}

TEST_CASE("Given a set that is of another list, or is being made, then a node is refused by name") {
  const Log log = log_of({1});
  const auto [of, words] = GENERATE(table<SetId, std::string>(
      {{set_of("random", {"one", "two", "four"}), "together with others"},
       {name_of(Making{.is = Making::Is::forming, .set = "set-2"}), "was to become one of the set set-2"}}));
  Arrives given({log, log, log}, {}, of);
  given.settle();
  CHECK_FALSE(given.arrival.done());
  CHECK(speaks_of(given.arrival.refused(), words));
}

TEST_CASE("Given servers that are away, when a node comes, then it waits for most, and names those it waits for") {
  const Log log = log_of({1, 2});
  Arrives given({log, log, log}, log);
  given.way.reaches = {1};
  given.settle();
  given.wait();
  given.settle();
  CHECK_FALSE(given.arrival.done());
  CHECK_FALSE(given.arrival.refused());
  CHECK(given.arrival.waits_for() == std::vector<ServerNumber>{0, 2});
  given.way.reaches = {1, 2};
  given.wait();
  given.settle();
  CHECK(given.arrival.done());
}

TEST_CASE("Given questions and answers that are lost, then a node comes all the same, and its journal is as it is") {
  const Log log = log_of({1, 1, 1, 2});
  Arrives given({log, log, log}, {});
  simulation::Chance chance(GENERATE(range(1u, 20u)));
  for (int round = 0; round < 200 && !given.arrival.done(); ++round) {
    while (!given.way.asked.empty()) {
      const auto [id, reply] = given.way.act_of(given.way.asked.front().server);
      if (chance.one_in(2)) (void)given.arrival.replied(id, reply);
    }
    given.wait();
  }
  CHECK(given.arrival.done());
  CHECK(given.archive.commits().size() == 3);
}

}  // namespace rostrum::ledger
