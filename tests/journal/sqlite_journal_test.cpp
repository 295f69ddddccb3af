// What the journal on disk promises beyond the contract: who may write, what a reader sees, and a full disk.
#include <catch2/catch.hpp>

#include <sqlite3.h>
#include <unistd.h>

#include "base/assert.hpp"
#include "journal/child.hpp"
#include "journal/commits.hpp"
#include "journal/data_lock.hpp"
#include "journal/files.hpp"
#include "journal/sqlite/connection.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "journal/unsynced_vfs.hpp"

namespace rostrum::journal {
namespace {

std::unique_ptr<Journal> opened(const std::filesystem::path& path, Access access, const std::string& vfs = {}) {
  auto journal = open_sqlite_journal(path, access, vfs);
  INFO((journal ? std::string() : journal.error().why));
  REQUIRE(journal);
  return *std::move(journal);
}

Result<void, AppendFailure> append_next(Journal& journal, std::size_t content_bytes = 100) {
  return journal.append(journal.tail().seq.next(), commit_after(journal.tail(), content_bytes));
}

/// Root may do everything everywhere: for the length of this value, nobody in particular.
class OrdinaryUser {
 public:
  OrdinaryUser() {
    if (was_root_) REQUIRE(::seteuid(nobody) == 0);
  }
  ~OrdinaryUser() {
    if (was_root_) ROSTRUM_ASSERT(::seteuid(0) == 0);
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;

 private:
  static constexpr uid_t nobody = 65'534;
  const bool was_root_ = ::geteuid() == 0;
};

}  // namespace

TEST_CASE("Who looks at commits that it has read holds back no checkpoint of the writer", "[journal]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  const auto writer = opened(path, Access::write);
  for (int count = 0; count < 40; ++count) REQUIRE(append_next(*writer));
  const auto reader = opened(path, Access::read_only);
  sqlite3* beside = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &beside) == SQLITE_OK);

  std::uint64_t seen = 0;
  const auto read = reader->read({1}, [&](Seq seq, wire::StoredView) {
    CHECK(seq.value == ++seen);
    CHECK(append_next(*writer).has_value());
    CHECK(sqlite3_wal_checkpoint_v2(beside, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK);
    return true;
  });
  sqlite3_close(beside);
  CHECK(read.has_value());
  CHECK(seen == 40);
}

TEST_CASE("A data directory is one process's to write: a second is refused, and told which has it", "[journal][lock]") {
  const test::Folder folder;
  Child server(ROSTRUM_APPEND_UNTIL_KILLED, {folder.path().string()});
  REQUIRE(server.line() == "at 0");

  const auto refused = DataLock::take(folder.path());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().find("process " + std::to_string(server.pid())) != std::string::npos);
  CHECK(refused.error().find(folder.path().string()) != std::string::npos);

  Child second(ROSTRUM_APPEND_UNTIL_KILLED, {folder.path().string()});
  const auto said = second.line();
  REQUIRE(said);
  CHECK(said->find("refused: " + folder.path().string()) == 0);

  server.kill();
  CHECK(DataLock::take(folder.path()));
}

TEST_CASE("The lock of a data directory ends with its value", "[journal][lock]") {
  const test::Folder folder;
  {
    auto lock = DataLock::take(folder.path());
    REQUIRE(lock);
    const DataLock moved = *std::move(lock);
    CHECK_FALSE(DataLock::take(folder.path()));
    CHECK(test::content_of(folder.path() / "lock") == std::to_string(::getpid()) + "\n");
  }
  CHECK(DataLock::take(folder.path()));
}

TEST_CASE("A data directory that is missing cannot be locked, and the reason is told", "[journal][lock]") {
  const test::Folder folder;
  const auto lock = DataLock::take(folder.path() / "missing");
  REQUIRE_FALSE(lock);
  CHECK(lock.error().find("No such file or directory") != std::string::npos);
}

TEST_CASE("A reader beside the writer sees the log as it stood when it opened it", "[journal]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  const auto writer = opened(path, Access::write);
  for (int i = 0; i < 3; ++i) REQUIRE(append_next(*writer));

  const auto reader = opened(path, Access::read_only);
  REQUIRE(append_next(*writer));
  CHECK(reader->tail().seq == Seq{3});
  CHECK(read_all(*reader).commits.size() == 3);
  CHECK(read_all(*opened(path, Access::read_only)).commits.size() == 4);

  const auto appended = reader->append({4}, commit_after(reader->tail()));
  REQUIRE_FALSE(appended);
  CHECK(appended.error().kind == AppendFailure::Kind::unavailable);
}

