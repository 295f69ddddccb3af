// How a log is begun on servers: once, by whoever is told to, and never by a node, to whom an empty server looks like
// one that was wiped. Every server of the list has to be there and to know no set; then each is admitted to one that is
// being made, under a right of term 0, which no node ever has, and is given the log. Once all hold it and have given it
// back, each becomes a member of the new set. Nodes may be started then.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/agreed/copying.hpp"

namespace rostrum::ledger {

class Beginning {
 public:
  /// `outgoing` asks as one of no set. `servers` are the names of the servers, as people write them; `log` is not
  /// empty; `random` is, so that of two who begin at once each knows what is its own.
  Beginning(Outgoing& outgoing, const std::string& random, const std::vector<std::string>& servers,
            std::vector<SharedEntry> log);

  bool replied(std::uint64_t id, const Reply& reply);
  /// Asks those again that are silent.
  void tick();

  /// All servers hold the log, as members of the set.
  [[nodiscard]] bool done() const;
  /// The set that is begun.
  [[nodiscard]] const SetId& set() const { return set_; }
  /// Those that have not answered when they were asked last.
  [[nodiscard]] std::vector<ServerNumber> waits_for() const;
  /// Why it goes on no more, in words. A server that was begun by then has to be emptied before another try.
  [[nodiscard]] const std::optional<std::string>& refused() const { return refused_; }

 private:
  struct Server {
    std::string name;
    bool strange = false;  // it has said that it knows no set
    bool member = false;
    bool silent = false;
  };

  void look(ServerNumber number);
  void settle();
  void copy();
  void enter(ServerNumber number);
  void entered(Server& server, const Reply& reply);
  void refuse(const Server& server, const std::string& why) { refused_ = server.name + " " + why; }

  Outgoing& outgoing_;
  Questions questions_;
  SetId set_;
  std::vector<Server> servers_;
  std::vector<SharedEntry> log_;
  Right right_;
  std::optional<Copying> copying_;
  bool enters_ = false;
  std::optional<std::string> refused_;
};

}  // namespace rostrum::ledger
