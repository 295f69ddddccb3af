// From the bytes of a request to what is done about it, without a socket.
#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>

#include "gateway/arriving.hpp"
#include "gateway/hall.hpp"
#include "gateway/http_exchange.hpp"
#include "gateway/security_headers.hpp"
#include "support/content.hpp"

using namespace rostrum;
using namespace rostrum::gateway;

namespace {

class Front {
 public:
  std::vector<std::string> origins;
  bool stopping = false;
  bool tls = false;
  Limits limits;

  [[nodiscard]] Outcome asked(const std::string& bytes, std::size_t piece_bytes = 1'000'000) const {
    gateway::test::Arriving stream(bytes, piece_bytes);
    boost::beast::flat_buffer buffer(limits.http_header_bytes_max + limits.http_body_bytes_max);
    HttpRequestParser parser;
    bound(parser, limits);
    boost::system::error_code error;
    boost::beast::http::read(stream, buffer, parser, error);
    return outcome(error, parser.get(), answering());
  }
  [[nodiscard]] unsigned status(const std::string& bytes) const {
    const auto done = asked(bytes);
    return done.reply ? done.reply->status : 0;
  }

 private:
  [[nodiscard]] Answering answering() const {
    return {
        .site = site_, .health = health_, .metrics = metrics_, .origins = origins, .stopping = stopping, .tls = tls};
  }

  Site site_;
  ops::Health health_;
  ops::Metrics metrics_;
};

std::string get(const std::string& target, const std::string& lines = {}) {
  return "GET " + target + " HTTP/1.1\r\nHost: hall.example\r\n" + lines + "\r\n";
}

std::string web_socket(const std::string& target, const std::string& lines) {
  return get(target, "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                     "Sec-WebSocket-Version: 13\r\n" +
                         lines);
}

const std::string offer = "Sec-WebSocket-Protocol: rostrum.v1.json\r\n";

std::string header(const boost::beast::http::response_header<>& head, const std::string& name) {
  const auto found = head.find(name);
  return found == head.end() ? "none" : std::string(found->value().data(), found->value().size());
}

}  // namespace

TEST_CASE("a request is answered the same in however many pieces it arrives") {
  const Front front;
  for (const std::size_t piece_bytes : {1'000'000u, 7u, 1u}) {
    const auto done = front.asked(get("/healthz"), piece_bytes);
    REQUIRE(done.reply);
    CHECK(done.reply->status == 200);
    CHECK(done.saying.keep_alive);
    CHECK_FALSE(done.head_only);
    CHECK_FALSE(done.web_socket);
  }
}

TEST_CASE("who is gone before the end of a request is not answered") {
  const Front front;
  for (const auto* bytes :
       {"", "GET", "GET / HTTP/1.1\r\nHost: hall.example\r\n", "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nfour"}) {
    CAPTURE(bytes);
    const auto done = front.asked(bytes);
    CHECK_FALSE(done.reply);
    CHECK_FALSE(done.web_socket);
  }
}

TEST_CASE("a request beyond its bounds, or that is none, is answered once and last") {
  Front front;
  front.limits = {.http_header_bytes_max = 200, .http_body_bytes_max = 10};
  const auto last = [&](const std::string& bytes) {
    const auto done = front.asked(bytes);
    CHECK_FALSE(done.saying.keep_alive);
    return done.reply ? done.reply->status : 0;
  };
  CHECK(last(get("/", "X-Long: " + std::string(300, 'x') + "\r\n")) == 431);
  CHECK(last("POST / HTTP/1.1\r\nContent-Length: 11\r\n\r\n") == 413);
  CHECK(last("\x16\x03\x01 this is no request\r\n\r\n") == 400);
  CHECK(last("GET / HTTP/3.0\r\n\r\n") == 400);
}

TEST_CASE("a WebSocket is opened at /ws, for who may connect, in the codec that was offered") {
  Front front;
  CHECK(front.asked(web_socket("/ws", offer)).web_socket == wire::Codec::json);
  CHECK(front.asked(web_socket("/ws?x", "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: rostrum.v1.proto\r\n"))
            .web_socket == wire::Codec::protobuf);
  CHECK(front.asked(web_socket("/ws", "Origin: http://hall.example\r\n" + offer)).web_socket);
  CHECK(front.status(web_socket("/ws", "Origin: http://elsewhere.example\r\n" + offer)) == 403);
  CHECK(front.status(web_socket("/ws", "")) == 400);
  CHECK(front.status(web_socket("/elsewhere", offer)) == 404);
  CHECK(front.status(get("/ws")) == 426);
  front.origins = {"http://elsewhere.example"};
  CHECK(front.asked(web_socket("/ws", "Origin: http://elsewhere.example\r\n" + offer)).web_socket);
  front.stopping = true;
  CHECK(front.status(web_socket("/ws", offer)) == 503);
}

