// A log read ahead: longer than what is read at once, so that two threads are at it.
#include "chamber/read_ahead.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "journal/commits.hpp"
#include "journal/files.hpp"
#include "journal/memory/memory_journal.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace rostrum::chamber {
namespace {

/// A journal that notes how it is read.
class WatchedJournal final : public journal::Journal {
 public:
  explicit WatchedJournal(journal::Journal& inner) : inner_(inner) {}

  struct Reading {
    Seq from;
    std::size_t commits = 0;
    std::size_t bytes = 0;
    std::thread::id thread = std::this_thread::get_id();
  };
  std::vector<Reading> readings;

  [[nodiscard]] journal::Tail tail() const override { return inner_.tail(); }
  [[nodiscard]] Result<void, journal::AppendFailure> append(Seq seq, wire::StoredView commit) override {
    return inner_.append(seq, commit);
  }
  [[nodiscard]] Result<void, journal::AppendFailure> probe(std::size_t bytes) override { return inner_.probe(bytes); }
  [[nodiscard]] Result<void, journal::Damage> read(Seq from, const Visit& visit) override {
    readings.push_back({.from = from});
    return inner_.read(from, [&](Seq seq, wire::StoredView commit) {
      ++readings.back().commits;
      readings.back().bytes += commit.size();
      return visit(seq, commit);
    });
  }

 private:
  journal::Journal& inner_;
};

/// Visits a log, all of it or up to `refused`.
struct Visited {
  explicit Visited(journal::Journal& journal, Seq refused = {}) {
    const auto all = visit_commits(journal, [&](const wire::Commit& commit) -> Result<void, std::string> {
      if (commit.seq == refused) return failure(std::string("refused (test)"));
      in_order = in_order && commit.seq == last.next();
      last = commit.seq;
      return {};
    });
    if (!all) failed = all.error();
  }

  Seq last;
  bool in_order = true;
  std::string failed;
};

/// The first `count` commits of a log of three readings, which is made once.
std::vector<std::string> log_of(std::size_t count) {
  static const auto commits = journal::commits(2 * commits_ahead_max + 100);
  return {commits.begin(), commits.begin() + static_cast<std::ptrdiff_t>(count)};
}
std::vector<std::string> long_log() { return log_of(2 * commits_ahead_max + 100); }

}  // namespace

TEST_CASE("A log of any length is visited whole and in order", "[replay]") {
  const std::size_t count = GENERATE(std::size_t{0}, std::size_t{1}, commits_ahead_max - 1, commits_ahead_max,
                                     commits_ahead_max + 1, 2 * commits_ahead_max);
  journal::MemoryJournal journal(journal::as_stored(log_of(count)));
  const Visited visited(journal);
  CHECK(visited.failed.empty());
  CHECK(visited.in_order);
  CHECK(visited.last == Seq{count});
}

TEST_CASE("A log that is one reading is read on the calling thread, a longer one by other threads, a reading at a time",
          "[replay]") {
  journal::MemoryJournal log(journal::as_stored(log_of(2 * commits_ahead_max + 100)));
  WatchedJournal journal(log);
  CHECK(Visited(journal).failed.empty());
  REQUIRE(journal.readings.size() == 3);
  for (const std::size_t index : {0u, 1u, 2u}) {
    const auto& reading = journal.readings[index];
    CHECK(reading.from == Seq{index * commits_ahead_max + 1});
    CHECK(reading.commits == (index == 2 ? 100 : commits_ahead_max));
    CHECK((reading.thread == std::this_thread::get_id()) == (index == 0));
  }

  journal::MemoryJournal short_log(journal::as_stored(log_of(100)));
  WatchedJournal short_journal(short_log);
  CHECK(Visited(short_journal).failed.empty());
  CHECK(short_journal.readings.size() == 1);
}

TEST_CASE("A reading of large commits ends with the one that makes it too large", "[replay]") {
  constexpr std::size_t large = bytes_ahead_max / 4;
  journal::MemoryJournal log;
  for (std::uint64_t count = 0; count < 20; ++count)
    REQUIRE(log.append(log.tail().seq.next(), journal::commit_after(log.tail(), large)));
  WatchedJournal journal(log);
  const Visited visited(journal);
  CHECK(visited.failed.empty());
  CHECK(visited.in_order);
  CHECK(visited.last == Seq{20});
  REQUIRE(journal.readings.size() == 6);  // the last one finds that there is no more
  for (const auto& reading : journal.readings) CHECK(reading.bytes < bytes_ahead_max + large);
}

TEST_CASE("A long log on the disk is visited whole and in order, and written to again", "[replay]") {
  const test::Folder folder;
  const auto opened = journal::open_sqlite_journal(folder.path() / "journal.sqlite", journal::Access::write);
  REQUIRE(opened);
  journal::Journal& journal = **opened;
  // Five readings of few commits: a commit on the disk takes a millisecond.
  for (std::uint64_t count = 0; count < 20; ++count)
    REQUIRE(journal.append(journal.tail().seq.next(), journal::commit_after(journal.tail(), bytes_ahead_max / 4)));
  const Visited visited(journal);
  CHECK(visited.failed.empty());
  CHECK(visited.in_order);
  CHECK(visited.last == Seq{20});
  CHECK(journal.append({21}, journal::commit_after(journal.tail())));
}

TEST_CASE("A log is visited up to its first damage, which is named", "[replay]") {
  const std::size_t at = GENERATE(std::size_t{5}, commits_ahead_max, commits_ahead_max + 1, 2 * commits_ahead_max + 7);
  auto commits = long_log();
  commits[at - 1] = commits[at - 2];
  journal::MemoryJournal journal(journal::as_stored(commits));
  const Visited visited(journal);
  CHECK(visited.in_order);
  CHECK(visited.last == Seq{at - 1});
  CHECK(visited.failed.find("the journal is damaged from commit " + std::to_string(at) + " on: ") == 0);
}

TEST_CASE("A commit that is whole and cannot be decoded is named, and all before it are visited", "[replay]") {
  const std::size_t at = GENERATE(std::size_t{5}, commits_ahead_max + 1);
  auto commits = log_of(at - 1);
  commits.push_back(journal::empty_commit_after({Seq{at - 1}, sha256(commits.back())}));
  journal::MemoryJournal journal(journal::as_stored(commits));
  const Visited visited(journal);
  CHECK(visited.in_order);
  CHECK(visited.last == Seq{at - 1});
  CHECK(visited.failed == "commit " + std::to_string(at) + " of the journal cannot be read: there is no act");
}

TEST_CASE("A commit that is refused is named, and nothing behind it is visited, damaged or not", "[replay]") {
  const std::size_t at = GENERATE(std::size_t{1}, commits_ahead_max, commits_ahead_max + 1, 2 * commits_ahead_max + 7);
  auto commits = long_log();
  commits.back() = commits.front();
  journal::MemoryJournal journal(journal::as_stored(commits));
  const Visited visited(journal, Seq{at});
  CHECK(visited.in_order);
  CHECK(visited.last == Seq{at - 1});
  CHECK(visited.failed == "commit " + std::to_string(at) + " of the journal cannot be read: refused (test)");
}

}  // namespace rostrum::chamber
