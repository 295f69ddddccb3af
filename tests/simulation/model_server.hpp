// What a server is to the agreed ledger (server/ledger/agreed/server.hpp): its scripts, each in one step. Its keys are
// the members; it has no other.
#pragma once

#include <functional>

#include "ledger/agreed/server.hpp"

namespace rostrum::simulation {

class ModelServer {
 public:
  using Tell = std::function<void(const ledger::SharedSealed&)>;  // to all who listen

  /// `random` makes its lives.
  explicit ModelServer(std::function<std::uint64_t()> random) : random_(std::move(random)) {}

  /// A member of a set, with the log that the session begins with.
  void begin(ledger::SetId set, const std::vector<ledger::SharedEntry>& log);

  /// Asked by a node of that set.
  [[nodiscard]] ledger::Reply answer(const ledger::SetId& set, const ledger::Question& question, const Tell& tell);

  /// Loses everything.
  void wipe();
  /// Holds another log from now on, whatever it was given.
  void lie(const std::vector<ledger::SharedEntry>& log) {
    log_.clear();
    beside_.clear();
    begin(set_, log);
  }
  [[nodiscard]] const ledger::SetId& set() const { return set_; }

  [[nodiscard]] bool member() const { return !set_.empty(); }
  [[nodiscard]] const ledger::Right& right() const { return right_; }
  [[nodiscard]] std::size_t length() const { return log_.size(); }
  /// The commit at `seq`, which is in the log, as it would be read.
  [[nodiscard]] wire::StoredCommit commit(Seq seq) const;
  [[nodiscard]] const Digest& digest(Seq seq) const { return log_.at(seq.value - 1).digest; }

 private:
  struct Row {
    Digest digest{};
    Term term;
    std::string bytes;
  };

  [[nodiscard]] ledger::reply::Is is(const ledger::ask::Raise& ask);
  [[nodiscard]] ledger::reply::Is is(const ledger::ask::Append& ask);
  [[nodiscard]] ledger::reply::Is is(const ledger::ask::Admit& ask, const ledger::SetId& set);
  [[nodiscard]] ledger::reply::Is is(const ledger::ask::Confirm& ask) const;
  [[nodiscard]] ledger::reply::Is is(const ledger::ask::Enter& ask);
  [[nodiscard]] ledger::reply::Is is(const ledger::ask::Read& ask) const;
  /// Why it takes nothing from that one; none: it does.
  [[nodiscard]] std::optional<ledger::reply::Is> refuses(const ledger::Right& right) const;
  [[nodiscard]] bool stands(Seq seq, const Digest& digest) const;
  [[nodiscard]] ledger::SharedEntry entry(Seq seq) const;

  std::function<std::uint64_t()> random_;
  ledger::SetId set_;  // none: a stranger
  ledger::ServerLife life_;
  ledger::Right right_;
  std::vector<Row> log_;
  std::vector<std::string> beside_;  // of each row; apart, so that it can be erased one day
};

}  // namespace rostrum::simulation
