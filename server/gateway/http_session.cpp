#include "gateway/http_session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/span.hpp>
#include <boost/beast/http.hpp>

#include "gateway/http_exchange.hpp"
#include "gateway/web_socket.hpp"

namespace rostrum::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

using Task = asio::awaitable<void, Executor>;
using Steady = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;
constexpr auto awaiting = asio::as_tuple(asio::use_awaitable_t<Executor>{});

Answering answering(const Hall& hall) {
  return {.site = hall.site,
          .health = hall.health,
          .metrics = hall.metrics,
          .origins = hall.origins,
          .stopping = hall.stopping,
          .tls = hall.tls != nullptr,
          .also_connects = hall.also_connects};
}

asio::awaitable<Error, Executor> write(Stream& stream, const Outcome& done) {
  const Reply& reply = *done.reply;
  auto head = head_of(reply, done.saying);
  if (done.head_only || !reply.body) {
    http::response<http::empty_body> message(std::move(head));
    const auto [error, bytes] = co_await http::async_write(stream, message, awaiting);
    co_return error;
  }
  const beast::span<const char> body(reply.body->data(), reply.body->size());
  http::response<http::span_body<const char>> message(std::move(head), body);
  const auto [error, bytes] = co_await http::async_write(stream, message, awaiting);
  co_return error;
}

/// Counts the sockets that speak HTTP, however the coroutine ends.
struct Counted {
  explicit Counted(Hall& hall) : hall_(hall) { ++hall_.http_sessions; }
  ~Counted() { --hall_.http_sessions; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  Hall& hall_;
};

/// Closes the stream where one step of the conversation takes too long.
class Patience {
 public:
  Patience(Stream& stream, Millis most)
      : state_(std::make_shared<State>(State{Timer(stream.get_executor()), stream})),
        most_(most) {}

  /// The next step has all the time again.
  void begin() {
    state_->timer.expires_after(std::chrono::milliseconds(most_.value));
    state_->timer.async_wait([weak = std::weak_ptr(state_)](Error ended) {
      const auto state = weak.lock();
      if (!ended && state && state->timer.expiry() <= Steady::now()) state->stream.any().close();
    });
  }

 private:
  struct State {
    Timer timer;
    Stream& stream;
  };
  std::shared_ptr<State> state_;  // goes with this, whatever the timer has under way
  Millis most_;
};

Task serve(Stream stream, std::shared_ptr<Hall> hall) {
  const Counted counted(*hall);
  const Limits& limits = hall->limits;
  Patience patience(stream, limits.http_timeout);
  patience.begin();
  if (hall->tls) {
    const auto [error] = co_await stream.async_shake_hands(awaiting);
    if (error) co_return;
  }
  beast::flat_buffer buffer(limits.http_header_bytes_max + limits.http_body_bytes_max);
  while (true) {
    HttpRequestParser parser;
    bound(parser, limits);
    patience.begin();
    const auto [error, bytes] = co_await http::async_read(stream, buffer, parser, awaiting);
    const Outcome done = outcome(error, parser.get(), answering(*hall));
    if (done.web_socket) {
      serve_web_socket(std::move(stream), parser.get(), *done.web_socket, std::move(hall));
      co_return;
    }
    if (!done.reply) break;
    hall->counts.http_requests.add();
    patience.begin();
    if (co_await write(stream, done)) break;
    if (!done.saying.keep_alive) break;
  }
  patience.begin();
  co_await stream.async_end_sending(awaiting);
}

}  // namespace

void serve_http(Stream stream, std::shared_ptr<Hall> hall) {
  const auto executor = stream.get_executor();
  asio::co_spawn(executor, serve(std::move(stream), std::move(hall)), asio::detached);
}

}  // namespace rostrum::gateway
