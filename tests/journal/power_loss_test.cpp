// What was acknowledged is on the disk: a loss of power at any write or sync takes nothing of it, whatever the disk
// keeps of what was not synced.
#include <catch2/catch.hpp>

#include <random>

#include "journal/commits.hpp"
#include "journal/files.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "journal/unsynced_vfs.hpp"

namespace rostrum::journal {
namespace {

constexpr int rounds = 210;  // for each way in which a disk may keep what was not synced
constexpr int losses_on_one_disk = 3;

std::size_t random_content_bytes(std::mt19937_64& random) {
  const auto most = random() % 8 == 0 ? 150'000u : 3'000u;
  return random() % most;
}

/// A server's life until power fails, or until it is stopped after `appends_max`: what it has acknowledged, and what it
/// was appending when power failed. It may find its journal unavailable at once.
struct Life {
  std::vector<std::string> acknowledged;
  std::string unanswered;
};

Life live(const std::filesystem::path& path, const UnsyncedVfs& disk, const std::vector<std::string>& before,
          std::mt19937_64& random) {
  Life life{before, {}};
  const auto journal = open_sqlite_journal(path, Access::write, disk.name());
  if (!journal) {
    CHECK(disk.power_lost());
    return life;
  }
  CHECK((*journal)->tail().seq == Seq{before.size()});
  constexpr int appends_max = 80;
  for (int i = 0; i < appends_max; ++i) {
    const auto tail = (*journal)->tail();
    auto bytes = commit_after(tail, random_content_bytes(random));
    if (!(*journal)->append(tail.seq.next(), bytes)) {
      CHECK(disk.power_lost());
      life.unanswered = std::move(bytes);
      return life;
    }
    life.acknowledged.push_back(std::move(bytes));
  }
  return life;
}

/// Reopens on the plain file system: what was acknowledged stands, with at most the unanswered commit behind it.
std::vector<std::string> check_survivors(const std::filesystem::path& path, const Life& life) {
  const auto journal = open_sqlite_journal(path, Access::write);
  INFO((journal ? std::string() : journal.error().why));
  REQUIRE(journal);
  auto reading = read_all(**journal);
  INFO((reading.damage ? reading.damage->why : std::string()));
  REQUIRE_FALSE(reading.damage);
  auto with_unanswered = life.acknowledged;
  if (!life.unanswered.empty()) with_unanswered.push_back(life.unanswered);
  const bool exactly = reading.commits == life.acknowledged;
  const bool and_the_unanswered = reading.commits == with_unanswered;
  REQUIRE((exactly || and_the_unanswered));
  return std::move(reading.commits);
}

}  // namespace

TEST_CASE("No acknowledged commit is lost with the power, and none stands by half", "[journal][power]") {
  const auto survives = GENERATE(UnsyncedVfs::Survives::synced_only, UnsyncedVfs::Survives::sectors_at_random);
  int failed_while_appending = 0;
  for (std::uint64_t seed = 0; seed < rounds / losses_on_one_disk; ++seed) {
    std::mt19937_64 random(seed);
    const test::Folder folder;
    const auto path = folder.path() / "journal.sqlite";
    REQUIRE(open_sqlite_journal(path, Access::write));
    std::vector<std::string> standing;
    for (int loss = 0; loss < losses_on_one_disk; ++loss) {
      INFO("seed " << seed << ", loss " << loss);
      UnsyncedVfs disk(random());
      disk.lose_power_after(1 + random() % (random() % 4 == 0 ? 2'000 : 200));
      const auto life = live(path, disk, standing, random);
      failed_while_appending += life.unanswered.empty() ? 0 : 1;
      disk.restart(survives);
      standing = check_survivors(path, life);
    }
  }
  CHECK(failed_while_appending > rounds / 2);
}

TEST_CASE("A server stopped and started before the power fails loses nothing either", "[journal][power]") {
  const auto survives = GENERATE(UnsyncedVfs::Survives::synced_only, UnsyncedVfs::Survives::sectors_at_random);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    std::mt19937_64 random(seed);
    INFO("seed " << seed);
    const test::Folder folder;
    const auto path = folder.path() / "journal.sqlite";
    REQUIRE(open_sqlite_journal(path, Access::write));
    UnsyncedVfs disk(random());
    const auto first = live(path, disk, {}, random);
    disk.lose_power_after(1 + random() % 400);
    const auto second = live(path, disk, first.acknowledged, random);
    disk.restart(survives);
    check_survivors(path, second);
  }
}

TEST_CASE("What an opened journal shows is durable, also where the process before was killed before its sync",
          "[journal][power]") {
  int shown_unanswered = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    std::mt19937_64 random(seed);
    INFO("seed " << seed);
    const test::Folder folder;
    const auto path = folder.path() / "journal.sqlite";
    REQUIRE(open_sqlite_journal(path, Access::write));
    UnsyncedVfs disk(random());
    disk.lose_power_after(1 + random() % 100);
    const auto killed = live(path, disk, {}, random);
    disk.next_process();
    Life shown;
    {
      const auto journal = open_sqlite_journal(path, Access::write, disk.name());
      REQUIRE(journal);
      shown.acknowledged = read_all(**journal).commits;
      shown_unanswered += shown.acknowledged.size() > killed.acknowledged.size() ? 1 : 0;
      disk.lose_power_after(1);  // the next operation, which is one of closing
    }
    disk.restart(UnsyncedVfs::Survives::synced_only);
    check_survivors(path, shown);
  }
  CHECK(shown_unanswered > 0);
}

}  // namespace rostrum::journal
