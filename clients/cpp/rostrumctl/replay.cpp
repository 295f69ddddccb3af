#include "replay.hpp"

#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

#include "chamber/begin_log.hpp"
#include "commands.hpp"
#include "council/evolve.hpp"
#include "council/invariants.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace rostrum::ctl {

namespace {

std::atomic<std::uint64_t> replaying{0};  // the commit's place, for the handler
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

/// A broken invariant has said what it is and aborts. Says which commit it was; only what a signal handler may do.
void name_the_commit(int) {
  constexpr std::string_view before = "commit ";
  constexpr std::string_view after = " cannot be replayed\n";
  char text[64];
  char* end = text;
  for (const char letter : before) *end++ = letter;
  end = std::to_chars(end, text + sizeof text, replaying.load()).ptr;
  for (const char letter : after) *end++ = letter;
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, static_cast<std::size_t>(end - text));
  ::_exit(failed);
}

class AbortNamesCommit {
 public:
  AbortNamesCommit() : before_(std::signal(SIGABRT, &name_the_commit)) {}
  ~AbortNamesCommit() { std::signal(SIGABRT, before_); }
  AbortNamesCommit(const AbortNamesCommit&) = delete;
  AbortNamesCommit& operator=(const AbortNamesCommit&) = delete;

 private:
  void (*before_)(int);
};

Failure at(Seq seq, std::string_view why) { return fmt::format("commit {}: {}", seq.value, why); }

class Replayer {
 public:
  Replayer(Replay& replay, bool invariants, const Tell& tell) : replay_(replay), invariants_(invariants), tell_(tell) {}

  bool visit(Seq seq, wire::StoredView stored) {
    replaying = seq.value;
    const auto commit = wire::decode_commit(stored);
    if (!commit) return fail(seq, commit.error());
    if (auto why = out_of_place(*commit, seq); !why.empty()) return fail(seq, why);
    for (std::uint32_t index = 0; index < commit->acts.size(); ++index)
      if (!apply(commit->acts[index], {seq, index})) return false;
    replay_.withheld += commit->withheld;
    replay_.tail = {seq, sha256(stored.bytes)};
    return true;
  }

 private:
  bool fail(Seq seq, std::string_view why) {
    replay_.failure = at(seq, why);
    return false;
  }

  std::string out_of_place(const wire::Commit& commit, Seq seq) {
    if (replay_.epoch.empty() || chamber::begins_epoch(commit)) replay_.epoch = commit.epoch;
    if (commit.seq != seq) return fmt::format("says that it is commit {}", commit.seq.value);
    if (commit.epoch != replay_.epoch) return "is of another epoch";
    if (commit.format < format_) return "is of a format that was not written any more";
    format_ = commit.format;
    if (replay_.state.created() && commit.session != replay_.state.session.id)
      return fmt::format("is of the session {}", commit.session.value);
    return {};
  }

  bool apply(const wire::StoredAct& act, ActName name) {
    const council::Stamp stamp{name, act.at, act.actor};
    for (const auto& event : act.events) {
      if (replay_.state.created() == std::holds_alternative<council::SessionCreated>(event))
        return fail(name.seq,
                    replay_.state.created() ? "creates the session again" : "the session has not been created");
      council::evolve(replay_.state, event, stamp);
      if (tell_) tell_(replay_.state, act, stamp, event);
    }
    ++replay_.acts;
    if (!invariants_) return true;
    const auto broken = council::broken_invariant(replay_.state);
    return broken.empty() || fail(name.seq, "after act " + std::to_string(name.index) + ": " + broken);
  }

  Replay& replay_;
  bool invariants_;
  const Tell& tell_;
  std::uint32_t format_ = 0;
};

}  // namespace

Result<std::unique_ptr<journal::Journal>, Failure> open_journal(const std::string& data) {
  auto opened =
      journal::open_sqlite_journal(std::filesystem::path(data) / "journal.sqlite", journal::Access::read_only);
  if (!opened) return failure(std::move(opened.error().why));
  return std::move(*opened);
}

Replay replay(journal::Journal& journal, bool invariants, const Tell& tell) {
  const AbortNamesCommit guard;
  Replay result;
  Replayer replayer(result, invariants, tell);
  const auto read = journal.read({1}, [&](Seq seq, wire::StoredView stored) { return replayer.visit(seq, stored); });
  if (!read && !result.failure) result.failure = at(read.error().seq, read.error().why);
  if (!result.failure && result.tail.seq.value == 0) result.failure = "the journal holds no commit";
  return result;
}

}  // namespace rostrum::ctl
