#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include "client/client.hpp"
#include "integration/support/raw_socket.hpp"
#include "integration/support/server_process.hpp"

using namespace rostrum::test;

TEST_CASE("every screen is served, and what is not there is not found") {
  const ServerProcess server;
  for (const auto* path : {"/", "/join", "/chair", "/delegate", "/display", "/desk", "/booth", "/captions"}) {
    CAPTURE(path);
    const HttpAnswer answer = get(server.port(), path);
    CHECK(answer.status == 200);
    CHECK(answer.headers.at("content-type") == "text/html; charset=utf-8");
    CHECK(answer.headers.at("cache-control") == "no-cache");
    CHECK(answer.headers.at("x-content-type-options") == "nosniff");
    CHECK(answer.headers.at("referrer-policy") == "no-referrer");
    CHECK(answer.body.find("A page") != std::string::npos);
  }
  for (const auto* path :
       {"/nothing", "/booths", "/../secret", "/%2e%2e/secret", "/assets/../../journal.sqlite", "/assets"}) {
    CAPTURE(path);
    CHECK(get(server.port(), path).status == 404);
  }
}

TEST_CASE("every answer says what a page may load and that nobody may frame it") {
  const ServerProcess server;
  RawSocket garbage(server.port());
  garbage.send("this is no request\r\n\r\n");
  const std::string tag = "If-None-Match: " + get(server.port(), "/").headers.at("etag") + "\r\n";
  const std::string upgrade = upgrade_lines("rostrum.v1.json");
  const auto without = [&](const std::string& line) {
    const auto from = upgrade.find(line);
    return upgrade.substr(0, from) + upgrade.substr(upgrade.find("\r\n", from) + 2);
  };
  const auto open_web_socket = [&](const std::string& lines) {
    RawSocket socket(server.port());
    return handshake(socket, lines);
  };
  const std::vector<HttpAnswer> answers{
      get(server.port(), "/"),
      get(server.port(), "/assets/chair-0123abcd.js"),
      get(server.port(), "/", tag),
      request(server.port(), "HEAD", "/"),
      get(server.port(), "/healthz"),
      get(server.port(), "/ws"),
      get(server.port(), "/ws", upgrade_lines("chat")),
      get(server.port(), "/nothing"),
      request(server.port(), "POST", "/"),
      http_answer(garbage.receive_all()),
      open_web_socket("Host: 127.0.0.1\r\n" + upgrade),
      open_web_socket(upgrade),
      open_web_socket("Host: 127.0.0.1\r\n" + without("Sec-WebSocket-Key: ")),
      open_web_socket("Host: 127.0.0.1\r\n" + without("Sec-WebSocket-Version: ")),
  };
  std::set<int> statuses;
  for (const HttpAnswer& answer : answers) {
    CAPTURE(answer.status);
    statuses.insert(answer.status);
    CHECK(answer.headers.at("server") == "Rostrum");
    const std::string policy = ' ' + answer.headers.at("content-security-policy") + ';';
    for (const auto* says : {" default-src 'none';", " script-src 'self';", " connect-src 'self';",
                             " frame-ancestors 'none';", " base-uri 'none';"}) {
      CAPTURE(says);
      CHECK(policy.find(says) != std::string::npos);
    }
    CHECK(policy.find("unsafe-eval") == std::string::npos);
    CHECK(answer.headers.at("referrer-policy") == "no-referrer");
    CHECK(answer.headers.at("x-content-type-options") == "nosniff");
    CHECK(answer.headers.at("permissions-policy").find("camera=()") == 0);
    CHECK(answer.headers.count("strict-transport-security") == 0);  // it would lock people out of a server without TLS
  }
  CHECK(statuses == std::set<int>{101, 200, 304, 400, 404, 405, 426});
}

TEST_CASE("a file is kept by its tag, and a hashed one for ever") {
  const ServerProcess server;
  const HttpAnswer page = get(server.port(), "/");
  const HttpAnswer again = get(server.port(), "/", "If-None-Match: " + page.headers.at("etag") + "\r\n");
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  const HttpAnswer script = get(server.port(), "/assets/chair-0123abcd.js");
  CHECK(script.headers.at("content-type") == "text/javascript; charset=utf-8");
  CHECK(script.headers.at("cache-control") == "public, max-age=31536000, immutable");
}

