// What a node has on its disk, and what outlives it: the commits. An append is durable when it returns; what was under
// way when the node ended is there whole or not at all (node.cpp decides which).
#pragma once

#include "journal/memory/memory_journal.hpp"

namespace rostrum::simulation {

class Disk final : public journal::Journal {
 public:
  [[nodiscard]] journal::Tail tail() const override { return kept_.tail(); }
  [[nodiscard]] Result<void, journal::AppendFailure> append(Seq seq, wire::StoredView commit) override {
    if (full) return failure(journal::AppendFailure{journal::AppendFailure::Kind::full, "no room (simulated)"});
    return kept_.append(seq, commit);
  }
  [[nodiscard]] Result<void, journal::AppendFailure> probe(std::size_t bytes) override {
    if (full) return failure(journal::AppendFailure{journal::AppendFailure::Kind::full, "no room (simulated)"});
    return kept_.probe(bytes);
  }
  [[nodiscard]] Result<void, journal::Damage> read(Seq from, const Visit& visit) override {
    return kept_.read(from, visit);
  }

  [[nodiscard]] const std::vector<wire::StoredCommit>& commits() const { return kept_.commits(); }

  bool full = false;
  Millis write_most;  // that an append takes at present

 private:
  journal::MemoryJournal kept_;
};

}  // namespace rostrum::simulation
