// The program behind tools/faults: rounds of faults, each from a seed of its own.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <ranges>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "faults/crowd.hpp"
#include "faults/disk.hpp"
#include "faults/round.hpp"

namespace {

using namespace rostrum;
namespace fs = std::filesystem;

constexpr int misused = 2;
constexpr std::size_t failures_told_max = 20;  // of a round
/// Files that a round has open at most, here and in the server.
constexpr std::uint64_t open_files_wanted = 8'192;

struct Options {
  std::uint64_t rounds = 0;
  std::uint64_t seed = 1;
  fs::path keep = "build/faults";
  fs::path server = ROSTRUM_SERVER;
  fs::path programme = ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml";
};

int refuse(const std::string& why) {
  fmt::print(stderr, "tools/faults: {}\n", why);
  return misused;
}

int run(const Options& options) {
  std::error_code error;
  fs::create_directories(options.keep, error);
  if (error) return refuse("--keep: cannot make " + options.keep.string() + ": " + error.message());
  const fs::path keep = fs::canonical(options.keep);
  if (const auto files = faults::raise_open_files(); files < open_files_wanted)
    return refuse(
        fmt::format("{} files may be open at once, and {} are needed (ulimit -Hn)", files, open_files_wanted));
  faults::Plan plan{.server = options.server, .programme = options.programme};
  if (auto entered = faults::enter_own_mounts(); !entered) plan.no_disk_because = entered.error();

  std::uint64_t failed = 0;
  for (std::uint64_t round = 0; round < options.rounds; ++round) {
    const std::uint64_t seed = options.seed + round;
    const auto kind = faults::name(faults::kind_of(seed));
    plan.folder = keep / ("seed-" + std::to_string(seed));
    fs::remove_all(plan.folder, error);
    const auto begun = std::chrono::steady_clock::now();
    const auto outcome = faults::play(plan, seed);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    fmt::print("round {}, seed {}: {}: {} acts in {} commits, {} views compared, {:.1f} s: {}\n", round + 1, seed, kind,
               outcome.acks, outcome.commits, outcome.views_compared, took.count(),
               outcome.failures.empty() ? "passed" : "FAILED");
    if (outcome.failures.empty()) continue;
    ++failed;
    for (const auto& failure : outcome.failures | std::views::take(failures_told_max)) fmt::print("  {}\n", failure);
    if (outcome.failures.size() > failures_told_max)
      fmt::print("  and {} more\n", outcome.failures.size() - failures_told_max);
    fmt::print("  again: tools/faults --rounds 1 --seed {}\n  kept: {}\n", seed, plan.folder.string());
  }
  fmt::print("{} rounds, {} failed\n", options.rounds, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  CLI::App app{"Plays rounds of faults against a server under rehearsal, and checks what clients were told."};
  app.name("tools/faults");
  app.add_option("--rounds", options.rounds, "How many")->required()->check(CLI::Range(1, 1'000'000));
  app.add_option("--seed", options.seed, "Of the first round; each further one has the next")->capture_default_str();
  app.add_option("--keep", options.keep, "Where a round's data stand, and stay where it has failed")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--server", options.server, "The server's binary")->type_name("FILE")->check(CLI::ExistingFile);
  app.add_option("--programme", options.programme, "The session's programme")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? 0 : misused;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::signal(SIGPIPE, SIG_IGN);
  return run(options);
}
