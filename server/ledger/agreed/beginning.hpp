// How a log is begun on servers: once, by whoever is told to, and never by a node, to whom an empty server looks like
// one that was wiped. Every server of the list has to be there and to know no set; then each becomes a member of the
// new set, under a right of term 0, which no node ever has, and is given the log from its first entry on. Nodes may be
// started once all hold it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/agreed/questions.hpp"

namespace rostrum::ledger {

class Beginning {
 public:
  /// `outgoing` names the new set. `log` is not empty; `name` is random, so that of two who begin at once each knows
  /// what is its own.
  Beginning(Outgoing& outgoing, std::size_t servers, std::vector<SharedEntry> log, const WriterName& name);

  bool replied(std::uint64_t id, const Reply& reply) { return questions_.replied(id, reply); }
  /// Asks those again that are silent.
  void tick() { questions_.tick(); }

  /// All servers hold the log.
  [[nodiscard]] bool done() const;
  /// Why it goes on no more, in words. Where some server was begun by then, it has to be emptied before another try.
  [[nodiscard]] const std::optional<std::string>& refused() const { return refused_; }

 private:
  struct Server {
    ServerLife life;  // in which it was a stranger; empty: not known yet
    std::size_t has = 0;
  };

  void look(ServerNumber number);
  void admit(ServerNumber number);
  void append(ServerNumber number);
  void appended(ServerNumber number, const Reply& reply);
  void refuse(ServerNumber number, const std::string& why);

  Questions questions_;
  std::vector<Server> servers_;
  std::vector<SharedEntry> log_;
  Right right_;
  std::optional<std::string> refused_;
};

}  // namespace rostrum::ledger
