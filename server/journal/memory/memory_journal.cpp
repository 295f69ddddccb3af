#include "journal/memory/memory_journal.hpp"

#include <algorithm>
#include <utility>

#include "journal/chain.hpp"

namespace rostrum::journal {

MemoryJournal::MemoryJournal(std::vector<wire::StoredCommit> commits) : commits_(std::move(commits)) {
  for (const auto& commit : commits_) {
    const Seq seq = tail_.seq.next();
    const auto next = follow(tail_, seq, commit);
    if (!next) {
      damage_ = Damage{seq, next.error()};
      return;
    }
    tail_ = *next;
  }
}

Result<void, AppendFailure> MemoryJournal::append(Seq seq, wire::StoredView commit) {
  if (damage_) return failure(AppendFailure{AppendFailure::Kind::unavailable, damage_->why});
  const auto next = follow(tail_, seq, commit);
  if (!next) return failure(AppendFailure{AppendFailure::Kind::out_of_sequence, next.error()});
  commits_.push_back({std::string(commit.bytes), std::string(commit.beside)});
  tail_ = *next;
  return {};
}

Result<void, AppendFailure> MemoryJournal::probe(std::size_t /*bytes*/) {
  if (damage_) return failure(AppendFailure{AppendFailure::Kind::unavailable, damage_->why});
  return {};
}

Result<void, Damage> MemoryJournal::read(Seq from, const Visit& visit) {
  for (Seq seq = std::max(from, Seq{1}); seq <= tail_.seq; seq = seq.next()) {
    if (!visit(seq, commits_[seq.value - 1])) return {};
  }
  if (damage_) return failure(*damage_);
  return {};
}

}  // namespace rostrum::journal
