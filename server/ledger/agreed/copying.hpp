// Brings servers to a log, whatever each of them holds, and reads it back from every one: for who begins a log on
// servers or changes the set of them, while no node writes. Each server is asked under the set that it is of; one that
// knows no set is admitted to that.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/agreed/questions.hpp"

namespace rostrum::ledger {

class Copying {
 public:
  struct To {
    ServerNumber server = 0;
    SetId set;
  };

  /// `log` is not empty. What a server holds behind it is cut off where the log's last entry is new to it.
  Copying(Outgoing& outgoing, Right right, std::vector<SharedEntry> log, const std::vector<To>& to);

  bool replied(std::uint64_t id, const Reply& reply) { return questions_.replied(id, reply); }
  /// Asks those again that are silent.
  void tick() { questions_.tick(); }

  /// All hold it, and gave it back as it is.
  [[nodiscard]] bool done() const;
  /// Why it goes on no more, in words.
  [[nodiscard]] const std::optional<std::string>& refused() const { return refused_; }
  /// A server was raised to this term by another, so that it takes nothing from us.
  [[nodiscard]] std::optional<Term> deposed_by() const { return deposed_by_; }

 private:
  struct Server {
    To to;
    ServerLife life;
    Seq next;  // to be appended
    Seq read;  // has been given back
    std::uint64_t turn = 0;
  };
  using Take = std::function<void(Server& server, const Reply& reply)>;

  void ask(Server& server, const Question& question, const Take& take);
  void append(Server& server);
  void appended(Server& server, const Reply& reply);
  void deposed(const Server& server, const Reply& reply);
  void read(Server& server);
  void take_page(Server& server, const Reply& reply);
  void refuse(const Server& server, const std::string& why);
  [[nodiscard]] const SharedEntry& at(Seq seq) const { return log_[seq.value - 1]; }
  [[nodiscard]] Seq end() const { return {log_.size()}; }

  Questions questions_;
  Right right_;
  std::vector<SharedEntry> log_;
  std::vector<Server> servers_;
  std::optional<std::string> refused_;
  std::optional<Term> deposed_by_;
};

/// How a server is called to who runs it.
[[nodiscard]] inline std::string name_of(ServerNumber number) { return "server " + std::to_string(number + 1); }

}  // namespace rostrum::ledger
