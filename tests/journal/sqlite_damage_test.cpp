// Damage of every kind to a journal's file: it is told, with the first bad sequence, and what stands before it is read.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "journal/commits.hpp"
#include "journal/files.hpp"
#include "journal/sqlite/connection.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace rostrum::journal {
namespace {

/// A closed journal of `count` commits, to be damaged.
class Log {
 public:
  explicit Log(std::size_t count, std::size_t content_bytes = 100) {
    const auto journal = open_sqlite_journal(path(), Access::write);
    REQUIRE(journal);
    while (commits_.size() < count) {
      const auto tail = (*journal)->tail();
      commits_.push_back(commit_after(tail, content_bytes));
      REQUIRE((*journal)->append(tail.seq.next(), commits_.back()));
    }
  }

  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "journal.sqlite"; }
  [[nodiscard]] std::vector<std::string> first(std::size_t count) const {
    return {commits_.begin(), commits_.begin() + static_cast<std::ptrdiff_t>(count)};
  }

  /// Behind the journal's back.
  void run(const std::string& sql) const {
    const auto raw = sqlite::Connection::open(path().string(), SQLITE_OPEN_READWRITE, {});
    REQUIRE(raw);
    const auto done = raw->run(sql.c_str());
    INFO((done ? std::string() : done.error().why));
    REQUIRE(done);
  }

 private:
  test::Folder folder_;
  std::vector<std::string> commits_;
};

/// The log names commit `bad` and gives all before it, to whoever reads and to whoever would write, and takes no more.
void check_damaged_at(const Log& log, std::size_t bad) {
  for (const auto access : {Access::read_only, Access::write}) {
    const auto journal = open_sqlite_journal(log.path(), access);
    REQUIRE(journal);
    const auto reading = read_all(**journal);
    CHECK(reading.commits == log.first(bad - 1));
    REQUIRE(reading.damage);
    CHECK(reading.damage->seq == Seq{bad});
    CHECK_FALSE(reading.damage->why.empty());
  }
}

OpenFailure::Kind refusal(const std::filesystem::path& path, Access access = Access::write) {
  const auto journal = open_sqlite_journal(path, access);
  REQUIRE_FALSE(journal);
  CHECK(journal.error().why.find(path.string()) == 0);
  return journal.error().kind;
}

std::string flip_bytes(std::size_t seq, std::size_t place) {
  const auto at = std::to_string(place), next = std::to_string(place + 1);
  const auto row = " WHERE seq = " + std::to_string(seq);
  return "UPDATE commits SET bytes = CAST(substr(bytes, 1, " + at + " - 1) || x'ff' || substr(bytes, " + next +
         ") AS BLOB)" + row;
}

}  // namespace

TEST_CASE("A byte changed in a stored commit is told at that commit, the first, the last and between",
          "[journal][damage]") {
  const auto seq = GENERATE(1u, 4u, 8u);
  const auto place = GENERATE(1u, 20u, 60u, 150u);
  const Log log(8);
  log.run(flip_bytes(seq, place));
  check_damaged_at(log, seq);
}

TEST_CASE("A commit missing from the log is told, the first, the last and between", "[journal][damage]") {
  const auto seq = GENERATE(1u, 4u, 8u);
  const Log log(8);
  log.run("DELETE FROM commits WHERE seq = " + std::to_string(seq));
  check_damaged_at(log, seq);
}

TEST_CASE("A log cut behind some commit is told at the first that it lacks", "[journal][damage]") {
  const Log log(8);
  log.run("DELETE FROM commits WHERE seq > 5");
  check_damaged_at(log, 6);
}

TEST_CASE("Commits that stand behind the recorded end are told", "[journal][damage]") {
  const Log log(8);
  log.run("UPDATE ending SET seq = 6");
  check_damaged_at(log, 7);
}

