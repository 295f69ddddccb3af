// SQLite drops a write-ahead log from its first bad frame on. Where that would drop what was acknowledged, it is told.
#include <catch2/catch.hpp>

#include <algorithm>

#include "journal/commits.hpp"
#include "journal/files.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "journal/sqlite/write_ahead_log.hpp"

namespace rostrum::journal {
namespace {

constexpr std::size_t frame_bytes = 24 + 4'096;

/// Files of a server that was killed: commits in the database, and later ones in its write-ahead log.
class Killed {
 public:
  Killed() {
    test::Folder running;
    const auto path = running.path() / "journal.sqlite";
    append(path, 5);
    auto journal = open_sqlite_journal(path, Access::write);
    REQUIRE(journal);
    for (int i = 0; i < 10; ++i) append(**journal);
    database_ = test::content_of(path);
    log_ = test::content_of(path.string() + "-wal");
    commits_ = read_all(**journal).commits;
    REQUIRE(log_.size() > 10 * frame_bytes);
  }

  [[nodiscard]] const std::string& log() const { return log_; }
  [[nodiscard]] const std::vector<std::string>& commits() const { return commits_; }

  /// What is found after the log has become `log`.
  [[nodiscard]] Reading found(std::string_view log, Access access) const {
    const test::Folder folder;
    const auto path = folder.path() / "journal.sqlite";
    write_bytes(path, database_);
    write_bytes(path.string() + "-wal", log);
    const auto journal = open_sqlite_journal(path, access);
    REQUIRE(journal);
    return read_all(**journal);
  }

 private:
  static void append(Journal& journal) {
    REQUIRE(journal.append(journal.tail().seq.next(), commit_after(journal.tail(), 1'500)));
  }
  static void append(const std::filesystem::path& path, int count) {
    const auto journal = open_sqlite_journal(path, Access::write);
    REQUIRE(journal);
    for (int i = 0; i < count; ++i) append(**journal);
  }

  std::string database_;
  std::string log_;
  std::vector<std::string> commits_;
};

bool is_prefix(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

}  // namespace

TEST_CASE("A write-ahead log left by a killed server is read, sound and whole", "[journal][damage]") {
  const Killed server;
  const auto access = GENERATE(Access::read_only, Access::write);
  const auto reading = server.found(server.log(), access);
  CHECK(reading.commits == server.commits());
  CHECK_FALSE(reading.damage);
}

TEST_CASE("A write-ahead log torn in its last commit is no damage: that commit was not acknowledged",
          "[journal][damage]") {
  const Killed server;
  const auto size = server.log().size() - GENERATE(1u, 24u, 4'000u, 4'120u, 5'000u);
  const auto reading = server.found(std::string_view(server.log()).substr(0, size), Access::write);
  CHECK(reading.commits.size() == server.commits().size() - 1);
  CHECK(is_prefix(reading.commits, server.commits()));
  CHECK_FALSE(reading.damage);
}

TEST_CASE("A changed byte anywhere before the last commit of a write-ahead log is told", "[journal][damage]") {
  const Killed server;
  const auto access = GENERATE(Access::read_only, Access::write);
  std::size_t last_commit = server.log().size();  // where the last commit but one ends
  for (int ends = 0; ends < 2;) {
    last_commit -= frame_bytes;
    if (server.log().compare(last_commit + 4, 4, std::string(4, '\0')) != 0) ++ends;
  }
  last_commit += frame_bytes;
  for (std::size_t place = 0; place < last_commit; place += place < 200 ? 3 : 397) {
    auto damaged = server.log();
    damaged[place] = static_cast<char>(damaged[place] ^ 0x10);
    const auto reading = server.found(damaged, access);
    INFO("byte " << place << " of " << damaged.size());
    CHECK(is_prefix(reading.commits, server.commits()));
    if (reading.commits.size() < server.commits().size() || reading.damage) {
      REQUIRE(reading.damage);
      CHECK(reading.damage->seq == Seq{reading.commits.size() + 1});
    }
  }
}

}  // namespace rostrum::journal
