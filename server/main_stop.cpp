#include "main_stop.hpp"

#include <csignal>
#include <cstdlib>

#include "ops/log.hpp"

namespace rostrum {

StopOnSignal::StopOnSignal(boost::asio::io_context& strand, const Sessions& sessions, gateway::Gateway& gateway)
    : strand_(strand),
      sessions_(sessions),
      gateway_(gateway),
      signals_(strand, SIGINT, SIGTERM) {
  signals_.async_wait([this](boost::system::error_code ended, int signal) {
    if (!ended) stop(signal);
  });
}

void StopOnSignal::stop(int signal) {
  ops::info("stopping", {{"signal", signal}});
  signals_.async_wait([this](boost::system::error_code ended, int) {
    if (!ended) strand_.stop();
  });
  // First others go on, so that nobody waits for a node that is about to leave.
  handing_over_ = sessions_.size();
  for (const auto& session : sessions_)
    session->hand_over([this] {
      if (--handing_over_ == 0) gateway_.stop([this] { strand_.stop(); });
    });
}

int ended(const Sessions& sessions) {
  for (const auto& session : sessions) {
    if (!session->writing()) continue;
    ops::error("stopped_while_writing", {{"session", session->id().value}});
    std::_Exit(1);
  }
  for (const auto& session : sessions)
    ops::info("stopped", {{"session", session->id().value}, {"seq", session->chamber().seq().value}});
  return 0;
}

}  // namespace rostrum
