#include "ledger/agreed/archive.hpp"

#include <utility>
#include <vector>

#include "base/assert.hpp"

namespace rostrum::ledger {

void Archive::append(SharedEntry entry, std::function<void()> then) {
  ROSTRUM_ASSERT(has_room());
  bytes_ += bytes_of(*entry);
  awaited_ |= then != nullptr;
  waiting_.push_back({std::move(entry), std::move(then), times_.now()});
  if (!behind_since_) behind_since_ = times_.now();
  tick();
}

void Archive::tick() {
  if (!full_ && is_due()) write();
}

void Archive::retry() {
  if (full_) write();
}

bool Archive::is_due() const {
  return awaited_ || !readers_.empty() || !wrote_ || times_.now() - *wrote_ >= archive_every ||
         bytes_ >= archive_at_once_bytes;
}

void Archive::write() {
  if (writing_ || waiting_.empty()) return;
  writing_ = true;
  awaited_ = false;
  wrote_ = times_.now();
  auto batch = std::make_shared<Batch>();
  batch->entries = std::exchange(waiting_, {});
  scheduler_.write(
      [&journal = journal_, batch] {
        std::vector<wire::StoredView> commits;
        for (const Waiting& next : batch->entries) commits.emplace_back(next.entry->stored);
        batch->appended = journal.append_several(batch->entries.front().entry->seq, commits);
      },
      [this, batch] { written(*batch); });
}

void Archive::written(Batch& batch) {
  writing_ = false;
  full_.reset();
  if (!batch.appended.result) {
    journal::end_unless_full(batch.appended.result.error());
    full_ = batch.appended.result.error().why;
  }
  while (batch.entries.size() > batch.appended.count) {
    awaited_ |= batch.entries.back().then != nullptr;
    waiting_.push_front(std::move(batch.entries.back()));
    batch.entries.pop_back();
  }
  for (const Waiting& done : batch.entries) bytes_ -= bytes_of(*done.entry);
  behind_since_ = waiting_.empty() ? std::nullopt : std::optional(waiting_.front().since);
  let_read();
  for (const Waiting& done : batch.entries)
    if (done.then) done.then();
  tick();
}

void Archive::read(std::function<void(journal::Journal&)> then) {
  if (!writing()) return then(journal_);
  readers_.push_back({.of = waiting_.empty() ? Seq{} : waiting_.back().entry->seq, .then = std::move(then)});
  tick();
}

void Archive::let_read() {
  while (!writing_ && !readers_.empty() && (full_ || readers_.front().of <= journal_.tail().seq)) {
    const auto then = std::move(readers_.front().then);  // which may have more written
    readers_.pop_front();
    then(journal_);
  }
}

SharedEntry Archive::waiting(Seq seq) const {
  if (waiting_.empty() || seq < waiting_.front().entry->seq || seq > waiting_.back().entry->seq) return nullptr;
  return waiting_[seq.value - waiting_.front().entry->seq.value].entry;
}

SharedEntry last_entry(journal::Journal& journal) {
  SharedEntry last;
  const auto read = journal.read(journal.tail().seq, [&last](Seq, wire::StoredView commit) {
    last = entry_of({std::string(commit.bytes), std::string(commit.beside)});
    return true;
  });
  ROSTRUM_ASSERT(read && last);
  return last;
}

}  // namespace rostrum::ledger
