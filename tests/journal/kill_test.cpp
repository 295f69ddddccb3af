// N1: nothing that was acknowledged is lost when the process is killed at any instant, and nothing stands by half.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <thread>

#include "journal/child.hpp"
#include "journal/commits.hpp"
#include "journal/scratch_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace rostrum::journal {
namespace {

int rounds() {
  const char* asked = std::getenv("ROSTRUM_KILL_ROUNDS");
  return asked == nullptr ? 25 : std::max(1, std::atoi(asked));
}

/// Lets a child append for a random while and kills it: the last commit that it has acknowledged.
Seq acknowledged_before_kill(Child& child, std::mt19937_64& random) {
  Seq acknowledged;
  const auto take = [&](const std::string& line) {
    REQUIRE(line.find("refused") == std::string::npos);
    acknowledged.value = std::stoull(line.substr(line.find_first_of("0123456789")));
  };
  const auto lines_before_kill = std::uniform_int_distribution<int>(0, 30)(random);
  for (int i = 0; i < lines_before_kill; ++i) {
    const auto line = child.line();
    REQUIRE(line);
    take(*line);
  }
  // The instant of the kill is what is being tried: anywhere in the child's start or in an append.
  std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution<int>(0, 6'000)(random)));
  child.kill();
  while (const auto line = child.line()) take(*line);
  return acknowledged;
}

}  // namespace

TEST_CASE("A process killed at any instant leaves every acknowledged commit and no half one", "[journal][kill]") {
  const ScratchFolder folder;
  const auto path = folder.path() / "journal.sqlite";
  std::mt19937_64 random(std::random_device{}());
  Seq acknowledged;
  for (int round = 0; round < rounds(); ++round) {
    {
      Child child(ROSTRUM_APPEND_UNTIL_KILLED, folder.path());
      acknowledged = std::max(acknowledged, acknowledged_before_kill(child, random));
    }
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
