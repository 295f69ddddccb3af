// A line to one Redis server by which a channel is listened to. It comes back by itself when it breaks; what is told
// meanwhile is not heard. A ping each second keeps a channel that is silent apart from a server that is.
//
// The server is looked at when the line is made, and not again: who listens may ask nothing else. Whoever uses it has a
// Connection to the same server, and where that finds it not fit any more, what is heard here counts no more either.
//
// Used on the strand of its executor only. No handler is called inside a call to it, and none once it is destroyed.
#pragma once

#include "ledger/redis/connection.hpp"

namespace rostrum::ledger::redis {

class Subscription {
 public:
  /// The message lives as long as the call.
  using Heard = std::function<void(std::string_view message)>;

  /// `changed` is called when what `standing` tells has changed.
  Subscription(const boost::asio::any_io_executor& strand, Terms terms, std::string channel, Heard heard,
               std::function<void()> changed);
  ~Subscription();
  Subscription(const Subscription&) = delete;
  Subscription& operator=(const Subscription&) = delete;

  /// Ready: it listens.
  [[nodiscard]] const Standing& standing() const;

 private:
  class Listening;
  std::shared_ptr<Listening> listening_;
};

}  // namespace rostrum::ledger::redis
