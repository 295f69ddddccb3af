#include "simulation/workers.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <functional>
#include <iostream>
#include <new>
#include <utility>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/assert.hpp"

namespace rostrum::simulation {

namespace {

enum class Became : std::uint8_t { not_run, running, well, failed };

/// What the processes share: who takes which seed, and what became of each.
struct Shared {
  std::atomic<std::uint64_t> taken;
  std::atomic<bool> stop;
  std::atomic<std::uint64_t> commits;
  std::atomic<std::uint64_t> acts;
  std::atomic<std::uint64_t> restarts;
  std::atomic<std::uint64_t> overflows;
  std::atomic<std::uint64_t> sent_on;
  std::atomic<std::uint64_t> with_take_over;
  std::atomic<std::uint64_t> with_wipe;
  std::atomic<std::uint64_t> with_lost_answer;
  static_assert(std::atomic<std::uint64_t>::is_always_lock_free);
};

class Board {
 public:
  explicit Board(std::uint64_t count)
      : bytes_(sizeof(Shared) + count * (sizeof(std::uint32_t) + sizeof(Became))),
        count_(count) {
    void* memory = ::mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ROSTRUM_ASSERT(memory != MAP_FAILED);
    shared_ = new (memory) Shared{};
    hardship_ = reinterpret_cast<std::uint32_t*>(static_cast<char*>(memory) + sizeof(Shared));
    became_ = reinterpret_cast<Became*>(hardship_ + count);
  }
  ~Board() { ::munmap(shared_, bytes_); }
  Board(const Board&) = delete;
  Board& operator=(const Board&) = delete;

  Shared& shared() { return *shared_; }
  Became& became(std::uint64_t index) { return became_[index]; }
  std::uint32_t& hardship(std::uint64_t index) { return hardship_[index]; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::size_t bytes_;
  std::uint64_t count_;
  Shared* shared_;
  std::uint32_t* hardship_;
  Became* became_;
};

/// How much went wrong among the nodes of a world, in which much was written all the same.
std::uint32_t hardship(const Outcome& outcome) {
  const std::uint64_t troubles = outcome.take_overs + 2 * outcome.wipes + outcome.restarts + outcome.lost_answers / 4;
  return static_cast<std::uint32_t>(outcome.take_overs > 0 ? troubles + outcome.commits / 16 : 0);
}

void work(Board& board, const Seeds& seeds, const Play& play) {
  for (;;) {
    if (board.shared().stop) return;
    const std::uint64_t index = board.shared().taken++;
    if (index >= board.count()) return;
    board.became(index) = Became::running;
    const Outcome outcome = play(seeds.from + index, {});
    board.shared().commits += outcome.commits;
    board.shared().acts += outcome.acts;
    board.shared().restarts += outcome.restarts;
    board.shared().overflows += outcome.overflows;
    board.shared().sent_on += outcome.sent_on;
    board.shared().with_take_over += outcome.take_overs > 0;
    board.shared().with_wipe += outcome.wipes > 0;
    board.shared().with_lost_answer += outcome.lost_answers > 0;
    board.hardship(index) = hardship(outcome);
    board.became(index) = outcome.failure.empty() ? Became::well : Became::failed;
    if (seeds.until_failure && !outcome.failure.empty()) board.shared().stop = true;
  }
}

/// Runs `then` in a process of its own, which ends with it.
template <class Then>
pid_t fork_for(const Then& then) {
  std::cout.flush();
  const pid_t child = ::fork();
  ROSTRUM_ASSERT(child >= 0);
  if (child != 0) return child;
  std::signal(SIGABRT, SIG_DFL);  // a broken invariant is told here and by nobody's handler
  then();
  std::cout.flush();
  ::_exit(0);
}

bool ended_well(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }

std::vector<std::uint64_t> hardest(Board& board, const Seeds& seeds) {
  std::vector<std::uint64_t> all;
  for (std::uint64_t index = 0; index < seeds.count; ++index)
    if (board.became(index) == Became::well) all.push_back(index);
  std::ranges::sort(all, std::greater<>{},
                    [&](std::uint64_t index) { return std::pair(board.hardship(index), ~index); });
  all.resize(std::min(all.size(), seeds.hardest));
  for (std::uint64_t& index : all) index += seeds.from;
  return all;
}

}  // namespace

Totals run(const Seeds& seeds, const Play& play) {
  Board board(seeds.count);
  const auto another = [&] {
    return fork_for([&] {
      // What a broken invariant says is told with the seed's trace.
      if (std::freopen("/dev/null", "w", stderr) == nullptr) ::_exit(1);
      work(board, seeds, play);
    });
  };
  int working = 0;
  for (; working < seeds.processes; ++working) (void)another();
  while (working > 0) {
    int status = 0;
    if (::wait(&status) < 0) break;
    --working;
    if (ended_well(status)) continue;
    if (seeds.until_failure) board.shared().stop = true;
    ++working;
    (void)another();
  }
  Totals totals{.commits = board.shared().commits,
                .acts = board.shared().acts,
                .restarts = board.shared().restarts,
                .overflows = board.shared().overflows,
                .sent_on = board.shared().sent_on,
                .with_take_over = board.shared().with_take_over,
                .with_wipe = board.shared().with_wipe,
                .with_lost_answer = board.shared().with_lost_answer};
  for (std::uint64_t index = 0; index < seeds.count; ++index) {
    if (board.became(index) == Became::not_run) continue;
    ++totals.seeds;
    if (board.became(index) != Became::well) totals.failed.push_back(seeds.from + index);
  }
  totals.hardest = hardest(board, seeds);
  return totals;
}

Told tell(std::uint64_t seed, const Play& play) {
  int ends[2];
  ROSTRUM_ASSERT(::pipe(ends) == 0);
  const pid_t child = fork_for([&] {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    // Past std::cout, which a test framework may have led elsewhere.
    const auto tell_line = [](const std::string& line) { ::dprintf(STDOUT_FILENO, "%s\n", line.c_str()); };
    const Outcome outcome = play(seed, {.line = tell_line});
    if (!outcome.failure.empty()) ::_exit(1);
  });
  ::close(ends[1]);
  Told told;
  std::FILE* output = ::fdopen(ends[0], "r");
  std::string line;
  for (int byte = std::fgetc(output); byte != EOF; byte = std::fgetc(output)) {
    if (byte != '\n') {
      line.push_back(static_cast<char>(byte));
      continue;
    }
    told.lines.push_back(std::exchange(line, {}));
  }
  std::fclose(output);
  int status = 0;
  ::waitpid(child, &status, 0);
  told.well = ended_well(status);
  return told;
}

}  // namespace rostrum::simulation