TEST_CASE("C5 a journal of before is read as it is, and brought forward before it is written to", "[journal]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  const auto log = commits(3);
  {
    const auto writer = opened(path, Access::write);
    for (const auto& bytes : log) REQUIRE(writer->append(writer->tail().seq.next(), bytes));
  }
  const auto run = [&](const char* sql) {
    const auto file = sqlite::Connection::open(path.string(), SQLITE_OPEN_READWRITE, {});
    REQUIRE(file);
    REQUIRE(file->run(sql));
  };
  const auto version = [&] {
    return sqlite::Connection::open(path.string(), SQLITE_OPEN_READONLY, {})->integer("PRAGMA user_version").value();
  };
  run("ALTER TABLE commits DROP COLUMN beside; PRAGMA user_version = 1");

  const auto reader = opened(path, Access::read_only);
  CHECK(read_all(*reader).commits == log);
  CHECK(version() == 1);

  const auto writer = opened(path, Access::write);
  CHECK(version() == 2);
  const auto words = commit_with_words_after(writer->tail(), "Minister A (fictional)");
  REQUIRE(writer->append({4}, words));
  const auto reading = read_all(*opened(path, Access::read_only));
  CHECK(reading.commits.size() == 4);
  CHECK(reading.beside == std::vector<std::string>{"", "", "", words.beside});
  CHECK_FALSE(reading.damage);
  CHECK(read_all(*reader).commits == log);  // of a reader that was there before, as it opened it
}

TEST_CASE("A reader does not keep a writer from opening, appending and closing", "[journal]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  {
    const auto writer = opened(path, Access::write);
    for (int i = 0; i < 3; ++i) REQUIRE(append_next(*writer));
  }
  const auto reader = opened(path, Access::read_only);
  REQUIRE(
      reader->read({1}, [&](Seq, wire::StoredView) { return append_next(*opened(path, Access::write)).has_value(); }));
  CHECK(opened(path, Access::write)->tail().seq == Seq{6});
}

TEST_CASE("A closed journal can be read where nothing can be written, and only read", "[journal]") {
  namespace fs = std::filesystem;
  const test::Folder folder;
  const auto inside = folder.path() / "100% of it?";
  fs::create_directory(inside);
  const auto path = inside / "journal.sqlite";
  REQUIRE(append_next(*opened(path, Access::write)));
  constexpr auto may_only_read = fs::perms(0555);
  fs::permissions(folder.path(), may_only_read);
  fs::permissions(inside, may_only_read);
  fs::permissions(path, fs::perms(0444));
  {
    const OrdinaryUser user;
    CHECK(read_all(*opened(path, Access::read_only)).commits.size() == 1);
    const auto journal = open_sqlite_journal(path, Access::write);
    REQUIRE_FALSE(journal);
    CHECK(journal.error().kind == OpenFailure::Kind::unavailable);
  }
  fs::permissions(folder.path(), fs::perms::owner_all);
  fs::permissions(inside, fs::perms::owner_all);
}

