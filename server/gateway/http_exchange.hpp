// One HTTP request and what is done about it, apart from the socket that it comes over: the bounds it is read with, the
// decision, and the head of the response. A WebSocket begins as such a request. Pure but for what health and metrics
// read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "gateway/limits.hpp"
#include "gateway/routes.hpp"
#include "wire/frames.hpp"

namespace rostrum::gateway {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;
using HttpRequestParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// Puts the bounds of a request's header and body on `parser`, which has read nothing yet.
void bound(HttpRequestParser& parser, const Limits& limits);

/// What answers are made from.
struct Answering {
  const Site& site;
  const ops::Health& health;
  const ops::Metrics& metrics;
  const std::vector<std::string>& origins;  // whose pages may connect, besides the server's own
  bool stopping = false;                    // nothing new is taken
  bool tls = false;                         // what the request came over
  std::string_view also_connects = {};      // where pages may connect besides, as in security_headers.hpp
};

/// What the head of a response tells besides the reply.
struct Saying {
  unsigned version = 11;    // of HTTP: 11 is HTTP/1.1
  bool keep_alive = false;  // another request may follow
  bool tls = false;
  std::string_view also_connects = {};
};

/// What is done about a request: it becomes a WebSocket, it is answered, or neither, where there is nobody to answer.
struct Outcome {
  std::optional<wire::Codec> web_socket;
  std::optional<Reply> reply;
  bool head_only = false;  // the body is told of, not sent
  Saying saying;
};

/// What is done about `request`, at whose reading `error` came up, if any.
[[nodiscard]] Outcome outcome(boost::system::error_code error, const HttpRequest& request, const Answering& answering);

/// Puts what every response has into its head: the server's name and security_headers.hpp. The WebSocket's handshake is
/// one too.
void put_common(boost::beast::http::fields& head, bool tls, std::string_view also_connects);

/// The head of a response: the reply's own headers, those that every response has, and the body's type and length.
[[nodiscard]] boost::beast::http::response_header<> head_of(const Reply& reply, const Saying& saying);

/// Where the client is, as the proxy before this server says: each proxy adds its own entry at the end of
/// X-Forwarded-For, so the last one counts. None where that is no address.
[[nodiscard]] std::optional<std::string> forwarded_for(const HttpRequest& request);

}  // namespace rostrum::gateway
