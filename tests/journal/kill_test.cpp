// N1: nothing that was acknowledged is lost when the process is killed at any instant, and nothing stands by half.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "journal/child.hpp"
#include "journal/commits.hpp"
#include "journal/files.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace rostrum::journal {
namespace {

int rounds() {
  const char* asked = std::getenv("ROSTRUM_KILL_ROUNDS");
  return asked == nullptr ? 25 : std::max(1, std::atoi(asked));
}

/// Lets a child append until a timer of its own kills it, from the first instant of its start on: the last commit that
/// it has acknowledged.
Seq acknowledged_before_kill(const test::Folder& folder, std::mt19937_64& random) {
  const auto lines_before_timer = random() % 30;
  const auto timer_us = random() % 10'000;
  Child child(ROSTRUM_APPEND_UNTIL_KILLED,
              {folder.path().string(), std::to_string(lines_before_timer), std::to_string(timer_us)});
  Seq acknowledged;
  while (const auto line = child.line()) {
    REQUIRE(line->find("refused") == std::string::npos);
    acknowledged.value = std::stoull(line->substr(line->find_first_of("0123456789")));
  }
  return acknowledged;
}

}  // namespace

TEST_CASE("A process killed at any instant leaves every acknowledged commit and no half one", "[journal][kill]") {
  const test::Folder folder;
  const auto path = folder.path() / "journal.sqlite";
  std::mt19937_64 random(std::random_device{}());
  Seq acknowledged;
  for (int round = 0; round < rounds(); ++round) {
    acknowledged = std::max(acknowledged, acknowledged_before_kill(folder, random));
    const bool begun = std::filesystem::exists(path);
    REQUIRE((begun || acknowledged == Seq{}));
    const auto journal = open_sqlite_journal(path, Access::write);
    REQUIRE(journal);
    const auto reading = read_all(**journal);
    INFO("round " << round << ", " << acknowledged.value << " acknowledged");
    REQUIRE_FALSE(reading.damage);
    REQUIRE(reading.commits.size() >= acknowledged.value);
    REQUIRE(reading.commits.size() <= acknowledged.value + 1);

    Tail tail;
    for (const auto& bytes : reading.commits) {
      REQUIRE((bytes == commit_after(tail, content_bytes_at(tail.seq.next()))));
      tail = tail_after(tail, bytes);
    }
    REQUIRE((*journal)->tail() == tail);
    acknowledged = tail.seq;  // a commit that was found standing is from now on as good as acknowledged
  }
  CHECK(acknowledged.value > 0);
}

}  // namespace rostrum::journal
