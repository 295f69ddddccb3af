// The program behind tools/faults: rounds of faults, each from a seed of its own, of one server or among nodes.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <ranges>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "faults/crowd.hpp"
#include "faults/disk.hpp"
#include "faults/nodes_round.hpp"
#include "faults/round.hpp"

namespace {

using namespace rostrum;
namespace fs = std::filesystem;

constexpr int misused = 2;
constexpr std::size_t failures_told_max = 20;  // of a round
/// Files that a round has open at most, here and in the server.
constexpr std::uint64_t open_files_wanted = 8'192;

constexpr std::string_view upgrading = "rolling-restart";

struct Options {
  std::uint64_t nodes = 1;
  std::uint64_t rounds = 0;
  std::uint64_t seed = 1;
  std::string kind;  // empty: by the seed
  int delegations = 20;
  fs::path keep = "build/faults";
  fs::path server = ROSTRUM_SERVER;
  fs::path before;  // an older one; empty: none
  fs::path programme = ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml";
};

/// A round, as it is told.
struct Told {
  std::string_view kind;
  std::vector<std::string> failures;
  std::vector<std::string> noticed;
  std::uint64_t acks = 0, commits = 0, views_compared = 0;
};

int refuse(const std::string& why) {
  fmt::print(stderr, "tools/faults: {}\n", why);
  return misused;
}

Told play_one(const Options& options, const fs::path& folder, const std::optional<std::string>& no_disk,
              std::uint64_t seed) {
  auto outcome = faults::play(
      {.server = options.server, .programme = options.programme, .folder = folder, .no_disk_because = no_disk}, seed);
  return {.kind = faults::name(faults::kind_of(seed)),
          .failures = std::move(outcome.failures),
          .noticed = {},
          .acks = outcome.acks,
          .commits = outcome.commits,
          .views_compared = outcome.views_compared};
}

Told play_nodes(const Options& options, const fs::path& folder, const std::optional<std::string>& no_disk,
                std::uint64_t seed) {
  const faults::NodesPlan plan{.programs = {.rostrum = options.server,
                                            .rostrumctl = ROSTRUM_CTL,
                                            .jumping_clock = ROSTRUM_JUMPING_CLOCK,
                                            .before = options.before},
                               .programme = options.programme,
                               .folder = folder,
                               .no_disk_because = no_disk,
                               .delegations = options.delegations};
  const std::string_view kind = options.kind.empty() ? faults::kind_among_nodes(seed) : options.kind;
  auto outcome = faults::play(plan, kind, seed);
  return {.kind = kind,
          .failures = std::move(outcome.failures),
          .noticed = std::move(outcome.noticed),
          .acks = outcome.acks,
          .commits = outcome.commits,
          .views_compared = outcome.views_compared};
}

void tell_failures(const Options& options, const Told& told, const fs::path& folder, std::uint64_t seed) {
  for (const auto& failure : told.failures | std::views::take(failures_told_max)) fmt::print("  {}\n", failure);
  if (told.failures.size() > failures_told_max) fmt::print("  and {} more\n", told.failures.size() - failures_told_max);
  const std::string among = options.nodes == 1 ? "" : fmt::format("--nodes {} --kind {} ", options.nodes, told.kind);
  fmt::print("  again: tools/faults {}--rounds 1 --seed {}\n  kept: {}\n", among, seed, folder.string());
}

int run(const Options& options) {
  std::error_code error;
  fs::create_directories(options.keep, error);
  if (error) return refuse("--keep: cannot make " + options.keep.string() + ": " + error.message());
  const fs::path keep = fs::canonical(options.keep);
  if (const auto files = faults::raise_open_files(); files < open_files_wanted)
    return refuse(
        fmt::format("{} files may be open at once, and {} are needed (ulimit -Hn)", files, open_files_wanted));
  std::optional<std::string> no_disk;
  if (auto entered = faults::enter_own_mounts(); !entered) no_disk = entered.error();

  std::uint64_t failed = 0;
  for (std::uint64_t round = 0; round < options.rounds; ++round) {
    const std::uint64_t seed = options.seed + round;
    const fs::path folder = keep / ("seed-" + std::to_string(seed));
    fs::remove_all(folder, error);
    const auto begun = std::chrono::steady_clock::now();
    const Told told = (options.nodes == 1 ? play_one : play_nodes)(options, folder, no_disk, seed);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    fmt::print("round {}, seed {}: {}: {} acts in {} commits, {} views compared, {:.1f} s: {}\n", round + 1, seed,
               told.kind, told.acks, told.commits, told.views_compared, took.count(),
               told.failures.empty() ? "passed" : "FAILED");
    for (const std::string& noticed : told.noticed) fmt::print("  {}\n", noticed);
    if (told.failures.empty()) continue;
    ++failed;
    tell_failures(options, told, folder, seed);
  }
  fmt::print("{} rounds, {} failed\n", options.rounds, failed);
  return failed == 0 ? 0 : 1;
}

/// What is wrong with the options together; empty: nothing.
std::string complete(Options& options) {
  if (options.nodes == 1 && !options.kind.empty())
    return "--kind is for --nodes 3: the kinds of one server follow each other by the seed";
  const auto kinds = faults::kinds_among_nodes();
  if (!options.kind.empty() && std::ranges::find(kinds, options.kind) == kinds.end())
    return fmt::format("--kind: there is no \"{}\", but {}", options.kind, fmt::join(kinds, ", "));
  if (!options.before.empty() && options.kind != upgrading)
    return fmt::format("--before is for --nodes 3 --kind {}", upgrading);
  if (options.rounds == 0 && options.nodes == 1) return "--rounds wants a number: how many?";
  if (options.rounds == 0) options.rounds = options.kind.empty() ? kinds.size() : 1;
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  CLI::App app{"Plays rounds of faults against a server under rehearsal, and checks what clients were told."};
  app.name("tools/faults");
  app.add_option("--nodes", options.nodes, "1: one server alone; 3: so many nodes over three Redis servers")
      ->check(CLI::IsMember({1, 3}))
      ->capture_default_str();
  app.add_option("--rounds", options.rounds, "How many; among nodes by default one of each kind")
      ->check(CLI::Range(1, 1'000'000));
  app.add_option("--seed", options.seed, "Of the first round; each further one has the next")->capture_default_str();
  app.add_option("--kind", options.kind, "Among nodes: of this kind alone")->type_name("NAME");
  app.add_option("--delegations", options.delegations, "Among nodes: that are played")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  app.add_option("--keep", options.keep, "Where a round's data stand, and stay where it has failed")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--server", options.server, "The server's binary")->type_name("FILE")->check(CLI::ExistingFile);
  app.add_option("--before", options.before, "An older server, that the nodes run until they are restarted")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  app.add_option("--programme", options.programme, "The session's programme")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? 0 : misused;
  }
  if (const std::string why = complete(options); !why.empty()) return refuse(why);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::signal(SIGPIPE, SIG_IGN);
  return run(options);
}
