#include "chamber/read_ahead.hpp"

#include <future>
#include <optional>
#include <utility>
#include <vector>

namespace rostrum::chamber {

std::string unreadable(Seq seq, const std::string& why) {
  return "commit " + std::to_string(seq.value) + " of the journal cannot be read: " + why;
}

std::string damaged(const journal::Damage& damage) {
  return "the journal is damaged from commit " + std::to_string(damage.seq.value) + " on: " + damage.why;
}

namespace {

struct Some {
  std::vector<wire::Commit> commits;
  std::optional<Seq> next;            // there may be more from here on
  std::optional<std::string> failed;  // behind the last of them
};

Some read_some(journal::Journal& journal, Seq from) {
  Some some;
  std::size_t bytes_read = 0;
  const auto decode = [&](Seq seq, wire::StoredView stored) {
    auto commit = wire::decode_commit(stored);
    if (!commit) {
      some.failed = unreadable(seq, commit.error());
      return false;
    }
    some.commits.push_back(*std::move(commit));
    bytes_read += stored.size();
    if (some.commits.size() < commits_ahead_max && bytes_read < bytes_ahead_max) return true;
    some.next = seq.next();
    return false;
  };
  if (const auto read = journal.read(from, decode); !read) some.failed = damaged(read.error());
  return some;
}

}  // namespace

Result<void, std::string> visit_commits(journal::Journal& journal, const VisitCommit& visit) {
  Some some = read_some(journal, {1});
  for (;;) {
    std::future<Some> ahead;
    // Here, once it is asked for, where the process may have no more threads.
    constexpr auto aside_or_here = std::launch::async | std::launch::deferred;
    if (some.next) ahead = std::async(aside_or_here, read_some, std::ref(journal), *some.next);
    for (const wire::Commit& commit : some.commits)
      if (auto visited = visit(commit); !visited) return failure(unreadable(commit.seq, visited.error()));
    if (some.failed) return failure(*std::move(some.failed));
    if (!ahead.valid()) return {};
    some = ahead.get();
  }
}

}  // namespace rostrum::chamber
