#include "talk.hpp"

#include <chrono>
#include <iostream>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fmt/format.h>

namespace rostrum::ctl {

namespace {

constexpr std::chrono::milliseconds tick_interval(50);
constexpr Millis told_after = seconds(3), told_every = seconds(5);  // whom it waits for

}  // namespace

ledger::Seals::Hmac seals_of(const access::Secret& secret, const SessionId& session) {
  return [key = access::sealing_key(secret, session)](std::string_view bytes) { return key.hmac(bytes); };
}

std::string random_name() { return hex(access::random_bytes(16)); }

class Talk::Lines final : public ledger::redis::Servers::End {
 public:
  Lines(const ledger::redis::Reach& reach, const SessionId& session)
      : timer_(strand_),
        servers_({.strand = strand_.get_executor(),
                  .session = session,
                  .servers = ledger::redis::terms_of(reach),
                  .random = access::fill_at_random,
                  .moment = ledger::redis::moment_now,
                  .end = *this}) {}

  [[nodiscard]] ledger::redis::Servers& servers() { return servers_; }

  std::string hold(const Of& of, const std::vector<std::string>& names) {
    of_ = &of;
    tell_at_ = ledger::redis::moment_now() + told_after;
    std::string why;
    for (tick_later(); why.empty() && !of.done(); strand_.run_one()) {
      why = of.refused().value_or(of.with_unfit ? "" : servers_.why_unfit());
      if (ledger::redis::moment_now() < tell_at_) continue;
      tell_at_ = ledger::redis::moment_now() + told_every;
      for (const ledger::ServerNumber number : of.waits_for())
        std::cerr << fmt::format("waiting for {}: {}\n", names[number], servers_.standing_of(number).words);
    }
    of_ = nullptr;
    timer_.cancel();
    return why;
  }

  void replied(std::uint64_t id, const ledger::Reply& reply) override {
    if (of_ != nullptr) of_->replied(ledger::redis::moment_now(), id, reply);
  }
  void heard(ledger::ServerNumber, std::string_view) override {}
  void listens(ledger::ServerNumber, bool) override {}
  void changed(ledger::ServerNumber) override {}

 private:
  void tick_later() {
    timer_.expires_after(tick_interval);
    timer_.async_wait([this](boost::system::error_code error) {
      if (error || of_ == nullptr) return;
      tick_later();
      of_->tick(ledger::redis::moment_now());
    });
  }

  boost::asio::io_context strand_;
  boost::asio::steady_timer timer_;
  ledger::redis::Servers servers_;
  const Of* of_ = nullptr;
  ledger::Moment tell_at_;
};

Talk::Talk(const ledger::redis::Reach& reach, const SessionId& session)
    : names_(ledger::redis::names_of(reach)),
      lines_(std::make_unique<Lines>(reach, session)) {}

Talk::~Talk() = default;

ledger::Carrier& Talk::carrier() { return lines_->servers(); }

const ledger::redis::ServerStanding& Talk::standing_of(ledger::ServerNumber server) const {
  return lines_->servers().standing_of(server);
}

ledger::Moment Talk::now() const { return ledger::redis::moment_now(); }

std::string Talk::hold(const Of& of) { return lines_->hold(of, names_); }

}  // namespace rostrum::ctl
