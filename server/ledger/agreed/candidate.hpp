// A node that asks for the right to write: a term higher than any that it has heard of, from most servers. Of their
// logs the one of the highest last term, and of those the longest, holds all that ever became final.
//
// A grant is worth something only while the server remembers it. One that was wiped after it granted may have been
// admitted again by the writer before, which then had most servers without us. So all who granted are asked once more,
// after the last of them did: what they then confirm, in the same lives, they held at one instant.
#pragma once

#include <optional>

#include "ledger/agreed/questions.hpp"

namespace rostrum::ledger {

/// The right to write was won.
struct Won {
  Right right;
  std::vector<ServerLife> granted;  // by server, in which life; empty: not granted
  ServerNumber best = 0;            // whose log is to be gone on from ...
  reply::Granted log;               // ... as it was
};

class Candidate {
 public:
  Candidate(Outgoing& outgoing, std::size_t servers, Right right);

  bool replied(std::uint64_t id, const Reply& reply) { return questions_.replied(id, reply); }
  void tick() { questions_.tick(); }

  [[nodiscard]] const Right& right() const { return right_; }
  [[nodiscard]] const std::optional<Won>& won() const { return won_; }
  /// A higher term, or this one with another writer, was granted somewhere, or would have to be
  /// for what stands in a log.
  [[nodiscard]] Term highest() const { return highest_; }

 private:
  struct Grant {
    ServerLife life;
    reply::Granted log;
    bool confirmed = false;
  };

  void raise(ServerNumber server);
  void confirm();
  void confirm(ServerNumber server);
  void count();

  Questions questions_;
  Right right_;
  Term highest_;
  bool confirming_ = false;
  std::vector<std::optional<Grant>> grants_;  // by server
  std::optional<Won> won_;
};

}  // namespace rostrum::ledger