TEST_CASE("a page comes packed as the client takes it, and each form is kept by a tag of its own") {
  const ServerProcess server;
  const std::string style = "/assets/desk-0123abcd.css";
  const auto accepting = [](const std::string& what) { return "Accept-Encoding: " + what + "\r\n"; };
  const auto asked = [&](const std::string& lines) { return get(server.port(), style, lines); };
  const std::vector<std::tuple<std::string, std::string, std::string>> forms{
      {"", "", "main { display: grid; }\n"},
      {accepting("gzip, deflate, br"), "br", "by brotli"},
      {accepting("gzip, deflate"), "gzip", "packed by gzip"},
      {accepting("br;q=0.1") + accepting("gzip;q=0.2"), "gzip", "packed by gzip"},
      {accepting("br;q=0, *"), "gzip", "packed by gzip"},
      {accepting("identity"), "", "main { display: grid; }\n"},
  };
  std::set<std::string> tags;
  for (const auto& [lines, encoding, body] : forms) {
    CAPTURE(lines);
    const HttpAnswer answer = asked(lines);
    CHECK(answer.status == 200);
    CHECK(answer.body == body);
    CHECK(answer.headers.at("content-length") == std::to_string(body.size()));
    CHECK(answer.headers.at("content-type") == "text/css; charset=utf-8");
    CHECK(answer.headers.at("cache-control") == "public, max-age=31536000, immutable");
    CHECK(answer.headers.at("vary") == "Accept-Encoding");
    CHECK(answer.headers.count("content-encoding") == (encoding.empty() ? 0 : 1));
    if (!encoding.empty()) CHECK(answer.headers.at("content-encoding") == encoding);
    const std::string& tag = answer.headers.at("etag");
    tags.insert(tag);
    const HttpAnswer again = asked(lines + "If-None-Match: " + tag + "\r\n");
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.headers.at("etag") == tag);
    CHECK(again.headers.at("vary") == "Accept-Encoding");
    const HttpAnswer head = request(server.port(), "HEAD", style, lines);
    CHECK(head.body.empty());
    CHECK(head.headers == answer.headers);
  }
  CHECK(tags.size() == 3);
  CHECK(asked(accepting("gzip") + "If-None-Match: " + asked(accepting("br")).headers.at("etag") + "\r\n").status ==
        200);
  CHECK(get(server.port(), style + ".br").status == 404);
  const HttpAnswer none = get(server.port(), "/", accepting("br, identity;q=0"));
  CHECK(none.status == 406);
  CHECK(none.headers.at("content-type") == "text/plain; charset=utf-8");
  CHECK(get(server.port(), "/healthz", accepting("br, identity;q=0")).status == 200);
}

