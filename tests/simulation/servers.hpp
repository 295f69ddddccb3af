// The servers of a simulated world that several nodes share, and the ways there: requests and answers take time, are
// lost, come late or in another order, and what nodes tell each other twice; a server is away, stands still and acts
// late, is started again, has no room, or loses everything; a way is cut, in both directions or in one; a line breaks,
// and what is under way on it may be done and is not answered; a node does not hear what is told.
#pragma once

#include <memory>
#include <vector>

#include "ledger/agreed/questions.hpp"
#include "simulation/loop.hpp"
#include "simulation/model_server.hpp"
#include "simulation/setting.hpp"
#include "simulation/trace.hpp"

namespace rostrum::simulation {

/// What a node is to the servers.
class ServerEnd {
 public:
  virtual ~ServerEnd() = default;
  virtual void replied(std::uint64_t id, const ledger::Reply& reply) = 0;
  virtual void heard(ledger::ServerNumber server, const ledger::SharedSealed& message) = 0;
  virtual void listens(ledger::ServerNumber server, bool listening) = 0;
};

/// Every world has one.
inline const ledger::SetId set_of_world = "simulated";

/// What its nodes seal with, and what others do.
[[nodiscard]] ledger::Seals seals_of_world();
[[nodiscard]] ledger::Seals seals_of_strangers();

class Servers {
 public:
  /// Loop, trace and setting outlive it. Each server begins with `log`.
  Servers(Loop& loop, Trace& trace, const Setting& setting, Chance chance, std::vector<ledger::SharedEntry> log);

  /// A life of a node: gone when `end` is. It listens to all servers that it reaches.
  void connect(std::size_t node, const std::shared_ptr<ServerEnd>& end);
  void carry(std::size_t node, ledger::Request request);

  // ---- trouble
  void stop(ledger::ServerNumber server, Millis span);    // away; it keeps what it holds
  void freeze(ledger::ServerNumber server, Millis span);  // what arrives acts when it goes on
  void wipe(ledger::ServerNumber server);
  /// It ends, and is there again after `span`, with what it held or without: all lines to it break.
  void restart(ledger::ServerNumber server, Millis span, bool loses_all);
  /// It has no room: what would change it is not done, and has no answer.
  void fill(ledger::ServerNumber server, Millis span);
  /// The line breaks, and there is none for so long.
  void lose_line(std::size_t node, ledger::ServerNumber server, Millis span);
  enum class Way : std::uint8_t { both, to_server, to_node };
  void cut(std::size_t node, ledger::ServerNumber server, Way way, Millis span);
  /// What is told there does not reach the node, which asks and is answered all the same.
  void deafen(std::size_t node, ledger::ServerNumber server, Millis span);
  /// Tells all who listen there, whoever told it.
  void tell(ledger::ServerNumber server, const ledger::SharedSealed& message);
  /// For so long, what a request of some node meets on its way: nothing; that it arrives so much later; or, where that
  /// is `never`, that it is lost.
  using Meets = std::function<std::optional<Millis>(std::size_t node, const ledger::Request& request)>;
  static constexpr Millis never = minutes(600);
  void interfere(Millis span, Meets meets);
  /// No more trouble begins, and nothing is lost or late.
  void heal();

  // ---- how they are
  [[nodiscard]] std::size_t count() const { return servers_.size(); }
  [[nodiscard]] const ModelServer& at(ledger::ServerNumber server) const { return servers_[server].model; }
  /// Fewer than most remember anything: nobody may go on.
  [[nodiscard]] bool most_wiped() const;
  [[nodiscard]] std::uint64_t wipes() const { return wipes_; }
  /// Answers that were lost although the server had acted.
  [[nodiscard]] std::uint64_t lost_answers() const { return lost_answers_; }

 private:
  struct Server {
    ModelServer model;
    int away = 0;  // reasons
    Millis frozen_until;
    int full = 0;    // reasons
    int starts = 0;  // a number for each process of it
  };
  struct WayThere {
    int to_server_cut = 0;
    int to_node_cut = 0;
    int deaf = 0;
    bool listening = false;
    int line = 0;  // a number for each that there was
  };
  /// A request on its way: by which line, to which process.
  struct UnderWay {
    std::size_t node = 0;
    std::weak_ptr<ServerEnd> end;
    ledger::Request request;
    int line = 0;
    int process = 0;
  };
  struct Interference {
    Millis until;
    Meets meets;
  };
  struct NodeThere {
    std::weak_ptr<ServerEnd> end;
    std::vector<WayThere> ways;
  };

  void later(Millis span, std::function<void()> then) { loop_.after(span, chance_, std::move(then)); }
  [[nodiscard]] Millis travel();
  [[nodiscard]] bool lost() {
    return !healed_ && setting_.network.lost_one_in > 0 && chance_.one_in(setting_.network.lost_one_in);
  }
  void arrive(const UnderWay& what);
  void answer(const UnderWay& what, const ledger::Reply& reply);
  void look_who_listens();
  void look_who_listens(std::size_t node, ledger::ServerNumber server);

  Loop& loop_;
  Trace& trace_;
  const Setting& setting_;
  Chance chance_;
  std::vector<Server> servers_;
  std::vector<NodeThere> nodes_;
  std::vector<Interference> interferences_;
  bool healed_ = false;
  std::uint64_t wipes_ = 0;
  std::uint64_t lost_answers_ = 0;
};

}  // namespace rostrum::simulation
