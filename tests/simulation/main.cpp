// Plays worlds from seeds and says which failed, each with the command line that plays it again and the end of its
// trace. The last line is "N seeds, N failed"; the exit status is 0 only where none has.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/planted.hpp"
#include "simulation/workers.hpp"

namespace {

using namespace rostrum::simulation;

constexpr int usage_error = 2;
constexpr std::uint64_t seeds_most = 1'000'000'000;
constexpr std::size_t shown_most = 5;          // failing seeds with their traces
constexpr std::size_t trace_lines_shown = 60;  // of each, where there are several seeds

void show(const Told& told, std::size_t lines_most) {
  const std::size_t skipped = told.lines.size() > lines_most ? told.lines.size() - lines_most : 0;
  if (skipped > 0) std::cout << fmt::format("  ... {} lines before\n", skipped);
  for (std::size_t line = skipped; line < told.lines.size(); ++line) std::cout << "  " << told.lines[line] << '\n';
}

/// What happened in how many of the seeds that were played, in percent.
std::string shares(const Totals& totals) {
  const auto percent = [&](std::uint64_t seeds) {
    return 100.0 * static_cast<double>(seeds) / static_cast<double>(totals.seeds);
  };
  return fmt::format("of the seeds {:.0f} % with a take-over, {:.0f} % with a server wiped, {:.0f} % with an answer "
                     "lost of a server that had "
                     "acted",
                     percent(totals.with_take_over), percent(totals.with_wipe), percent(totals.with_lost_answer));
}

#ifdef ROSTRUM_PLANTED
/// Every bug there is, by its name.
const std::map<std::string, rostrum::planted::Bug>& bugs() {
  static const std::map<std::string, rostrum::planted::Bug> all{
#define X(name) {#name, rostrum::planted::Bug::name},
      ROSTRUM_PLANTED_BUGS(X)
#undef X
  };
  return all;
}

std::string with_bug() {
  const auto told = std::ranges::find_if(bugs(), [](const auto& each) { return rostrum::planted::is(each.second); });
  return told == bugs().end() ? "" : " --planted " + told->first;
}
#else
std::string with_bug() { return ""; }
#endif

/// What plays a seed again.
std::string command_line(const std::string& called, std::uint64_t seed) {
  return fmt::format("{}{} --seeds 1 --from {}", called, with_bug(), seed);
}

int play_one(std::uint64_t seed, bool trace) {
  const Told told = tell(seed);
  if (trace || !told.well) show(told, told.lines.size());
  std::cout << fmt::format("1 seeds, {} failed\n", told.well ? 0 : 1);
  return told.well ? 0 : 1;
}

int play(const Seeds& seeds, const std::string& called) {
  const auto began = std::chrono::steady_clock::now();
  const Totals totals = run(seeds);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  for (std::size_t index = 0; index < totals.failed.size(); ++index) {
    const std::uint64_t seed = totals.failed[index];
    std::cout << fmt::format("seed {} failed: {}\n", seed, command_line(called, seed));
    if (index < shown_most) show(tell(seed), trace_lines_shown);
  }
  std::cout << fmt::format("{} commits, {} acts acknowledged, {} restarts, {} outboxes overflowed, {} times sent on to "
                           "another node; {:.1f} s\n",
                           totals.commits, totals.acts, totals.restarts, totals.overflows, totals.sent_on,
                           took.count());
  std::cout << shares(totals) << '\n';
  if (!totals.hardest.empty()) std::cout << fmt::format("the hardest: {}\n", fmt::join(totals.hardest, " "));
  std::cout << fmt::format("{} seeds, {} failed\n", totals.seeds, totals.failed.size());
  return totals.failed.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  Seeds seeds{.processes = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()))};
  bool trace = false;
  std::string called = arguments[0];
  CLI::App app{"Plays whole sessions from seeds, with everything that may go wrong, and checks each.", "simulate"};
  app.add_option("--seeds", seeds.count, "How many worlds to play")
      ->required()
      ->check(CLI::Range(std::uint64_t{1}, seeds_most));
  app.add_option("--from", seeds.from, "The first seed")->capture_default_str();
  app.add_option("--jobs", seeds.processes, "How many at once")->check(CLI::Range(1, 256))->capture_default_str();
  app.add_flag("--until-failure", seeds.until_failure, "Begin no other once one has failed");
  app.add_flag("--trace", trace, "Of one seed: tell all that happens, also where it is well");
  app.add_option("--hardest", seeds.hardest, "Tell so many of the seeds in which most went wrong among nodes")
      ->check(CLI::Range(std::uint64_t{1}, seeds_most));
#ifdef ROSTRUM_PLANTED
  app.add_option("--planted", rostrum::planted::planted, "With this bug")
      ->required()
      ->transform(CLI::CheckedTransformer(bugs()));
#endif
  app.add_option("--called", called, "How command lines that are printed begin");
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : usage_error;
  }
  return seeds.count == 1 ? play_one(seeds.from, trace) : play(seeds, called);
}
