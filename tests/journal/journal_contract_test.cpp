// What every journal promises (server/journal/journal.hpp), for each that there is.
#include <catch2/catch.hpp>

#include "journal/commits.hpp"
#include "journal/files.hpp"
#include "journal/memory/memory_journal.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "wire/stored.hpp"

namespace rostrum::journal {
namespace {

class InMemory {
 public:
  Journal& journal() { return *journal_; }
  void reopen() { journal_ = std::make_unique<MemoryJournal>(journal_->commits()); }

 private:
  std::unique_ptr<MemoryJournal> journal_ = std::make_unique<MemoryJournal>();
};

class OnDisk {
 public:
  OnDisk() { open(); }
  Journal& journal() { return *journal_; }
  void reopen() {
    journal_.reset();
    open();
  }

 private:
  void open() {
    auto opened = open_sqlite_journal(folder_.path() / "journal.sqlite", Access::write);
    REQUIRE(opened);
    journal_ = *std::move(opened);
  }

  test::Folder folder_;
  std::unique_ptr<Journal> journal_;
};

void append_all(Journal& journal, const std::vector<std::string>& log) {
  for (const auto& bytes : log) REQUIRE(journal.append(journal.tail().seq.next(), bytes));
}

AppendFailure::Kind refusal(Journal& journal, Seq seq, wire::StoredView commit) {
  const auto appended = journal.append(seq, commit);
  REQUIRE_FALSE(appended);
  CHECK_FALSE(appended.error().why.empty());
  return appended.error().kind;
}

constexpr auto out_of_sequence = AppendFailure::Kind::out_of_sequence;

}  // namespace

TEMPLATE_TEST_CASE("An empty journal ends at 0 with a digest of zeros, and has nothing to read", "[journal]", InMemory,
                   OnDisk) {
  TestType under_test;
  CHECK(under_test.journal().tail() == Tail{});
  const auto reading = read_all(under_test.journal());
  CHECK(reading.commits.empty());
  CHECK_FALSE(reading.damage);
}

TEMPLATE_TEST_CASE("What is appended is read in order, byte for byte, also after it was opened again", "[journal]",
                   InMemory, OnDisk) {
  TestType under_test;
  const auto log = commits(20);
  append_all(under_test.journal(), log);
  CHECK(read_all(under_test.journal()).commits == log);

  under_test.reopen();
  CHECK(under_test.journal().tail() == Tail{{20}, sha256(log.back())});
  const auto reading = read_all(under_test.journal());
  CHECK(reading.commits == log);
  CHECK_FALSE(reading.damage);
}

TEMPLATE_TEST_CASE("A journal that was opened again goes on from its tail", "[journal]", InMemory, OnDisk) {
  TestType under_test;
  const auto log = commits(5);
  append_all(under_test.journal(), {log.begin(), log.begin() + 3});
  under_test.reopen();
  append_all(under_test.journal(), {log.begin() + 3, log.end()});
  CHECK(read_all(under_test.journal()).commits == log);
}

TEMPLATE_TEST_CASE("The tail is the last commit's place and the SHA-256 of its stored bytes", "[journal]", InMemory,
                   OnDisk) {
  TestType under_test;
  for (const auto& bytes : commits(3)) {
    const auto expected = tail_after(under_test.journal().tail(), bytes);
    REQUIRE(under_test.journal().append(expected.seq, bytes));
    CHECK(under_test.journal().tail() == expected);
  }
}

TEMPLATE_TEST_CASE("Reading begins where it is told to and ends when the visitor has enough", "[journal]", InMemory,
                   OnDisk) {
  TestType under_test;
  auto& journal = under_test.journal();
  const auto log = commits(6);
  append_all(journal, log);

  CHECK(read_all(journal, {4}).commits == std::vector<std::string>(log.begin() + 3, log.end()));
  CHECK(read_all(journal, {7}).commits.empty());
  CHECK_FALSE(read_all(journal, {7}).damage);

  std::vector<std::uint64_t> visited;
  CHECK(journal.read({2}, [&](Seq seq, wire::StoredView) { return visited.push_back(seq.value), visited.size() < 2; }));
  CHECK(visited == std::vector<std::uint64_t>{2, 3});
  CHECK(journal.read({0}, [&](Seq seq, wire::StoredView) { return visited.push_back(seq.value), false; }));
  CHECK(visited.back() == 1);
}

TEMPLATE_TEST_CASE("What does not follow the tail is refused as out of sequence and changes nothing", "[journal]",
                   InMemory, OnDisk) {
  TestType under_test;
  auto& journal = under_test.journal();
  const auto log = commits(5);
  append_all(journal, {log.begin(), log.begin() + 3});
  const auto tail = journal.tail();

  CHECK(refusal(journal, {3}, log[2]) == out_of_sequence);  // it is there already
  CHECK(refusal(journal, {5}, log[4]) == out_of_sequence);  // one is left out
  CHECK(refusal(journal, {4}, log[4]) == out_of_sequence);  // its bytes say otherwise
  CHECK(refusal(journal, {4}, commit_after({tail.seq, sha256("another log")})) == out_of_sequence);  // its link does
  CHECK(refusal(journal, {4}, std::string("no commit at all")) == out_of_sequence);
  CHECK(refusal(journal, {4}, std::string()) == out_of_sequence);

  CHECK(journal.tail() == tail);
  REQUIRE(journal.append({4}, log[3]));
  CHECK(read_all(journal).commits == std::vector<std::string>(log.begin(), log.begin() + 4));
}

TEMPLATE_TEST_CASE("Several commits are appended one behind the other, up to one that does not follow", "[journal]",
                   InMemory, OnDisk) {
  TestType under_test;
  auto& journal = under_test.journal();
  const auto log = commits(6);
  const std::vector<wire::StoredView> some{log[0], log[1], log[2]};
  const auto appended = journal.append_several({1}, some);
  CHECK(appended.count == 3);
  CHECK(appended.result);
  CHECK(journal.tail() == Tail{{3}, sha256(log[2])});
  CHECK(journal.append_several({4}, {}).count == 0);

  const std::vector<wire::StoredView> with_a_gap{log[3], log[5]};
  const auto refused = journal.append_several({4}, with_a_gap);
  CHECK(refused.count == 1);
  REQUIRE_FALSE(refused.result);
  CHECK(refused.result.error().kind == out_of_sequence);
  CHECK(journal.tail() == Tail{{4}, sha256(log[3])});

  under_test.reopen();
  CHECK(read_all(under_test.journal()).commits == std::vector<std::string>(log.begin(), log.begin() + 4));
}

TEMPLATE_TEST_CASE("C5 what stands beside a commit is kept with it, also after it was opened again", "[journal]",
                   InMemory, OnDisk) {
  TestType under_test;
  const auto first = commit_with_words_after({}, "Minister A (fictional)");
  REQUIRE(first.bytes.find("Minister A") == std::string::npos);
  REQUIRE(first.beside.find("Minister A") != std::string::npos);
  REQUIRE(under_test.journal().append({1}, first));
  const auto second = commit_after(under_test.journal().tail());
  REQUIRE(under_test.journal().append({2}, second));
  under_test.reopen();
  const auto reading = read_all(under_test.journal());
  CHECK(reading.commits == std::vector{first.bytes, second});
  CHECK(reading.beside == std::vector<std::string>{first.beside, ""});
  wire::StoredCommit too_much = commit_with_words_after(under_test.journal().tail(), "words");
  too_much.beside = std::string(wire::commit_bytes_max + 1, 'x');
  CHECK(refusal(under_test.journal(), {3}, too_much) == out_of_sequence);
}

TEMPLATE_TEST_CASE("The largest commit is stored, and a larger one is refused", "[journal]", InMemory, OnDisk) {
  TestType under_test;
  auto& journal = under_test.journal();
  const auto around = commit_after({}, wire::commit_bytes_max - 1'000).size() - (wire::commit_bytes_max - 1'000);
  const auto largest = commit_after({}, wire::commit_bytes_max - around);
  REQUIRE(largest.size() == wire::commit_bytes_max);
  CHECK(refusal(journal, {1}, commit_after({}, wire::commit_bytes_max - around + 1)) == out_of_sequence);
  REQUIRE(journal.append({1}, largest));
  under_test.reopen();
  CHECK(read_all(under_test.journal()).commits == std::vector{largest});
}

TEMPLATE_TEST_CASE("A probe for room leaves the log as it was, also after it was opened again", "[journal]", InMemory,
                   OnDisk) {
  TestType under_test;
  const auto log = commits(5);
  REQUIRE(under_test.journal().probe(100));
  append_all(under_test.journal(), {log.begin(), log.begin() + 3});
  const auto tail = under_test.journal().tail();
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, std::size_t{50'000}, wire::commit_bytes_max})
    REQUIRE(under_test.journal().probe(bytes));
  CHECK(under_test.journal().tail() == tail);
  under_test.reopen();
  CHECK(under_test.journal().tail() == tail);
  REQUIRE(under_test.journal().probe(100));
  append_all(under_test.journal(), {log.begin() + 3, log.end()});
  const auto reading = read_all(under_test.journal());
  CHECK(reading.commits == log);
  CHECK_FALSE(reading.damage);
}

TEST_CASE("A log in memory that lacks a commit names it, gives what stands before, and is not appended to",
          "[journal]") {
  auto log = commits(5);
  log.erase(log.begin() + 2);
  MemoryJournal journal(as_stored(log));
  const auto reading = read_all(journal);
  CHECK(reading.commits == std::vector<std::string>(log.begin(), log.begin() + 2));
  REQUIRE(reading.damage);
  CHECK(reading.damage->seq == Seq{3});
  CHECK(refusal(journal, {3}, commit_after(journal.tail())) == AppendFailure::Kind::unavailable);
  const auto probed = journal.probe(1);
  REQUIRE_FALSE(probed);
  CHECK(probed.error().kind == AppendFailure::Kind::unavailable);
}

}  // namespace rostrum::journal
