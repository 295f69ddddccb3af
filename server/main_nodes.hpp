// A session that several nodes serve, at one of them: the lines to the servers that hold its log, the agreed ledger,
// and a clock that follows the writer's. What the sessions of one node share is the list of servers and the secret.
// Touched by the hall's strand only.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "access/secret.hpp"
#include "gateway/neighbours.hpp"
#include "ledger/agreed/agreed.hpp"
#include "ledger/redis/servers.hpp"
#include "main_ledger.hpp"
#include "main_options.hpp"

namespace rostrum {

class NodeLedger final : public SessionLedger, public ledger::redis::Servers::End {
 public:
  ~NodeLedger() override;
  /// Comes to the servers, however long most of them are away, and has `archive` be a beginning of their log. Runs
  /// `strand` meanwhile. Fails in words: a server is not set up as it has to be, or what it holds is not what this node
  /// can go on from. All that is given outlives it.
  [[nodiscard]] static Result<std::unique_ptr<NodeLedger>, std::string>
  open(const Shared& shared, const SessionId& session, const access::Secret& secret, journal::Journal& archive,
       boost::asio::io_context& strand);

  [[nodiscard]] Clock& clock() override { return serving_->followed; }
  [[nodiscard]] Scheduler& scheduler() override { return serving_->scheduler; }
  [[nodiscard]] ledger::Ledger& ledger() override { return serving_->agreed; }
  [[nodiscard]] ledger::Courier& courier() override { return serving_->agreed; }
  void serve(chamber::Chamber& chamber) override;
  void meet(gateway::Session& session) override;
  void hand_over(std::function<void()> then) override;
  void come_to_rest(std::function<void()> then) override;
  [[nodiscard]] bool writing() const override { return serving_->agreed.archives(); }
  void observe(ops::Metrics& metrics, const ops::Labels& labels) override;

  /// Where the session's clock was set, as its log says.
  [[nodiscard]] const ClockAnchor& anchor() const { return serving_->anchor; }

  // ---- from the servers
  void replied(std::uint64_t id, const ledger::Reply& reply) override;
  void heard(ledger::ServerNumber server, std::string_view message) override;
  void listens(ledger::ServerNumber server, bool listening) override;
  void changed(ledger::ServerNumber server) override;

 private:
  /// While it comes to the servers.
  struct Arriving;
  /// How it asks from then on: answers to what it asked before may come late, and are nobody's.
  class Renumbered final : public ledger::Carrier {
   public:
    explicit Renumbered(ledger::Carrier& carrier) : carrier_(carrier) {}
    void carry(ledger::Request request) override;

   private:
    ledger::Carrier& carrier_;
  };
  /// From then on.
  struct Serving {
    Serving(NodeLedger& node, ledger::SetId set, const ClockAnchor& clock);

    ClockAnchor anchor;
    Renumbered carrier;
    SessionClock machine;
    ClockCare care;
    ledger::FollowedClock followed;
    chamber::AsioScheduler scheduler;
    ledger::Agreed agreed;
  };

  NodeLedger(const Shared& shared, SessionId session, const access::Secret& secret, journal::Journal& archive,
             boost::asio::io_context& strand);

  [[nodiscard]] Result<ledger::SetId, std::string> arrive();
  [[nodiscard]] bool all_are_ready() const;
  void tick_later();
  void tick();
  void tell_away();
  void observe_server(ops::Metrics& metrics, const ops::Labels& labels, ledger::ServerNumber server);
  void leave_when_left(std::function<void()> then, ledger::Moment latest);
  void rest_when_written(std::function<void()> then, ledger::Moment latest);

  const Shared& shared_;
  SessionId session_;
  access::Secret sealing_;  // of what nodes tell each other
  journal::Journal& archive_;
  boost::asio::io_context& strand_;
  std::vector<std::string> names_;  // of the servers, as people write them
  boost::asio::steady_timer timer_;
  boost::asio::steady_timer leaving_;
  std::vector<bool> listening_;
  bool rests_ = false;  // it takes nothing in any more
  ledger::redis::Servers servers_;
  std::unique_ptr<Arriving> arriving_;
  std::unique_ptr<Serving> serving_;
  gateway::Session* met_ = nullptr;
  std::optional<gateway::Neighbours> neighbours_;
};

}  // namespace rostrum
