// What rostrumctl says to the Redis servers of a session, and hears from them: the questions of somebody who does one
// thing with all of them, asked until it is done or refused.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/secret.hpp"
#include "base/ids.hpp"
#include "ledger/agreed/questions.hpp"
#include "ledger/redis/reach.hpp"
#include "ledger/redis/servers.hpp"

namespace rostrum::ctl {

/// Under the session's secret, as its nodes seal what they tell each other.
[[nodiscard]] ledger::Seals::Hmac seals_of(const access::Secret& secret, const SessionId& session);

/// A name that nobody had before.
[[nodiscard]] std::string random_name();

class Talk {
 public:
  /// Who does it, by what comes in.
  struct Of {
    std::function<void(ledger::Moment now, std::uint64_t id, const ledger::Reply& reply)> replied;
    std::function<void(ledger::Moment now)> tick;
    std::function<bool()> done;
    std::function<std::optional<std::string>()> refused;
    std::function<std::vector<ledger::ServerNumber>()> waits_for;
    bool with_unfit = false;  // goes on where a server is not set up as it has to be
  };

  Talk(const ledger::redis::Reach& reach, const SessionId& session);
  ~Talk();
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  [[nodiscard]] ledger::Carrier& carrier();
  /// Of the servers, as people write them.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] ledger::Moment now() const;
  /// How that server is, as far as is known by now.
  [[nodiscard]] const ledger::redis::ServerStanding& standing_of(ledger::ServerNumber server) const;

  /// Until it is done: empty; or why it is not, in words: it was refused, or a server is not set up as it has to be.
  /// Says on standard error whom it waits for, for as long as it takes.
  [[nodiscard]] std::string hold(const Of& of);

 private:
  class Lines;

  std::vector<std::string> names_;
  std::unique_ptr<Lines> lines_;
};

}  // namespace rostrum::ctl