TEST_CASE("A log whose end is not recorded is told behind its last commit", "[journal][damage]") {
  const Log log(8);
  log.run(GENERATE("DELETE FROM ending", "INSERT INTO ending VALUES (8)", "UPDATE ending SET seq = -1"));
  check_damaged_at(log, 9);
}

TEST_CASE("A commit replaced together with its digest is told by the link of the next", "[journal][damage]") {
  const Log log(8);
  const auto raw = sqlite::Connection::open(log.path().string(), SQLITE_OPEN_READWRITE, {});
  REQUIRE(raw);
  auto replace = raw->prepare("UPDATE commits SET bytes = ?1, digest = ?2 WHERE seq = 4");
  REQUIRE(replace);
  const auto other = commit_after({{3}, sha256(log.first(3).back())}, 50);
  const auto digest = sha256(other);
  replace->bind(1, other);
  replace->bind(2, as_bytes(digest));
  REQUIRE(replace->run());
  const auto journal = open_sqlite_journal(log.path(), Access::read_only);
  REQUIRE(journal);
  const auto reading = read_all(**journal);
  CHECK(reading.commits.size() == 4);
  REQUIRE(reading.damage);
  CHECK(reading.damage->seq == Seq{5});
}

TEST_CASE("Two commits that have changed places are told at the first of them", "[journal][damage]") {
  const Log log(8);
  log.run("UPDATE commits SET seq = 100 WHERE seq = 3; UPDATE commits SET seq = 3 WHERE seq = 6; "
          "UPDATE commits SET seq = 6 WHERE seq = 100");
  check_damaged_at(log, 3);
}

TEST_CASE("Reading from behind the damage gives what stands there", "[journal][damage]") {
  const Log log(8);
  log.run(flip_bytes(3, 60));
  const auto journal = open_sqlite_journal(log.path(), Access::read_only);
  REQUIRE(journal);
  const auto behind = read_all(**journal, {5});
  CHECK(behind.commits.size() == 4);
  CHECK_FALSE(behind.damage);
  const auto next = read_all(**journal, {4});
  CHECK(next.commits.empty());
  REQUIRE(next.damage);  // the link of 4 cannot be checked
  CHECK(next.damage->seq == Seq{3});
}

TEST_CASE("Nothing is appended to a log whose end is damaged", "[journal][damage]") {
  const Log log(8);
  log.run(flip_bytes(8, 60));
  const auto before = test::content_of(log.path());
  {
    const auto journal = open_sqlite_journal(log.path(), Access::write);
    REQUIRE(journal);
    const auto appended = (*journal)->append({9}, commit_after({{8}, sha256(log.first(8).back())}));
    REQUIRE_FALSE(appended);
    CHECK(appended.error().kind == AppendFailure::Kind::unavailable);
  }
  CHECK(test::content_of(log.path()) == before);
}

TEST_CASE("A file damaged around sound commits gives them all, and takes no more", "[journal][damage]") {
  const Log log(8);
  auto bytes = test::content_of(log.path());
  constexpr std::size_t first_free_page = 32, free_pages = 36;  // of the database's header: pages to be written to next
  bytes[first_free_page + 3] = 2;                               // where the commits stand
  bytes[free_pages + 3] = 1;
  write_bytes(log.path(), bytes);
  check_damaged_at(log, 9);
  const auto journal = open_sqlite_journal(log.path(), Access::write);
  REQUIRE(journal);
  const auto appended = (*journal)->append({9}, commit_after((*journal)->tail()));
  REQUIRE_FALSE(appended);
  CHECK(appended.error().kind == AppendFailure::Kind::unavailable);
}

