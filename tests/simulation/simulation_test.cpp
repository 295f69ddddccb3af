// That worlds are well, that a world is the same each time it is played, and that what is wrong with one is found.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <catch2/catch.hpp>

#include "simulation/workers.hpp"

using namespace rostrum::simulation;

namespace {

/// What a program printed, and whether it ended with status 0.
struct Ran {
  std::string output;
  bool well = false;
};

Ran ran(const std::string& command) {
  Ran ran;
  std::FILE* output = ::popen((command + " 2>&1").c_str(), "r");
  REQUIRE(output != nullptr);
  std::array<char, 4096> bytes{};
  while (std::fgets(bytes.data(), bytes.size(), output) != nullptr) ran.output += bytes.data();
  ran.well = ::pclose(output) == 0;
  return ran;
}

/// The last line but `back`.
std::string line_from_end(const std::string& text, int back) {
  std::string rest = text.substr(0, text.find_last_not_of('\n') + 1);
  for (; back > 0; --back) rest = rest.substr(0, rest.rfind('\n'));
  return rest.substr(rest.rfind('\n') + 1);
}

/// What the world says of itself in the end, without the instant.
std::string verdict(const std::string& output) {
  const auto at = output.find("the world ");
  return at == std::string::npos ? "" : output.substr(at, output.find('\n', at) - at);
}

}  // namespace

TEST_CASE("Worlds are well, whatever goes wrong in them", "[simulation]") {
  const Totals totals = run({.from = 1, .count = 100, .processes = 2});
  INFO("tools/simulate --seeds 100");
  CHECK(totals.failed == std::vector<std::uint64_t>{});
  CHECK(totals.seeds == 100);
  // They would say little where little happened.
  CHECK(totals.acts > 1'500);
  CHECK(totals.commits > 1'500);
  CHECK(totals.restarts > 50);
  CHECK(totals.overflows > 5);
}

TEST_CASE("A seed is the same world each time, and another seed another", "[simulation]") {
  for (std::uint64_t seed = 101; seed <= 103; ++seed) {
    std::string lines;
    const auto keep = [&](const std::string& line) { lines += line + '\n'; };
    const Outcome first = simulate(seed, {.line = keep, .item = {}});
    const std::string lines_of_first = std::exchange(lines, {});
    const Outcome second = simulate(seed, {.line = keep, .item = {}});
    CHECK(first.digest == second.digest);
    CHECK(lines_of_first == lines);
    CHECK(first.digest == simulate(seed).digest);
    CHECK(first.digest != simulate(seed + 100).digest);
  }
}

TEST_CASE("A server that answers one copy of a command both ways is found, whichever comes first", "[simulation]") {
  const rostrum::ActName act{.seq = {4}, .index = 0};
  Sent once, twice, elsewhere;
  once.goes_over(1);
  CHECK(once.rejected("already_listed").empty());
  CHECK(once.acknowledged(act) == "was answered more often than it was sent: acknowledged");

  // A rejection is not remembered: another copy may be taken. Only a third answer is too many.
  twice.goes_over(1);
  twice.goes_over(1);
  CHECK(twice.rejected("already_listed").empty());
  CHECK(twice.acknowledged(act).empty());
  CHECK(twice.rejected("held") == "was answered more often than it was sent: rejected with held");

  // Nor is a copy answered on another line than its own.
  elsewhere.goes_over(1);
  elsewhere.goes_over(2);
  CHECK(elsewhere.rejected("already_listed").empty());
  CHECK(elsewhere.acknowledged(act) == "was answered more often than it was sent: acknowledged");
}

TEST_CASE("A bug that is planted is found, and its command line finds it again", "[simulation]") {
  const std::string program =
      GENERATE(as<std::string>{}, ROSTRUM_PLANTED_1, ROSTRUM_PLANTED_2, ROSTRUM_PLANTED_3, ROSTRUM_PLANTED_4);
  const Ran found = ran(program + " --seeds 60 --until-failure");
  INFO(found.output);
  REQUIRE_FALSE(found.well);
  const auto at = found.output.find(" failed: " + program + " --seeds 1 --from ");
  REQUIRE(at != std::string::npos);
  const auto begins = found.output.find(program, at);
  const Ran again = ran(found.output.substr(begins, found.output.find('\n', begins) - begins));
  INFO(again.output);
  CHECK_FALSE(again.well);
  CHECK(line_from_end(again.output, 0) == "1 seeds, 1 failed");
  CHECK_THAT(verdict(again.output), Catch::Contains(" fails "));
  CHECK(verdict(again.output) == verdict(found.output));
}

TEST_CASE("A world that breaks an invariant has failed, and the others are played", "[simulation]") {
  const auto play = [](std::uint64_t seed, const Watch& watch) -> Outcome {
    if (watch.line) watch.line("before");
    if (seed == 13) std::abort();
    return {.failure = seed == 17 ? "is not well" : "", .commits = 2, .acts = 1};
  };
  const Totals totals = run({.from = 11, .count = 10, .processes = 2}, play);
  CHECK(totals.seeds == 10);
  CHECK(totals.failed == std::vector<std::uint64_t>{13, 17});
  CHECK(totals.commits == 18);
  CHECK(totals.acts == 9);

  CHECK(run({.from = 11, .count = 10, .processes = 1, .until_failure = true}, play).failed ==
        std::vector<std::uint64_t>{13});
  for (const std::uint64_t seed : {11u, 13u, 17u}) {
    const Told told = tell(seed, play);
    CHECK(told.well == (seed == 11));
    REQUIRE_FALSE(told.lines.empty());
    CHECK(told.lines.front() == "before");
  }
}
