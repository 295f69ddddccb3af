#include "main_stop.hpp"

#include <csignal>
#include <cstdlib>

#include "ops/log.hpp"

namespace rostrum {

StopOnSignal::StopOnSignal(boost::asio::io_context& strand, gateway::Gateway& gateway)
    : strand_(strand),
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
  gateway_.stop([this] { strand_.stop(); });
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
