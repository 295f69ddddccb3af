// Brings servers to a log, whatever each of them holds, and reads it back from every one: for who begins a log on
// servers or changes the set of them, while no node writes.
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
    std::string name;       // as it is told to people
    bool stranger = false;  // it is to be admitted: to the set as one of which it is asked
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
  /// A server is not asked any more as one of what it is.
  [[nodiscard]] const std::optional<SetId>& other_set() const { return other_set_; }
  /// Those that have not answered since they were asked, for so long at least.
  [[nodiscard]] std::vector<ServerNumber> waits_for(Millis at_least = {}) const;

 private:
  struct Server {
    To to;
    ServerLife life;
    Seq next;  // to be appended
    Seq read;  // has been given back
    std::optional<Moment> silent_since;
    std::uint64_t turn = 0;
  };
  using Take = std::function<void(Server& server, const Reply& reply)>;

  void ask(Server& server, const Question& question, const Take& take);
  void ask_again(Server& server, const Question& question, const Take& take, std::uint64_t turn);
  void append(Server& server);
  void appended(Server& server, const Reply& reply);
  void deposed(const Server& server, const Reply& reply);
  void read(Server& server);
  void take_page(Server& server, const Reply& reply);
  void refuse(const Server& server, const std::string& why) { refused_ = server.to.name + " " + why; }
  [[nodiscard]] const SharedEntry& at(Seq seq) const { return log_[seq.value - 1]; }
  [[nodiscard]] Seq end() const { return {log_.size()}; }

  const Outgoing& times_;
  Questions questions_;
  Right right_;
  std::vector<SharedEntry> log_;
  std::vector<Server> servers_;
  std::optional<std::string> refused_;
  std::optional<Term> deposed_by_;
  std::optional<SetId> other_set_;
};

/// The term that a server was raised to by another, where it says so.
[[nodiscard]] std::optional<Term> raised_to(const Reply& reply);

}  // namespace rostrum::ledger
