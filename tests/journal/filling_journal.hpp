// A journal with a disk that fills.
#pragma once

#include "journal/journal.hpp"

namespace rostrum::journal {

/// A journal that has no room while a test says so.
class FillingJournal final : public Journal {
 public:
  explicit FillingJournal(Journal& inner) : inner_(inner) {}
  bool full = false;
  std::size_t probes = 0;
  std::size_t bytes_probed = 0;  // for the last of them
  std::size_t readings = 0;

  [[nodiscard]] Tail tail() const override { return inner_.tail(); }
  [[nodiscard]] Result<void, AppendFailure> append(Seq seq, wire::StoredView commit) override {
    if (full) return failure(AppendFailure{AppendFailure::Kind::full, "no room (test)"});
    return inner_.append(seq, commit);
  }
  [[nodiscard]] Result<void, AppendFailure> probe(std::size_t bytes) override {
    ++probes;
    bytes_probed = bytes;
    if (full) return failure(AppendFailure{AppendFailure::Kind::full, "no room (test)"});
    return inner_.probe(bytes);
  }
  [[nodiscard]] Result<void, Damage> read(Seq from, const Visit& visit) override {
    ++readings;
    return inner_.read(from, visit);
  }

 private:
  Journal& inner_;
};

}  // namespace rostrum::journal
