// Appends to a journal on disk, each synced before it returns: what an act waits for before anyone hears of it, alone,
// and as one of the many that a full commit holds. The disk is that of the temporary folder (TMPDIR).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "chamber/chamber.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "support/secrets.hpp"

using namespace rostrum;

namespace {

constexpr int appends = 400;
constexpr double append_goal_ms = 20.0;
constexpr double act_goal_us = 500.0;  // of an act in a full commit

wire::StoredAct act(Seq seq, std::size_t number) {
  council::FloorRequested asked;
  asked.entry = {static_cast<std::uint32_t>(number)};
  asked.panel = {"panel"};
  asked.delegation = DelegationId{"D" + std::to_string(number)};
  asked.language = "fr";
  asked.speaker = {"A delegate (fictional)", "Permanent Representative"};
  wire::StoredAct stored;
  stored.grant = {"delegate." + std::to_string(number)};
  stored.command_id = std::to_string(seq.value) + "-" + std::to_string(number);
  stored.actor = {"delegate"};
  stored.act = "request_floor";
  stored.at = {static_cast<std::int64_t>(seq.value) * 1'000};
  stored.events = {asked};
  return stored;
}

wire::StoredCommit commit_after(const journal::Tail& tail, std::size_t acts) {
  wire::Commit commit;
  commit.session = {"bench"};
  commit.epoch = std::string(wire::epoch_bytes, 'b');
  commit.seq = tail.seq.next();
  commit.previous = tail.digest;
  for (std::size_t number = 0; number < acts; ++number) commit.acts.push_back(act(commit.seq, number));
  return wire::encode(commit, test::known_salts);
}

/// The time of each append in milliseconds, sorted.
std::vector<double> append_commits_of(std::size_t acts, const std::filesystem::path& path) {
  const auto journal = journal::open_sqlite_journal(path, journal::Access::write);
  if (!journal) std::abort();
  std::vector<double> times;
  for (int count = 0; count < appends; ++count) {
    const auto tail = (*journal)->tail();
    const auto bytes = commit_after(tail, acts);
    const auto begin = std::chrono::steady_clock::now();
    if (!(*journal)->append(tail.seq.next(), bytes)) std::abort();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::ranges::sort(times);
  return times;
}

double sum(const std::vector<double>& times) {
  double all = 0;
  for (const double time : times) all += time;
  return all;
}

}  // namespace

int main() {
  auto folder = (std::filesystem::temp_directory_path() / "rostrum-bench-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return 1;
  const auto single = append_commits_of(1, std::filesystem::path(folder) / "single.sqlite");
  const auto full = append_commits_of(chamber::acts_per_commit_max, std::filesystem::path(folder) / "full.sqlite");
  std::filesystem::remove_all(folder);

  const double p99_ms = single[single.size() * 99 / 100];
  const double acts_per_s = 1'000.0 * static_cast<double>(chamber::acts_per_commit_max) * appends / sum(full);
  std::printf("one act a commit: median %.2f ms, %.0f appends a second\n", single[single.size() / 2],
              1'000.0 * appends / sum(single));
  std::printf("%zu acts a commit: median %.2f ms\n", chamber::acts_per_commit_max, full[full.size() / 2]);
  std::printf("goal journal_append_p99: %.2f ms (goal <= %.0f): %s\n", p99_ms, append_goal_ms,
              p99_ms <= append_goal_ms ? "met" : "not met");
  const double acts_us = 1e6 / acts_per_s;
  std::printf("goal journal_act: %.0f us (goal <= %.0f): %s\n", acts_us, act_goal_us,
              acts_us <= act_goal_us ? "met" : "not met");
  return 0;
}
