#include "main_ledger.hpp"

#include <chrono>

#include "ops/log.hpp"

namespace rostrum {

namespace {

constexpr auto clock_care_interval = std::chrono::seconds(10);
constexpr Millis clock_step_most{100};
constexpr Millis clock_jump{1'000};  // what is missing beyond this is no drift

}  // namespace

ClockCare::ClockCare(boost::asio::io_context& strand, SessionClock& clock, std::string session)
    : clock_(clock),
      session_(std::move(session)),
      timer_(strand) {
  look_later();
}

void ClockCare::look_later() {
  timer_.expires_after(clock_care_interval);
  timer_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    const Millis missing = clock_.slew(clock_step_most);
    if (missing > clock_jump || missing < Millis{} - clock_jump)
      ops::warn("clock_jumped", {{"session", session_}, {"missing_ms", missing.value}});
    look_later();
  });
}

OwnLedger::OwnLedger(journal::Journal& log, const ClockAnchor& anchor, boost::asio::io_context& strand,
                     const std::string& session)
    : clock_(anchor),
      clock_care_(strand, clock_, session),
      scheduler_(strand, clock_),
      ledger_(log, scheduler_, clock_) {}

void OwnLedger::serve(chamber::Chamber&) {}  // nobody else has any

void OwnLedger::meet(gateway::Session&) {}

void OwnLedger::observe(ops::Metrics& metrics, const ops::Labels& labels) {
  gateway::observe(metrics, ledger_, labels);
}

}  // namespace rostrum