TEST_CASE("A journal that is missing is not begun by a reader", "[journal]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  const auto journal = open_sqlite_journal(path, Access::read_only);
  REQUIRE_FALSE(journal);
  CHECK(journal.error().kind == OpenFailure::Kind::missing);
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("A journal cannot be begun in a directory that is missing", "[journal]") {
  const test::Folder folder;
  const auto journal = open_sqlite_journal(folder.path() / "missing" / "journal.sqlite", Access::write);
  REQUIRE_FALSE(journal);
  CHECK(journal.error().kind == OpenFailure::Kind::unavailable);
}

TEST_CASE("What a killed process has left of a file that it was beginning is not in the way", "[journal]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  write_bytes(path.string() + ".new", "half begun");
  write_bytes(path.string() + ".new-journal", "half begun");
  const auto journal = opened(path, Access::write);
  CHECK(append_next(*journal));
  CHECK_FALSE(std::filesystem::exists(path.string() + ".new"));
}

TEST_CASE("A writer that finds commits of another behind its tail stops, and loses none of them", "[journal]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  const auto first = opened(path, Access::write);
  const auto second = opened(path, Access::write);
  REQUIRE(append_next(*first));
  const auto appended = append_next(*second);
  REQUIRE_FALSE(appended);
  CHECK(appended.error().kind == AppendFailure::Kind::unavailable);
  CHECK(append_next(*first));
  CHECK(read_all(*opened(path, Access::read_only)).commits.size() == 2);
}

TEST_CASE("A full disk refuses a commit whole, and the journal goes on once there is room", "[journal][full]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  REQUIRE(opened(path, Access::write)->tail() == Tail{});
  UnsyncedVfs disk(1);
  std::vector<std::string> expected;
  {
    const auto journal = opened(path, Access::write, disk.name());
    for (std::uint64_t room = 0; room < 15'000; room += 1'500) {
      disk.make_room();
      REQUIRE(append_next(*journal));
      const auto tail = journal->tail();
      disk.leave_room(room);
      const auto appended = append_next(*journal, 100'000);
      REQUIRE_FALSE(appended);
      CHECK(appended.error().kind == AppendFailure::Kind::full);
      CHECK(journal->tail() == tail);
    }
    disk.make_room();
    REQUIRE(append_next(*journal));
    const auto reading = read_all(*journal);
    CHECK_FALSE(reading.damage);
    expected = reading.commits;
    CHECK(expected.size() == 11);
  }
  disk.restart(UnsyncedVfs::Survives::synced_only);
  CHECK(read_all(*opened(path, Access::write)).commits == expected);
}

TEST_CASE("Of several commits as many stand as a full disk has room for, and the others once there is room",
          "[journal][full]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  REQUIRE(opened(path, Access::write)->tail() == Tail{});
  UnsyncedVfs disk(1);
  std::vector<std::string> log;
  for (Tail tail; log.size() < 8;) {
    log.push_back(commit_after(tail, 100'000));
    tail = tail_after(tail, log.back());
  }
  const auto from = [&log](std::size_t index) {
    return std::vector<wire::StoredView>(log.begin() + static_cast<std::ptrdiff_t>(index), log.end());
  };
  std::size_t stand = 0;
  {
    const auto journal = opened(path, Access::write, disk.name());
    disk.leave_room(350'000);
    const auto appended = journal->append_several({1}, from(0));
    REQUIRE_FALSE(appended.result);
    CHECK(appended.result.error().kind == AppendFailure::Kind::full);
    stand = appended.count;
    CHECK(stand > 0);
    CHECK(stand < log.size());
    CHECK(journal->tail().seq.value == stand);
    CHECK(journal->append_several({stand + 1}, from(stand)).count == 0);
    disk.make_room();
    const auto others = journal->append_several({stand + 1}, from(stand));
    CHECK(others.result);
    CHECK(others.count == log.size() - stand);
  }
  disk.restart(UnsyncedVfs::Survives::synced_only);
  CHECK(read_all(*opened(path, Access::write)).commits == log);
}

TEST_CASE("A probe finds no room for as long as a commit of that size would find none", "[journal][full]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  REQUIRE(opened(path, Access::write)->tail() == Tail{});
  UnsyncedVfs disk(1);
  std::vector<std::string> expected;
  {
    std::size_t refused = 0;
    const auto journal = opened(path, Access::write, disk.name());
    for (const std::size_t bytes : {100u, 10'000u, 100'000u}) {
      for (std::uint64_t room = 0; room < bytes; room += 1'500) {
        CAPTURE(bytes, room);
        disk.make_room();
        REQUIRE(append_next(*journal));
        const auto tail = journal->tail();
        disk.leave_room(room);
        if (append_next(*journal, bytes)) continue;  // the log has been begun anew and has room of its own
        ++refused;                                   // but what room there was may be taken now
        for (int again = 0; again < 3; ++again) {
          const auto probed = journal->probe(bytes);
          REQUIRE_FALSE(probed);
          CHECK(probed.error().kind == AppendFailure::Kind::full);
        }
        CHECK(journal->tail() == tail);
        disk.make_room();
        REQUIRE(journal->probe(bytes));
        CHECK(journal->tail() == tail);
        REQUIRE(append_next(*journal, bytes));
      }
    }
    CHECK(refused > 20);
    disk.make_room();
    const auto reading = read_all(*journal);
    CHECK_FALSE(reading.damage);
    expected = reading.commits;
  }
  disk.restart(UnsyncedVfs::Survives::synced_only);
  const auto again = opened(path, Access::write);
  const auto reading = read_all(*again);
  CHECK(reading.commits == expected);
  CHECK_FALSE(reading.damage);
}

TEST_CASE("A sync that fails leaves it open what stands, of a commit or of a probe: the journal must be opened again",
          "[journal][full]") {
  const bool probes = GENERATE(false, true);
  CAPTURE(probes);
  const auto write = [&](Journal& journal) { return probes ? journal.probe(100) : append_next(journal); };
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  REQUIRE(opened(path, Access::write)->tail() == Tail{});
  UnsyncedVfs disk(1);
  {
    const auto journal = opened(path, Access::write, disk.name());
    REQUIRE(append_next(*journal));
    disk.fail_next_sync();
    for (int i = 0; i < 2; ++i) {  // the second does not reach the disk
      const auto written = write(*journal);
      REQUIRE_FALSE(written);
      CHECK(written.error().kind == AppendFailure::Kind::unavailable);
    }
    CHECK_FALSE(append_next(*journal));
    CHECK(journal->tail().seq == Seq{1});
  }
  const auto again = opened(path, Access::write, disk.name());
  CHECK(again->tail().seq.value >= 1);
  if (probes) CHECK(again->tail().seq == Seq{1});
  CHECK(append_next(*again));
}

TEST_CASE("A journal that is opened to be read is not probed", "[journal][full]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  REQUIRE(append_next(*opened(path, Access::write)));
  CHECK_FALSE(opened(path, Access::read_only)->probe(100));
}

}  // namespace rostrum::journal
