// What each Redis server of a list holds of a session: asked one by one, and changed by nothing. A server that says
// nothing for a while is left out, so that whoever looks at three of the morning is told of the others.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "talk.hpp"

namespace rostrum::ctl {

inline constexpr Millis silent_most = seconds(4);

/// Of one server.
struct HeldLog {
  bool answered = false;             // to the end: else what is below is as far as it did
  std::optional<ledger::SetId> set;  // no_set: it holds nothing of the session; none: it has not said
  Term term;                         // that it was raised to last
  Seq last;                          // of its log

  [[nodiscard]] bool holds() const { return set && *set != ledger::no_set; }
};

class HeldLogs {
 public:
  using Take = std::function<void(ledger::ServerNumber server, const ledger::SharedEntry& entry)>;

  /// Every entry of each log is given to `take`, in order. Where it is null, only how far each log reaches is asked:
  /// `about` there, as somebody has said.
  HeldLogs(ledger::Outgoing& outgoing, std::size_t servers, Seq about, Take take);

  bool replied(std::uint64_t id, const ledger::Reply& reply) { return questions_.replied(id, reply); }
  void tick() { questions_.tick(); }

  /// Each has answered, or says nothing.
  [[nodiscard]] bool done() const;
  /// By server.
  [[nodiscard]] const std::vector<HeldLog>& all() const { return held_; }

 private:
  /// How far a log reaches, while that is looked for: to `known` at least, and not to `beyond`.
  struct Search {
    Seq tried;
    std::uint64_t step = 1;
    std::optional<Seq> beyond;
  };
  struct Asked {
    std::uint64_t turn = 0;
    ledger::Moment heard;
    bool over = false;
    Search search;
  };
  using Then = void (HeldLogs::*)(ledger::ServerNumber server, const ledger::Reply& reply);

  void ask(ledger::ServerNumber server, const ledger::Question& question, Then then);
  void ask_again(ledger::ServerNumber server, const ledger::Question& question, Then then, std::uint64_t turn);
  void take_set(ledger::ServerNumber server, const ledger::Reply& reply);
  void take_term(ledger::ServerNumber server, const ledger::Reply& reply);
  void read(ledger::ServerNumber server, Seq from);
  void take_page(ledger::ServerNumber server, const ledger::Reply& reply);
  void look_further(ledger::ServerNumber server);
  void end(ledger::ServerNumber server, bool answered);

  ledger::Outgoing& outgoing_;
  ledger::Questions questions_;
  const Seq about_;
  const Take take_;
  std::vector<HeldLog> held_;
  std::vector<Asked> asked_;
};

/// Asks all servers of `talk` until each has answered or is silent.
[[nodiscard]] std::vector<HeldLog> held_logs(Talk& talk, Seq about, const HeldLogs::Take& take);

}  // namespace rostrum::ctl
