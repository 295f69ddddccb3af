#include "ledger/agreed/archive.hpp"

#include <utility>

#include "base/assert.hpp"

namespace rostrum::ledger {

void Archive::append(SharedEntry entry, std::function<void()> then) {
  ROSTRUM_ASSERT(has_room());
  bytes_ += bytes_of(*entry);
  waiting_.push_back({std::move(entry), std::move(then), times_.now()});
  if (!behind_since_) behind_since_ = times_.now();
  if (!full_) write();
}

void Archive::retry() {
  if (full_) write();
}

void Archive::write() {
  if (writing_ || waiting_.empty()) return;
  writing_ = true;
  auto batch = std::make_shared<Batch>();
  batch->entries = std::exchange(waiting_, {});
  scheduler_.write(
      [&journal = journal_, batch] {
        for (const Waiting& next : batch->entries) {
          batch->result = journal.append(next.entry->seq, next.entry->stored);
          if (!batch->result) return;
          ++batch->written;
          batch->bytes += bytes_of(*next.entry);
        }
      },
      [this, batch] { written(*batch); });
}

void Archive::written(Batch& batch) {
  writing_ = false;
  bytes_ -= batch.bytes;
  full_.reset();
  if (!batch.result) {
    journal::end_unless_full(batch.result.error());
    full_ = batch.result.error().why;
  }
  while (batch.entries.size() > batch.written) {
    waiting_.push_front(std::move(batch.entries.back()));
    batch.entries.pop_back();
  }
  behind_since_ = waiting_.empty() ? std::nullopt : std::optional(waiting_.front().since);
  while (!writing_ && !readers_.empty()) {  // one may have more written
    const auto reader = std::move(readers_.front());
    readers_.pop_front();
    reader(journal_);
  }
  for (const Waiting& done : batch.entries)
    if (done.then) done.then();
  if (!full_) write();
}

void Archive::read(std::function<void(journal::Journal&)> then) {
  if (writing_)
    readers_.push_back(std::move(then));
  else
    then(journal_);
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