TEST_CASE("health, readiness and metrics are told") {
  const ServerProcess server;
  CHECK(get(server.port(), "/healthz").status == 200);
  const HttpAnswer ready = get(server.port(), "/readyz");
  CHECK(ready.status == 200);
  CHECK(ready.body == "ready\n");
  const HttpAnswer metrics = get(server.port(), "/metrics");
  CHECK(metrics.status == 200);
  CHECK(metrics.headers.at("content-type") == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(metrics.body.find("# TYPE rostrum_encodings_total counter\n") != std::string::npos);
  CHECK(metrics.body.find("rostrum_following{audience=\"desk\"} 0\n") != std::string::npos);
}

TEST_CASE("nothing is written by HTTP, and HEAD tells what GET would send") {
  const ServerProcess server;
  for (const auto* method : {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"}) {
    CAPTURE(method);
    const HttpAnswer answer = request(server.port(), method, "/");
    CHECK(answer.status == 405);
    CHECK(answer.headers.at("allow") == "GET, HEAD");
  }
  const HttpAnswer head = request(server.port(), "HEAD", "/");
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.headers.at("content-length") == get(server.port(), "/").headers.at("content-length"));
}

TEST_CASE("a connection serves several requests, one after the other") {
  const ServerProcess server;
  RawSocket socket(server.port());
  const std::string ask = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  socket.send(ask + ask);
  REQUIRE(socket.receive_until("ok\n"));
  socket.received.erase(0, socket.received.find("ok\n") + 3);
  REQUIRE(socket.receive_until("ok\n"));
  socket.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  CHECK(http_answer(socket.receive_all()).status == 200);
}

TEST_CASE("what is not HTTP is refused") {
  const ServerProcess server;
  RawSocket socket(server.port());
  socket.send("\x16\x03\x01 this is no request\r\n\r\n");
  CHECK(http_answer(socket.receive_all()).status == 400);
}

TEST_CASE("a header and a body have their bounds") {
  const ServerProcess server({.limits = "http_header_bytes_max=2048,http_body_bytes_max=100"});
  CHECK(get(server.port(), "/healthz", "X-Long: " + std::string(1'500, 'x') + "\r\n").status == 200);
  CHECK(get(server.port(), "/healthz", "X-Long: " + std::string(5'000, 'x') + "\r\n").status == 431);
  CHECK(request(server.port(), "POST", "/", "Content-Length: 101\r\n").status == 413);
}

TEST_CASE("who sends no whole request is not waited for") {
  const ServerProcess server({.limits = "http_timeout_ms=200"});
  RawSocket silent(server.port());
  CHECK(silent.receive_all().empty());
  RawSocket slow(server.port());
  slow.send("GET /healthz HTTP/1.1\r\nHost:");
  CHECK(slow.receive_all().empty());
}

TEST_CASE("so many sockets speak HTTP at once, and one more is closed unheard") {
  const ServerProcess server({.limits = "http_sessions_max=2"});
  {
    const RawSocket first(server.port());
    RawSocket second(server.port());
    second.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");  // so both have been accepted
    REQUIRE(second.receive_until("ok\n"));
    RawSocket third(server.port());
    third.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    CHECK(third.receive_all().empty());
    second.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    CHECK(second.receive_until("ok\n"));
    CHECK(second.receive_all().size() > 0);
  }
  CHECK(get(server.port(), "/healthz").status == 200);
}

TEST_CASE("a WebSocket is opened for pages of this server, for those that were named, and for programs") {
  const ServerProcess server({.more = {"--origin", "https://screens.example", "--url", "https://hall.example"}});
  const auto asked = [&](const std::string& origin) {
    const std::string own = "Origin: " + origin + "\r\n";
    return get(server.port(), "/ws", upgrade_lines("rostrum.v1.nothing") + (origin.empty() ? "" : own)).status;
  };
  // 400: the origin was fine, the subprotocol is not.
  CHECK(asked("") == 400);
  CHECK(asked("http://127.0.0.1:" + std::to_string(server.port())) == 400);
  CHECK(asked("https://screens.example") == 400);
  CHECK(asked("https://hall.example") == 400);
  CHECK(asked("http://hall.example") == 403);
  CHECK(asked("http://elsewhere.example") == 403);
  CHECK(asked("http://127.0.0.1:1") == 403);
  CHECK(asked("null") == 403);
}

TEST_CASE("N6 clients are told where other nodes are, whose pages may connect here, and these pages there") {
  const ServerProcess server(
      {.more = {"--elsewhere", "https://node-2.example", "--elsewhere", "http://node-3.example:8080"}});
  auto client = rostrum::client::Client::connect({.port = server.port()}, rostrum::client::Codec::protobuf, {});
  REQUIRE(client);
  const auto hello = (*client)->sign_in(server.code("chair"));
  REQUIRE(hello);
  REQUIRE(hello->elsewhere_size() == 2);
  CHECK(hello->elsewhere(0) == "https://node-2.example");
  CHECK(hello->elsewhere(1) == "http://node-3.example:8080");
  CHECK(get(server.port(), "/")
            .headers.at("content-security-policy")
            .find("connect-src 'self' wss://node-2.example ws://node-3.example:8080;") != std::string::npos);
  const std::string page = "Origin: https://node-2.example\r\n";
  CHECK(get(server.port(), "/ws", upgrade_lines("rostrum.v1.nothing") + page).status == 400);
  for (const auto* wrong : {"node-2.example", "https://a.example;b", "https://a.example,https://b.example"}) {
    CAPTURE(wrong);
    CHECK(run_server(server.data(), {.more = {"--elsewhere", wrong}}).status == 2);
  }
}

TEST_CASE("a WebSocket needs a subprotocol of ours, and is at /ws only") {
  const ServerProcess server;
  CHECK(get(server.port(), "/ws", upgrade_lines("")).status == 400);
  CHECK(get(server.port(), "/ws", upgrade_lines("chat, rostrum.v2.proto")).status == 400);
  CHECK(get(server.port(), "/elsewhere", upgrade_lines("rostrum.v1.json")).status == 404);
  CHECK(get(server.port(), "/ws").status == 426);
  const RawWebSocket json(server.port(), "rostrum.v1.json");
  const RawWebSocket binary(server.port(), "rostrum.v1.proto");
}
