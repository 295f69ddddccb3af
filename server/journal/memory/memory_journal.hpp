// A journal in memory, for tests and simulations: the contract of journal.hpp without the durability.
//
// It outlives nothing; "reopening" it is making another one of the same commits.
#pragma once

#include <optional>
#include <vector>

#include "journal/journal.hpp"

namespace rostrum::journal {

class MemoryJournal final : public Journal {
 public:
  MemoryJournal() = default;

  /// A log as it was found, damaged or not: commit 1, 2, 3, ... `read` tells what is wrong with it;
  /// nothing is appended to a damaged one.
  explicit MemoryJournal(std::vector<wire::StoredCommit> commits);

  [[nodiscard]] Tail tail() const override { return tail_; }
  [[nodiscard]] Result<void, AppendFailure> append(Seq seq, wire::StoredView commit) override;
  [[nodiscard]] Result<void, AppendFailure> probe(std::size_t bytes) override;
  [[nodiscard]] Result<void, Damage> read(Seq from, const Visit& visit) override;

  /// Every commit as it is stored, the first at 0.
  [[nodiscard]] const std::vector<wire::StoredCommit>& commits() const { return commits_; }

 private:
  std::vector<wire::StoredCommit> commits_;
  Tail tail_;
  std::optional<Damage> damage_;
};

}  // namespace rostrum::journal
