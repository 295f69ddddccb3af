#include "gateway/http_session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
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
using Error = boost::system::error_code;
constexpr auto awaiting = asio::as_tuple(asio::use_awaitable_t<Executor>{});

asio::awaitable<Error, Executor> write(Stream& stream, const Reply& reply, const Outcome& done) {
  auto head = head_of(reply, done.version, done.keep_alive);
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

Answering answering(const Hall& hall) { return {hall.site, hall.health, hall.metrics, hall.origins, hall.stopping}; }

/// Counts the sockets that speak HTTP, however the coroutine ends.
struct Counted {
  explicit Counted(Hall& hall) : hall_(hall) { ++hall_.http_sessions; }
  ~Counted() { --hall_.http_sessions; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  Hall& hall_;
};

Task serve(Stream stream, std::shared_ptr<Hall> hall) {
  const Counted counted(*hall);
  const Limits& limits = hall->limits;
  beast::flat_buffer buffer(limits.http_header_bytes_max + limits.http_body_bytes_max);
  while (true) {
    HttpRequestParser parser;
    bound(parser, limits);
    stream.expires_after(std::chrono::milliseconds(limits.http_timeout.value));
    const auto [error, bytes] = co_await http::async_read(stream, buffer, parser, awaiting);
    const Outcome done = outcome(error, parser.get(), answering(*hall));
    if (done.web_socket) {
      serve_web_socket(std::move(stream), parser.get(), *done.web_socket, std::move(hall));
      co_return;
    }
    if (!done.reply) break;
    hall->counts.http_requests.add();
    stream.expires_after(std::chrono::milliseconds(limits.http_timeout.value));
    if (co_await write(stream, *done.reply, done)) break;
    if (!done.keep_alive) break;
  }
  Error ignored;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

}  // namespace

void serve_http(Stream stream, std::shared_ptr<Hall> hall) {
  const auto executor = stream.get_executor();
  asio::co_spawn(executor, serve(std::move(stream), std::move(hall)), asio::detached);
}

}  // namespace rostrum::gateway
