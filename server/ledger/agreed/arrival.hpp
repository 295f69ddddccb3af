// How a node comes to the servers, before it serves anybody: it learns of which set they are, and has its archive be a
// beginning of their log. An archive that is empty is given what the log was begun with, which all servers were given
// before there was a set; the rest it reads as it follows.
//
// Nothing is asked that changes a server, and nothing is begun: a list of servers that hold no log, or one that lacks
// what the archive has, is refused.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/journal.hpp"
#include "ledger/agreed/questions.hpp"

namespace rostrum::ledger {

class Arrival {
 public:
  /// `outgoing` asks as one of no set. `servers` are their names, as people write them. All outlive it; the archive is
  /// read, and where it is empty added to.
  Arrival(Outgoing& outgoing, const std::vector<std::string>& servers, journal::Journal& archive);

  bool replied(std::uint64_t id, const Reply& reply);
  /// Asks those again that are silent.
  void tick();

  /// The archive is not empty, and a beginning of the log of the set.
  [[nodiscard]] bool done() const { return phase_ == Phase::done; }
  /// Of most of the servers. Empty while it is not known.
  [[nodiscard]] const SetId& set() const { return set_; }
  /// Why this node cannot serve, in words.
  [[nodiscard]] const std::optional<std::string>& refused() const { return refused_; }
  /// Those that have not answered when they were asked last.
  [[nodiscard]] std::vector<ServerNumber> waits_for() const;

 private:
  enum class Phase : std::uint8_t { looks, compares, finds, reads, done };
  struct Server {
    std::string name;
    std::optional<SetId> of;  // none: it has not said; no_set: a stranger
    bool lacks = false;       // the archive's last commit
    bool silent = false;
  };
  /// Where the archive and the log of a server part: behind `same`, and at `other` or before.
  struct Parting {
    ServerNumber server = 0;
    Seq same, other;
  };

  void look(ServerNumber number);
  void looked(Server& server, const Reply& reply);
  void take_set();
  [[nodiscard]] std::string why_no_set() const;
  void compare(ServerNumber number);
  void compared(ServerNumber number, const Reply& reply);
  void find();
  void found(Seq seq, bool same);
  void tell_parting();
  void read(ServerNumber number);
  void take_page(ServerNumber number, const Reply& reply);
  [[nodiscard]] bool keep(const SharedEntry& entry);
  void ask(ServerNumber number, const Question& question, std::function<void(const Reply& reply)> then);
  [[nodiscard]] std::size_t of(const SetId& set) const;
  [[nodiscard]] ServerNumber member_after(ServerNumber number) const;
  void refuse(std::string why) { refused_ = std::move(why); }

  Outgoing& outgoing_;
  Questions questions_;
  journal::Journal& archive_;
  std::vector<std::string> names_;
  std::vector<Server> servers_;
  Phase phase_ = Phase::looks;
  SetId set_;
  Parting parting_;
  std::optional<Term> begun_;  // of what the log was begun with: no writer of the set ever has it
  std::optional<std::string> refused_;
};

}  // namespace rostrum::ledger
