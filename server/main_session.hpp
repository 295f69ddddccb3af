// One session of this server, put together from its data folder up to what the gateway uses of it. It shares nothing
// with another session but the strand (docs/adr/0003) and the printer of sheets.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>

#include "access/codes.hpp"
#include "access/sign_in_list.hpp"
#include "base/clock.hpp"
#include "chamber/chamber.hpp"
#include "council/programme.hpp"
#include "gateway/hall.hpp"
#include "journal/data_lock.hpp"
#include "main_ledger.hpp"
#include "main_options.hpp"

namespace rostrum {

struct Anchored {
  ClockAnchor anchor;
  bool clock_ignored = false;  // --clock was given, and the session's clock had been set to something else
};

class ServedSession {
 public:
  /// Takes the data folder, made where it is missing, and goes on with the session there, or begins it with
  /// `programme`. Fails in words. `strand` outlives the session, and `hub` outlives the strand.
  [[nodiscard]] static Result<std::unique_ptr<ServedSession>, std::string>
  open(const council::Programme& programme, const std::filesystem::path& folder, const Options& options,
       boost::asio::io_context& strand, gateway::Hub& hub);

  [[nodiscard]] const SessionId& id() const { return chamber_->state().session.id; }
  [[nodiscard]] chamber::Chamber& chamber() { return *chamber_; }
  /// Something of it is on its way to the disk.
  [[nodiscard]] bool writing() const { return ledger_->writing(); }
  /// Leaves what there is to decide to other nodes, where there are any, and calls `then`.
  void hand_over(std::function<void()> then) { ledger_->hand_over(std::move(then)); }
  /// Takes nothing more in from them, and calls `then` once nothing is on its way to the disk.
  void come_to_rest(std::function<void()> then) { ledger_->come_to_rest(std::move(then)); }
  /// Made again by `renew_codes`, when grants have changed.
  [[nodiscard]] const access::Codes& codes() const { return *codes_; }
  void renew_codes() { codes_.emplace(kept_.secret, chamber_->state()); }

  /// What the gateway uses of it, and what is counted of it, by `labels`. Ends with the server's connections, which
  /// do not use this any more once it has ended.
  [[nodiscard]] std::unique_ptr<gateway::Session> for_gateway(ops::Metrics& metrics, ops::Labels labels);

  /// It is known where people reach the server: the folder keeps it for rostrumctl, and the sheets that `printer`
  /// makes lead there. Fails in words.
  [[nodiscard]] Result<void, std::string> reached_at(const std::string& url, gateway::Session& session,
                                                     boost::asio::thread_pool& printer);

  /// All who may sign in.
  [[nodiscard]] std::vector<access::SignInLine> sign_ins(const std::string& url) const;

  /// What whoever started the server should know first; empty: nothing.
  [[nodiscard]] std::string warnings() const;
  /// How to sign in, and what the session's clock shows.
  [[nodiscard]] std::string welcome(const std::string& url);

 private:
  /// What its data folder holds.
  struct Kept {
    journal::DataLock lock;
    std::unique_ptr<journal::Journal> log;
    access::Secret secret;
    bool secret_lost = false;  // it was missing though the session had begun
  };
  [[nodiscard]] static Result<Kept, std::string> take(const std::filesystem::path& folder, const Options& options);

  ServedSession(Kept kept, std::filesystem::path folder, boost::asio::io_context& strand, gateway::Hub& hub);

  /// What it stands on, where this server serves it alone, and begins it if need be.
  [[nodiscard]] Result<void, std::string> stand_alone(const council::Programme& programme, const Options& options);
  /// And as one node of several.
  [[nodiscard]] Result<void, std::string> stand_with_others(const SessionId& session, const Shared& shared);
  [[nodiscard]] Result<void, std::string> open_chamber(const council::Programme& programme);
  /// Empty: it may be.
  [[nodiscard]] std::string why_not_served(bool with_others) const;

  std::filesystem::path folder_;
  std::string options_for_links_;  // of rostrumctl
  boost::asio::io_context& strand_;
  gateway::Hub& hub_;
  Kept kept_;
  Anchored anchored_;
  std::unique_ptr<SessionLedger> ledger_;
  std::vector<std::string> changes_;  // of the programme since the session began, as sentences
  std::unique_ptr<chamber::Chamber> chamber_;
  std::optional<access::Codes> codes_;  // once it is open
};

}  // namespace rostrum
