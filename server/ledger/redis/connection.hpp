// A line to one Redis server that commands go over, in order and without waiting for one another. It comes back by
// itself when it breaks; what was under way then ends with an error, and whoever asked asks again. While it stands, the
// server is looked at again every minute: one that is not fit any more is not asked on.
//
// Used on the strand of its executor only. No handler is called inside a call to it, and none once it is destroyed.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "ledger/redis/address.hpp"
#include "ledger/redis/checks.hpp"
#include "ledger/redis/credentials.hpp"
#include "ledger/redis/requests.hpp"

struct redisReply;

namespace boost::asio {
class any_io_executor;
}

namespace rostrum::ledger::redis {

/// The addresses of a host, as numbers; or why they are not known.
using HostAddresses = Result<std::vector<std::string>, std::string>;
/// Looks a host's name up, and tells what it found on the line's strand, after the call.
using LookUp = std::function<void(const std::string& host, std::function<void(const HostAddresses&)> found)>;

struct LineLimits {
  Millis look_up_within = seconds(2);  // of the host's name
  Millis connect_within = seconds(2);  // and shake hands
  Millis silent_most = seconds(3);     // while the server owes an answer
  Millis look_every = seconds(60);     // whether the server is still fit
  Millis stands_after = seconds(2);    // ready for so long; what breaks before is not tried again at once
  std::size_t commands_max = 4'096;    // under way
  std::size_t bytes_max = 64u << 20;
  std::size_t reply_bytes_max = 64u << 20;  // a page and one entry are less
};

class Trust;  // stream.hpp

/// How a server is reached.
struct Terms {
  Address address;
  Credentials credentials;
  std::function<double()> random;  // from 0 to below 1
  LineLimits limits;
  std::shared_ptr<Trust> trust = nullptr;  // where the address has TLS
  LookUp look_up = nullptr;                // none: as the system does
};

struct Standing {
  enum class Is : std::uint8_t {
    away,   // not reached, or not any more
    unfit,  // reached, but not to be used before somebody has changed it
    ready,
  };
  Is is = Is::away;
  std::string why = "it has not been reached yet";  // where it is away
  std::vector<Wrong> wrong;                         // where it is unfit
  std::string run_id;                               // of the server that was reached last

  bool operator==(const Standing&) const = default;
};
/// For people.
[[nodiscard]] std::string in_words(const Standing& standing);

/// Why a command has no reply.
struct NoReply {
  enum class Why : std::uint8_t {
    away,  // it was not sent
    full,  // it was not sent: too much is under way
    lost,  // it was sent, and may have been done
  };
  Why why = Why::away;
  std::string words;
};

class Connection {
 public:
  /// The reply lives as long as the call. An error that the server answers is a reply too.
  using Then = std::function<void(const Result<const redisReply*, NoReply>& reply)>;

  /// `changed` is called when what `standing` tells has changed.
  Connection(const boost::asio::any_io_executor& strand, Terms terms, std::function<void()> changed);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void ask(const Command& command, Then then);
  [[nodiscard]] const Standing& standing() const;

 private:
  class Asking;
  std::shared_ptr<Asking> asking_;
};

}  // namespace rostrum::ledger::redis
