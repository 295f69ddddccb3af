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
  waited_for_ = sessions_.size();
  for (const auto& session : sessions_)
    session->hand_over([this] {
      if (--waited_for_ == 0) gateway_.stop([this] { come_to_rest(); });
    });
}

/// What others write meanwhile still comes to a node's journal, and may just be on its way to the disk.
void StopOnSignal::come_to_rest() {
  waited_for_ = sessions_.size();
  for (const auto& session : sessions_)
    session->come_to_rest([this] {
      if (--waited_for_ == 0) strand_.stop();
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