TEST_CASE("A file cut short anywhere is told, and what it still holds is read", "[journal][damage]") {
  const Log log(120, 400);
  const auto whole = test::content_of(log.path());
  REQUIRE(whole.size() > 40'000);
  std::size_t readable = 0;
  for (std::size_t size = 0; size < whole.size(); size += 1'777) {
    write_bytes(log.path(), std::string_view(whole).substr(0, size));
    const auto journal = open_sqlite_journal(log.path(), Access::read_only);
    INFO("cut to " << size << " of " << whole.size());
    if (!journal) {
      CHECK(size < whole.size() / 8);
      continue;
    }
    const auto reading = read_all(**journal);
    REQUIRE(reading.damage);
    CHECK(reading.damage->seq == Seq{reading.commits.size() + 1});
    CHECK(reading.commits == log.first(reading.commits.size()));
    CHECK(reading.commits.size() >= readable);
    if (size > whole.size() / 2) CHECK(reading.commits.size() > 45);
    readable = reading.commits.size();
  }
  CHECK(readable > 100);
}

TEST_CASE("No changed byte of the file passes for the log: all is there, or the first bad commit is named",
          "[journal][damage]") {
  const Log log(60, 150);
  const auto whole = test::content_of(log.path());
  std::mt19937_64 random(20'051'129);
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < 100; ++place) places.push_back(place);  // the database's own header
  while (places.size() < 500) places.push_back(random() % whole.size());

  std::size_t told = 0;
  for (const auto place : places) {
    auto damaged = whole;
    damaged[place] = static_cast<char>(damaged[place] ^ static_cast<char>(1u << random() % 8));
    write_bytes(log.path(), damaged);
    const auto journal = open_sqlite_journal(log.path(), place % 2 == 0 ? Access::write : Access::read_only);
    INFO("byte " << place << " of " << whole.size());
    if (!journal) {
      ++told;
      continue;
    }
    const auto reading = read_all(**journal);
    CHECK(reading.commits == log.first(reading.commits.size()));
    if (reading.damage) {
      ++told;
      CHECK(reading.damage->seq == Seq{reading.commits.size() + 1});
    } else {
      CHECK(reading.commits.size() == 60);
    }
  }
  CHECK(told > 200);  // what is not told is in the free space of a page
}

TEST_CASE("A file that is not a journal of Rostrum is refused and left as it is", "[journal][damage]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  const bool of_another_program = GENERATE(true, false);
  if (of_another_program) {
    const auto raw = sqlite::Connection::open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, {});
    REQUIRE(raw);
    REQUIRE(raw->run("CREATE TABLE commits (seq INTEGER PRIMARY KEY, bytes BLOB)"));
  } else {
    write_bytes(path, std::string(10'000, 'x'));
  }
  const auto before = test::content_of(path);
  CHECK(refusal(path) == OpenFailure::Kind::not_ours);
  CHECK(refusal(path, Access::read_only) == OpenFailure::Kind::not_ours);
  CHECK(test::content_of(path) == before);
}

TEST_CASE("An empty file does not pass for a new journal", "[journal][damage]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  write_bytes(path, "");
  CHECK(refusal(path) == OpenFailure::Kind::damaged);
  CHECK(refusal(path, Access::read_only) == OpenFailure::Kind::damaged);
}

TEST_CASE("No journal is begun beside a write-ahead log whose database is missing", "[journal][damage]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  write_bytes(path.string() + "-wal", "left behind");
  CHECK(refusal(path) == OpenFailure::Kind::damaged);
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("A journal of a later version is refused, naming the version", "[journal][damage]") {
  const Log log(3);
  log.run("PRAGMA user_version = 3");
  CHECK(refusal(log.path()) == OpenFailure::Kind::newer);
  const auto journal = open_sqlite_journal(log.path(), Access::read_only);
  REQUIRE_FALSE(journal);
  CHECK(journal.error().why.find("version 3") != std::string::npos);
}

TEST_CASE("A journal without its tables is damaged from commit 1 on", "[journal][damage]") {
  const Log log(3);
  log.run(GENERATE("DROP TABLE commits", "DROP TABLE ending", "PRAGMA user_version = 0"));
  CHECK(refusal(log.path()) == OpenFailure::Kind::damaged);
}

}  // namespace rostrum::journal