TEST_CASE("a handshake that RFC 6455 refuses is refused here, with the headers of every response") {
  Front front;
  const auto asked = [&](const std::string& lines) {
    return front.asked("GET /ws HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + offer + lines + "\r\n");
  };
  const std::string host = "Host: hall.example\r\n", version = "Sec-WebSocket-Version: 13\r\n";
  const auto key = [](const std::string& text) { return "Sec-WebSocket-Key: " + text + "\r\n"; };
  const std::string sound = key("dGhlIHNhbXBsZSBub25jZQ==");
  CHECK(asked(host + version + sound).web_socket);
  const std::vector<std::pair<std::string, unsigned>> refused{
      {version + sound, 400},
      {host + version, 400},
      {host + version + key(""), 400},
      {host + version + key("dGhlIHNhbXBsZSBub25jZ==="), 400},
      {host + version + key("dGhlIHNhbXBsZSBub25jZQ"), 400},
      {host + version + key("dGhlIHNhbXBsZSBub25jZQdGhlIHNhbXBsZSBub25jZQ=="), 400},
      {host + version + key("dGhlIHNhbXBsZSBub25-ZQ=="), 400},
      {host + sound, 426},
      {host + "Sec-WebSocket-Version: 8\r\n" + sound, 426},
  };
  for (const auto& [lines, status] : refused) {
    CAPTURE(lines);
    const auto done = asked(lines);
    CHECK_FALSE(done.web_socket);
    REQUIRE(done.reply);
    CHECK(done.reply->status == status);
    const auto head = head_of(*done.reply, done.saying);
    CHECK(header(head, "Sec-WebSocket-Version") == (status == 426 ? "13" : "none"));
    CHECK(header(head, "Upgrade") == (status == 426 ? "websocket" : "none"));
    CHECK(header(head, "Server") == "Rostrum");
  }
}

TEST_CASE("while the server stops, no further request follows on a connection") {
  Front front;
  CHECK(front.asked(get("/healthz")).saying.keep_alive);
  CHECK_FALSE(front.asked(get("/healthz", "Connection: close\r\n")).saying.keep_alive);
  front.stopping = true;
  CHECK_FALSE(front.asked(get("/healthz")).saying.keep_alive);
}

TEST_CASE("N6 pages may connect to the other nodes that the server names, and to nothing else besides") {
  CHECK(to_connect_to({}).empty());
  const std::string places = to_connect_to({"https://node-2.example:8443", "http://node-3.example"});
  CHECK(places == "wss://node-2.example:8443 ws://node-3.example");
  const auto policy = header(head_of(plain(200, "ok\n"), {.also_connects = places}), "Content-Security-Policy");
  CHECK(policy.find("connect-src 'self' wss://node-2.example:8443 ws://node-3.example;") != std::string::npos);
  std::string before = policy;
  before.erase(before.find(" " + places), places.size() + 1);
  CHECK(before == security_headers.front().second);
}

TEST_CASE("pages may run the server's own scripts and worker, and nobody else's") {
  const auto policy = header(head_of(plain(200, "ok\n"), {}), "Content-Security-Policy");
  CHECK(policy.starts_with("default-src 'none'; script-src 'self'; worker-src 'self'; "));
}

TEST_CASE("a response's head tells what every response tells, and its body's type and length") {
  const auto head = head_of(plain(404, "There is nothing here.\n"), {.keep_alive = true});
  CHECK(head.result_int() == 404);
  CHECK(head.version() == 11);
  CHECK(header(head, "Server") == "Rostrum");
  for (const auto& [name, value] : security_headers) CHECK(header(head, std::string(name)) == value);
  CHECK(header(head, "Content-Type") == "text/plain; charset=utf-8");
  CHECK(header(head, "Content-Length") == "23");
  CHECK(header(head, "Connection") == "none");
  CHECK(header(head_of(plain(404, "There is nothing here.\n"), {}), "Connection") == "close");
  const auto unchanged = head_of({.status = 304, .headers = {{"ETag", "\"a\""}}}, {.keep_alive = true});
  CHECK(header(unchanged, "ETag") == "\"a\"");
  CHECK(header(unchanged, "Content-Length") == "none");
  CHECK(header(unchanged, "Content-Type") == "none");
}

TEST_CASE("only what came under TLS is told to come by TLS alone from now on") {
  Front front;
  for (const bool tls : {false, true}) {
    front.tls = tls;
    for (const auto& bytes : {get("/healthz"), get("/nothing"), std::string("\x16\x03\x01 no request\r\n\r\n")}) {
      CAPTURE(tls, bytes);
      const auto done = front.asked(bytes);
      REQUIRE(done.reply);
      const auto told = header(head_of(*done.reply, done.saying), std::string(strict_transport.first));
      CHECK(told == (tls ? strict_transport.second : "none"));
    }
  }
}

TEST_CASE("the kept seeds of the fuzz target are answered in every way but with a page") {
  Front front;
  front.limits = {.http_header_bytes_max = 1'024, .http_body_bytes_max = 64};  // the target's
  std::set<unsigned> statuses;
  bool web_socket_opened = false;
  for (const auto& file : std::filesystem::directory_iterator(ROSTRUM_SOURCE_DIR "/tests/fuzz/corpus/http")) {
    const std::string bytes = rostrum::test::content_of(file.path());
    front.stopping = file.path().stem().string().ends_with("stopping");
    const auto done = front.asked(bytes.substr(1));
    if (done.reply) statuses.insert(done.reply->status);
    if (done.web_socket) web_socket_opened = true;
  }
  CHECK(web_socket_opened);
  CHECK(statuses == std::set<unsigned>{200, 400, 403, 404, 405, 413, 426, 431, 503});
}

TEST_CASE("P5 of several X-Forwarded-For the last one counts") {
  HttpRequest request;
  CHECK_FALSE(forwarded_for(request));
  request.insert("X-Forwarded-For", "198.51.100.7");
  request.insert("X-Forwarded-For", "203.0.113.9, 192.0.2.1");
  CHECK(forwarded_for(request) == "192.0.2.1");
}
