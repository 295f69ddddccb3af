// What a session stands on: whose clock it goes by and where its commits become final. That is this process alone
// (here), or servers that it shares with other nodes (main_nodes.hpp); a session cannot tell which.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "base/clock.hpp"
#include "chamber/asio_scheduler.hpp"
#include "chamber/chamber.hpp"
#include "gateway/session.hpp"
#include "ledger/local/local_ledger.hpp"
#include "ops/metrics.hpp"

namespace rostrum {

class SessionLedger {
 public:
  virtual ~SessionLedger() = default;

  [[nodiscard]] virtual Clock& clock() = 0;
  [[nodiscard]] virtual Scheduler& scheduler() = 0;
  [[nodiscard]] virtual ledger::Ledger& ledger() = 0;
  [[nodiscard]] virtual ledger::Courier& courier() = 0;

  /// The session is open: from now on others' commands may come to `chamber`, which outlives nothing of this.
  virtual void serve(chamber::Chamber& chamber) = 0;
  /// Its connections come by `session`, which ends with them.
  virtual void meet(gateway::Session& session) = 0;
  /// Leaves what is left to do to others, in order, and calls `then`; nothing is decided here after that.
  virtual void hand_over(std::function<void()> then) = 0;
  /// Takes nothing more in from others, and calls `then` once nothing is on its way to the disk, or after a while in
  /// which the disk does not answer.
  virtual void come_to_rest(std::function<void()> then) = 0;
  /// Something of it is on its way to the disk.
  [[nodiscard]] virtual bool writing() const = 0;
  /// Has counted what there is to count.
  virtual void observe(ops::Metrics& metrics, const ops::Labels& labels) = 0;
};

/// Draws a session's clock to the machine's, a little at a time, so that a long session does not drift.
class ClockCare {
 public:
  ClockCare(boost::asio::io_context& strand, SessionClock& clock, std::string session);

 private:
  void look_later();

  SessionClock& clock_;
  std::string session_;
  boost::asio::steady_timer timer_;
};

/// This process alone, with the journal of its own.
class OwnLedger final : public SessionLedger {
 public:
  /// `log` and `strand` outlive it; `session` names it in the log of the process.
  OwnLedger(journal::Journal& log, const ClockAnchor& anchor, boost::asio::io_context& strand,
            const std::string& session);

  [[nodiscard]] Clock& clock() override { return clock_; }
  [[nodiscard]] Scheduler& scheduler() override { return scheduler_; }
  [[nodiscard]] ledger::Ledger& ledger() override { return ledger_; }
  [[nodiscard]] ledger::Courier& courier() override { return ledger_; }
  void serve(chamber::Chamber& chamber) override;
  void meet(gateway::Session& session) override;
  void hand_over(std::function<void()> then) override { then(); }
  void come_to_rest(std::function<void()> then) override { then(); }
  [[nodiscard]] bool writing() const override { return ledger_.busy(); }
  void observe(ops::Metrics& metrics, const ops::Labels& labels) override;

 private:
  SessionClock clock_;
  ClockCare clock_care_;
  chamber::AsioScheduler scheduler_;
  ledger::LocalLedger ledger_;
};

}  // namespace rostrum
