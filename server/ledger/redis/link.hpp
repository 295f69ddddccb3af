// What Connection and Subscription share: a line to one Redis server that is made again by itself whenever it breaks.
//
// An attempt goes: connect, by TLS shake hands, say who we are, look at what the server says of itself; if it is fit,
// the line is ready. When anything breaks, is silent for too long or is not fit, the attempt is over, and the next
// begins after a pause by chance, of up to 50 ms first and up to 2 s at last. What comes of an attempt that is over
// finds another number, and does nothing.
//
// Touched by the strand of its executor only. Handlers are never called inside a call to it.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <hiredis/hiredis.h>

#include "ledger/redis/connection.hpp"
#include "ledger/redis/look.hpp"
#include "ledger/redis/pauses.hpp"
#include "ledger/redis/stream.hpp"

namespace rostrum::ledger::redis {

class Link : public std::enable_shared_from_this<Link> {
 public:
  Link(const boost::asio::any_io_executor& strand, Terms terms, std::function<void()> changed);
  virtual ~Link() = default;
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  void begin();
  /// Nothing is called any more.
  void stop();
  [[nodiscard]] const Standing& standing() const { return standing_; }

 protected:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] const Terms& terms() const { return terms_; }
  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] boost::asio::any_io_executor executor() { return timer_.get_executor(); }

  /// The server is fit.
  virtual void opened() = 0;
  virtual void replied(const redisReply& reply) = 0;
  /// It was open, and is no more.
  virtual void closed(const std::string& why) = 0;
  /// Whether the server owes an answer.
  [[nodiscard]] virtual bool waits() const = 0;

  /// As it goes over the line.
  [[nodiscard]] static std::string bytes_of(const Command& command);
  void send(std::string_view bytes);
  void ready();
  void broken(const std::string& why);
  /// The server is not to be used before somebody has changed it.
  void not_fit(std::vector<Wrong> wrong);
  /// The server owes an answer from now on.
  void waits_from_now() { heard_ = Clock::now(); }

  /// What does nothing once the attempt is over, or all is.
  template <class Do>
  [[nodiscard]] auto still(Do what) {
    return [weak = weak_from_this(), attempt = attempt_, what = std::move(what)](auto&&... given) {
      const auto self = weak.lock();
      if (self && self->attempt_ == attempt) what(given...);
    };
  }

 private:
  enum class Stage : std::uint8_t { pausing, looking_up, connecting, shaking_hands, greeting, open };
  struct Free {
    void operator()(redisReader* reader) const { redisReaderFree(reader); }
    void operator()(redisReply* reply) const { freeReplyObject(reply); }
  };
  using Endpoint = boost::asio::generic::stream_protocol::endpoint;

  void attempt();
  void look_up();
  void looked_up(const HostAddresses& found);
  void connect(std::vector<Endpoint> endpoints);
  void shake_hands();
  void greet();
  void greeted(const redisReply& reply);
  void over(Standing standing);
  void close();
  void pause();
  [[nodiscard]] std::optional<Millis> was_ready();
  void watch();
  [[nodiscard]] Clock::time_point too_late() const;
  [[nodiscard]] std::string why_silent() const;
  [[nodiscard]] std::string why_ended(const boost::system::error_code& error) const;
  void write();
  void write_from(const std::shared_ptr<const std::string>& bytes, std::size_t begin);
  void write_failed(const boost::system::error_code& error);
  void read();
  void received(std::string_view bytes);
  void take_replies();

  const Terms terms_;
  const std::function<void()> changed_;
  boost::asio::ip::tcp::resolver resolver_;
  Stream::Socket socket_;           // until it is connected
  std::shared_ptr<Stream> stream_;  // from then on
  boost::asio::steady_timer timer_;
  bool stopped_ = false;
  Pauses pauses_;
  std::size_t turn_ = 0;  // attempts that were over before they were ready: which endpoint is the first
  std::optional<Clock::time_point> ready_since_;
  Standing standing_;

  std::uint64_t attempt_ = 0;
  Stage stage_ = Stage::pausing;
  std::unique_ptr<redisReader, Free> reader_;
  std::size_t reply_bytes_ = 0;  // of the reply under way
  bool says_who_ = false;        // and has not been answered
  Look look_{Look::Which::first};
  std::string out_;
  bool writing_ = false;
  bool heard_anything_ = false;  // of this attempt
  Clock::time_point heard_;
};

}  // namespace rostrum::ledger::redis
