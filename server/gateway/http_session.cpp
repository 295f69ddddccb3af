#include "gateway/http_session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "gateway/handshake.hpp"
#include "gateway/routes.hpp"
#include "gateway/security_headers.hpp"
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

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }
beast::string_view beast_view(std::string_view text) { return {text.data(), text.size()}; }

std::optional<std::string_view> field(const UpgradeRequest& request, http::field name) {
  const auto found = request.find(name);
  if (found == request.end()) return std::nullopt;
  return view(found->value());
}

/// An offer may be spread over several header fields.
std::string offered_subprotocols(const UpgradeRequest& request) {
  std::string out;
  const auto [from, to] = request.equal_range(http::field::sec_websocket_protocol);
  for (auto one = from; one != to; ++one) {
    out += out.empty() ? "" : ",";
    out += view(one->value());
  }
  return out;
}

/// The codec that the WebSocket is to have, or why there is to be none.
Result<wire::Codec, Reply> upgrade(const UpgradeRequest& request, const Hall& hall) {
  if (path_of(view(request.target())) != "/ws") return failure(plain(404, "There is nothing here.\n"));
  if (hall.stopping) return failure(plain(503, "The server is stopping.\n"));
  if (!origin_allowed(field(request, http::field::origin), field(request, http::field::host).value_or(""),
                      hall.origins)) {
    return failure(plain(403, "Pages of this origin may not connect here.\n"));
  }
  const auto codec = codec_of_offer(offered_subprotocols(request));
  if (!codec) return failure(plain(400, "Offer the subprotocol rostrum.v1.proto or rostrum.v1.json.\n"));
  return *codec;
}

Reply reply_to(const UpgradeRequest& request, const Hall& hall) {
  const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
  return answer({reads, view(request.target()), field(request, http::field::if_none_match)}, hall.site, hall.health,
                hall.metrics);
}

/// What to say about a request that could not be read; none where there is nobody to say it to.
std::optional<Reply> complaint(Error error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return plain(431, "The header is too long.\n");
  if (error == http::error::body_limit) return plain(413, "The body is too long.\n");
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  if (error.category() == http::make_error_code(http::error::bad_method).category())
    return plain(400, "This is not HTTP.\n");
  return std::nullopt;
}

/// What an answer says beside the reply.
struct Saying {
  unsigned version = 11;
  bool keep_alive = false;
  bool tls = false;
};

template <class Message>
void set_head(Message& message, const Reply& reply, const Saying& saying) {
  message.version(saying.version);
  message.result(reply.status);
  message.set(http::field::server, "Rostrum");
  for (const auto& [name, value] : security_headers) message.set(beast_view(name), beast_view(value));
  if (saying.tls) message.set(beast_view(strict_transport.first), beast_view(strict_transport.second));
  for (const auto& [name, value] : reply.headers) message.set(beast_view(name), value);
  if (reply.body) message.set(http::field::content_type, beast_view(reply.type));
  message.keep_alive(saying.keep_alive);
}

asio::awaitable<Error, Executor> write(Stream& stream, const Reply& reply, const Saying& saying, bool head) {
  if (head || !reply.body) {
    http::response<http::empty_body> message;
    set_head(message, reply, saying);
    if (reply.body) message.content_length(reply.body->size());
    const auto [error, bytes] = co_await http::async_write(stream, message, awaiting);
    co_return error;
  }
  http::response<http::span_body<const char>> message;
  set_head(message, reply, saying);
  message.body() = {reply.body->data(), reply.body->size()};
  message.content_length(reply.body->size());
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
    http::request_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(limits.http_header_bytes_max));
    parser.body_limit(limits.http_body_bytes_max);
    patience.begin();
    const auto [error, bytes] = co_await http::async_read(stream, buffer, parser, awaiting);
    std::optional<Reply> reply;
    bool keep_alive = false;
    const UpgradeRequest& request = parser.get();
    if (error) {
      reply = complaint(error);
      if (!reply) break;
    } else if (beast::websocket::is_upgrade(request)) {
      auto codec = upgrade(request, *hall);
      if (codec) {
        serve_web_socket(std::move(stream), request, *codec, std::move(hall));
        co_return;
      }
      reply = std::move(codec.error());
    } else {
      reply = reply_to(request, *hall);
      keep_alive = request.keep_alive() && !hall->stopping;
    }
    hall->counts.http_requests.add();
    patience.begin();
    const bool head = !error && request.method() == http::verb::head;
    const Saying saying{error ? 11 : request.version(), keep_alive, hall->tls != nullptr};
    if (co_await write(stream, *reply, saying, head)) break;
    if (!keep_alive) break;
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
