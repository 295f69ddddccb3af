#include "ledger/redis/subscription.hpp"

#include <span>

#include "ledger/redis/link.hpp"

namespace rostrum::ledger::redis {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds ping_every{1};

std::string_view text_of(const redisReply& reply) {
  return reply.type == REDIS_REPLY_STRING ? std::string_view(reply.str, reply.len) : std::string_view();
}

}  // namespace

class Subscription::Listening final : public Link {
 public:
  Listening(const asio::any_io_executor& strand, Terms terms, std::string channel, Heard heard,
            std::function<void()> changed)
      : Link(strand, std::move(terms), std::move(changed)),
        channel_(std::move(channel)),
        heard_(std::move(heard)),
        ping_(strand) {}

 private:
  void opened() override {
    send(bytes_of({"SUBSCRIBE", channel_}));
    ping_later();
  }

  void replied(const redisReply& reply) override {
    if (auto refused = refusal_of("SUBSCRIBE", reply)) return not_fit({*std::move(refused)});
    if (reply.type != REDIS_REPLY_ARRAY || reply.elements < 2) return broken("it tells what is no message");
    const std::span parts(reply.element, reply.elements);
    const std::string_view what = text_of(*parts[0]);
    if (what == "pong") return;
    if (text_of(*parts[1]) != channel_) return broken("it tells of a channel that nobody asked for");
    if (what == "subscribe") return ready();
    if (what == "message" && parts.size() > 2) return heard_(text_of(*parts[2]));
    broken("it tells what is no message");
  }

  void closed(const std::string&) override {}

  [[nodiscard]] bool waits() const override { return true; }  // a ping is answered each second

  void ping_later() {
    ping_.expires_after(ping_every);
    ping_.async_wait(still([this](const boost::system::error_code& error) {
      if (error) return;
      send(bytes_of({"PING"}));
      ping_later();
    }));
  }

  const std::string channel_;
  const Heard heard_;
  asio::steady_timer ping_;
};

Subscription::Subscription(const asio::any_io_executor& strand, Terms terms, std::string channel, Heard heard,
                           std::function<void()> changed)
    : listening_(std::make_shared<Listening>(strand, std::move(terms), std::move(channel), std::move(heard),
                                             std::move(changed))) {
  listening_->begin();
}

Subscription::~Subscription() { listening_->stop(); }

const Standing& Subscription::standing() const { return listening_->standing(); }

}  // namespace rostrum::ledger::redis
