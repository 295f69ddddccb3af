// How a server ends.
// Touched by the hall's strand only.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include "gateway/gateway.hpp"
#include "main_sessions.hpp"

namespace rostrum {

/// SIGINT and SIGTERM from now on: a first one stops in order, a second one at once. Either way `strand` has nothing
/// more to do then.
class StopOnSignal {
 public:
  StopOnSignal(boost::asio::io_context& strand, const Sessions& sessions, gateway::Gateway& gateway);

 private:
  void stop(int signal);
  void come_to_rest();

  boost::asio::io_context& strand_;
  const Sessions& sessions_;
  std::size_t waited_for_ = 0;  // sessions
  gateway::Gateway& gateway_;
  boost::asio::signal_set signals_;
};

/// The strand has stopped: says so in the log, and gives the status to exit with. A journal whose disk does not answer
/// is not waited for: the process ends here, as a kill would end it, which loses nothing either.
[[nodiscard]] int ended(const Sessions& sessions);

}  // namespace rostrum
