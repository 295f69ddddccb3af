// The requests of one HTTP connection, from the bytes to the responses' heads, on the path of http_session.cpp but for
// the socket. The first byte says in what pieces the rest arrives, whether under TLS, and whether the server is
// stopping.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <arpa/inet.h>
#include <stdlib.h>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "base/assert.hpp"
#include "gateway/arriving.hpp"
#include "gateway/handshake.hpp"
#include "gateway/http_exchange.hpp"
#include "gateway/security_headers.hpp"

using namespace rostrum;
using namespace rostrum::gateway;

namespace http = boost::beast::http;

namespace {

const std::set<unsigned> statuses{200, 304, 400, 403, 404, 405, 406, 413, 426, 431, 503};

/// A page and a script, which has packed forms, through a folder that is gone afterwards.
Site two_files() {
  std::string name = (std::filesystem::temp_directory_path() / "rostrum-fuzz-XXXXXX").string();
  ROSTRUM_ASSERT(::mkdtemp(name.data()) != nullptr);
  const std::filesystem::path folder(name);
  std::filesystem::create_directory(folder / "assets");
  std::ofstream(folder / "index.html") << "<!doctype html><title>A page</title>\n";
  std::ofstream(folder / "assets/chair-0123abcd.js") << "export {};\n";
  std::ofstream(folder / "assets/chair-0123abcd.js.br") << "brotli";
  std::ofstream(folder / "assets/chair-0123abcd.js.gz") << "by gzip";
  auto site = Site::read(folder);
  std::filesystem::remove_all(folder);
  ROSTRUM_ASSERT(site.has_value());
  return *std::move(site);
}

struct Front {
  Site site = two_files();
  ops::Health health;
  ops::Metrics metrics;
  std::vector<std::string> origins{"https://screens.example"};
};

std::optional<std::string_view> value_of(const HttpRequest& request, http::field name) {
  const auto found = request.find(name);
  if (found == request.end()) return std::nullopt;
  return std::string_view(found->value().data(), found->value().size());
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view target_of(const HttpRequest& request) { return {request.target().data(), request.target().size()}; }

std::string text_of(const http::response_header<>& head, std::string_view name) {
  const auto found = head.find({name.data(), name.size()});
  return found == head.end() ? std::string() : std::string(found->value().data(), found->value().size());
}

/// What a client is told has the form of HTTP and nothing in it that the client wrote: no line of a header of its own.
void is_sound(const Reply& reply, const Outcome& done) {
  ROSTRUM_ASSERT(statuses.contains(reply.status));
  const auto head = head_of(reply, done.saying);
  ROSTRUM_ASSERT(head.result_int() == reply.status && head.version() == done.saying.version);
  for (const auto& field : head) ROSTRUM_ASSERT(field.value().find_first_of("\r\n") == std::string::npos);
  ROSTRUM_ASSERT(text_of(head, "Server") == "Rostrum");
  for (const auto& [name, value] : security_headers) ROSTRUM_ASSERT(text_of(head, name) == value);
  ROSTRUM_ASSERT(text_of(head, strict_transport.first).empty() == !done.saying.tls);
  ROSTRUM_ASSERT((reply.status == 304) == !reply.body);
  ROSTRUM_ASSERT(text_of(head, "Content-Length") == (reply.body ? std::to_string(reply.body->size()) : ""));
  ROSTRUM_ASSERT(text_of(head, "Content-Type").empty() == !reply.body);
  ROSTRUM_ASSERT(text_of(head, "Allow").empty() == (reply.status != 405));
  ROSTRUM_ASSERT(text_of(head, "Upgrade").empty() == (reply.status != 426));
  if (reply.status == 304) ROSTRUM_ASSERT(!text_of(head, "ETag").empty());
  const auto packed = text_of(head, "Content-Encoding");
  if (packed.empty()) return;
  ROSTRUM_ASSERT(reply.status == 200 && *reply.body == (packed == "br" ? "brotli" : "by gzip"));
  ROSTRUM_ASSERT(text_of(head, "Vary") == "Accept-Encoding");
}

/// Only at /ws, for a page that may, in a codec that the client offered, by a handshake as RFC 6455 has it.
void may_be_a_web_socket(const HttpRequest& request, bool stopping) {
  ROSTRUM_ASSERT(!stopping);
  ROSTRUM_ASSERT(boost::beast::websocket::is_upgrade(request));
  ROSTRUM_ASSERT(path_of(target_of(request)) == "/ws");
  // What Beast would refuse by itself, without the headers of every response.
  ROSTRUM_ASSERT(value_of(request, http::field::host).has_value());
  ROSTRUM_ASSERT(value_of(request, http::field::sec_websocket_version) == "13");
  ROSTRUM_ASSERT(value_of(request, http::field::sec_websocket_key).value_or("").size() == 24);
  const auto origin = value_of(request, http::field::origin);
  if (!origin) return;
  ROSTRUM_ASSERT(is_origin(*origin));
  const bool secure = lower(*origin).starts_with("https://");
  const std::string page = lower(origin->substr(origin->find("://") + 3));
  const std::string port = secure ? ":443" : ":80";
  const auto is_page = [&](const std::string& host) {
    return host == page || host + port == page || host == page + port;
  };
  ROSTRUM_ASSERT(is_page(lower(value_of(request, http::field::host).value_or(""))) ||
                 (secure && is_page("screens.example")));
}

void is_told_the_same_by_head(HttpRequest request, const Reply& reply, const Answering& answering) {
  request.method(http::verb::head);
  const auto head = outcome({}, request, answering);
  ROSTRUM_ASSERT(head.head_only && head.reply);
  ROSTRUM_ASSERT(head.reply->status == reply.status);
  ROSTRUM_ASSERT(head.reply->headers == reply.headers);
  ROSTRUM_ASSERT(!reply.body == !head.reply->body);
  if (reply.body) ROSTRUM_ASSERT(*reply.body == *head.reply->body);
}

void check_address(const HttpRequest& request) {
  const auto address = forwarded_for(request);
  if (!address) return;
  in6_addr binary{};
  const bool is_address =
      ::inet_pton(AF_INET, address->c_str(), &binary) == 1 || ::inet_pton(AF_INET6, address->c_str(), &binary) == 1;
  ROSTRUM_ASSERT(is_address);
  ROSTRUM_ASSERT(forwarded_for(*address) == address);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Front front;
  if (size == 0) return 0;
  const bool stopping = data[0] >= 0xF0;
  const Answering answering{.site = front.site,
                            .health = front.health,
                            .metrics = front.metrics,
                            .origins = front.origins,
                            .stopping = stopping,
                            .tls = data[0] % 2 == 0};
  const Limits limits{.http_header_bytes_max = 1'024, .http_body_bytes_max = 64};  // within reach of short inputs
  test::Arriving stream({reinterpret_cast<const char*>(data) + 1, size - 1}, data[0]);
  boost::beast::flat_buffer buffer(limits.http_header_bytes_max + limits.http_body_bytes_max);
  while (true) {
    HttpRequestParser parser;
    bound(parser, limits);
    boost::system::error_code error;
    http::read(stream, buffer, parser, error);
    const HttpRequest& request = parser.get();
    const auto done = outcome(error, request, answering);
    ROSTRUM_ASSERT(!done.saying.keep_alive || (done.reply && !error && !stopping));
    ROSTRUM_ASSERT(!(done.web_socket && done.reply));
    if (done.web_socket) may_be_a_web_socket(request, stopping);
    if (done.reply) is_sound(*done.reply, done);
    if (!error) {
      ROSTRUM_ASSERT(done.saying.version == 10 || done.saying.version == 11);
      ROSTRUM_ASSERT(done.web_socket || done.reply);
      ROSTRUM_ASSERT(request.body().size() <= limits.http_body_bytes_max);
      check_address(request);
      if (done.reply && request.method() == http::verb::get && !boost::beast::websocket::is_upgrade(request))
        is_told_the_same_by_head(request, *done.reply, answering);
    }
    if (!done.saying.keep_alive) return 0;
  }
}
