#include "gateway/http_exchange.hpp"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "gateway/handshake.hpp"
#include "gateway/security_headers.hpp"

namespace rostrum::gateway {

namespace beast = boost::beast;
namespace http = beast::http;

namespace {

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }
beast::string_view beast_view(std::string_view text) { return {text.data(), text.size()}; }

std::optional<std::string_view> field(const HttpRequest& request, http::field name) {
  const auto found = request.find(name);
  if (found == request.end()) return std::nullopt;
  return view(found->value());
}

/// A list may be spread over several header fields.
std::optional<std::string> list(const HttpRequest& request, http::field name) {
  std::optional<std::string> out;
  const auto [from, to] = request.equal_range(name);
  for (auto one = from; one != to; ++one) {
    out = out ? *out + "," : "";
    *out += view(one->value());
  }
  return out;
}

/// Why a request for a WebSocket cannot be answered with one, whoever asks; none where it can. Beast asks for the same
/// when it accepts, and would answer by itself.
std::optional<Reply> unsound(const HttpRequest& request) {
  if (!field(request, http::field::host)) return plain(400, "Name the server in a Host header.\n");
  if (field(request, http::field::sec_websocket_version) != "13") {
    Reply reply = plain(426, "Speak version 13 of the WebSocket protocol.\n");
    reply.headers = {{"Upgrade", "websocket"}, {"Sec-WebSocket-Version", "13"}};
    return reply;
  }
  if (!is_web_socket_key(field(request, http::field::sec_websocket_key).value_or("")))
    return plain(400, "Send a Sec-WebSocket-Key: 16 bytes in base64.\n");
  return std::nullopt;
}

/// The codec that the WebSocket is to have, or why there is to be none.
Result<wire::Codec, Reply> upgrade(const HttpRequest& request, const Answering& answering) {
  if (path_of(view(request.target())) != "/ws") return failure(plain(404, "There is nothing here.\n"));
  if (answering.stopping) return failure(plain(503, "The server is stopping.\n"));
  if (!origin_allowed(field(request, http::field::origin), field(request, http::field::host).value_or(""),
                      answering.origins)) {
    return failure(plain(403, "Pages of this origin may not connect here.\n"));
  }
  if (auto reply = unsound(request)) return failure(*std::move(reply));
  const auto codec = codec_of_offer(list(request, http::field::sec_websocket_protocol).value_or(""));
  if (!codec) return failure(plain(400, "Offer the subprotocol rostrum.v1.proto or rostrum.v1.json.\n"));
  return *codec;
}

Reply reply_to(const HttpRequest& request, const Answering& answering) {
  const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
  const auto accepted = list(request, http::field::accept_encoding);
  return answer({.reads = reads,
                 .target = view(request.target()),
                 .if_none_match = field(request, http::field::if_none_match),
                 .accept_encoding = accepted},
                answering.site, answering.health, answering.metrics);
}

/// What to say about a request that could not be read; none where there is nobody to say it to.
std::optional<Reply> complaint(boost::system::error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return plain(431, "The header is too long.\n");
  if (error == http::error::body_limit) return plain(413, "The body is too long.\n");
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  if (error.category() == http::make_error_code(http::error::bad_method).category())
    return plain(400, "This is not HTTP.\n");
  return std::nullopt;
}

}  // namespace

void bound(HttpRequestParser& parser, const Limits& limits) {
  parser.header_limit(static_cast<std::uint32_t>(limits.http_header_bytes_max));
  parser.body_limit(limits.http_body_bytes_max);
}

Outcome outcome(boost::system::error_code error, const HttpRequest& request, const Answering& answering) {
  Outcome out;
  out.saying.tls = answering.tls;
  out.saying.also_connects = answering.also_connects;
  if (error) {
    out.reply = complaint(error);
    return out;
  }
  out.saying.version = request.version();
  out.head_only = request.method() == http::verb::head;
  if (beast::websocket::is_upgrade(request)) {
    if (auto codec = upgrade(request, answering))
      out.web_socket = *codec;
    else
      out.reply = std::move(codec.error());
    return out;
  }
  out.reply = reply_to(request, answering);
  out.saying.keep_alive = request.keep_alive() && !answering.stopping;
  return out;
}

void put_common(http::fields& head, bool tls, std::string_view also_connects) {
  head.set(http::field::server, "Rostrum");
  for (const auto& [name, value] : security_headers) head.set(beast_view(name), beast_view(value));
  if (!also_connects.empty())
    head.set(beast_view(security_headers.front().first), policy_that_also_connects(also_connects));
  if (tls) head.set(beast_view(strict_transport.first), beast_view(strict_transport.second));
}

http::response_header<> head_of(const Reply& reply, const Saying& saying) {
  http::response<http::empty_body> message(static_cast<http::status>(reply.status), saying.version);
  put_common(message, saying.tls, saying.also_connects);
  for (const auto& [name, value] : reply.headers) message.set(beast_view(name), value);
  if (reply.body) {
    message.set(http::field::content_type, beast_view(reply.type));
    message.content_length(reply.body->size());
  }
  message.keep_alive(saying.keep_alive);
  return std::move(message.base());
}

std::optional<std::string> forwarded_for(const HttpRequest& request) {
  std::string_view last;
  const auto [from, to] = request.equal_range("X-Forwarded-For");
  for (auto one = from; one != to; ++one) last = view(one->value());
  return forwarded_for(last);
}

}  // namespace rostrum::gateway
