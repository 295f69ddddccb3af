#include "integration/support/acts.hpp"
#include "integration/support/raw_socket.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;
using client::Failure;

namespace {

/// The refusal that a raw client is told, and then the close code.
void check_refused(RawWebSocket& socket, const std::string& code, int close_code, bool reconnect) {
  CAPTURE(code);
  std::string told;
  while (const auto frame = socket.next(text_frame)) {
    told = frame->payload;
    if (told.find("refusal") != std::string::npos) break;
  }
  CHECK(told.find('"' + code + '"') != std::string::npos);
  CHECK((told.find("\"reconnect\":true") != std::string::npos) == reconnect);
  CHECK(socket.close_code() == close_code);
}

}  // namespace

TEST_CASE("a code that nobody has is refused for good") {
  const ServerProcess server;
  auto client = client::Client::connect({.port = server.port()}, Codec::protobuf);
  REQUIRE(client);
  const auto hello = (*client)->sign_in("0000-0000");
  REQUIRE_FALSE(hello);
  CHECK(hello.error().kind == Failure::Kind::refused);
  CHECK(hello.error().refusal.code() == "unknown_code");
  CHECK_FALSE(hello.error().refusal.reconnect());
  CHECK(hello.error().close_code == 4001);
}

TEST_CASE("a first message that is no sign-in, a second sign-in, and what is no message are refused for good") {
  const ServerProcess server;
  {
    RawWebSocket socket(server.port());
    socket.say(R"({"timeProbe":{"clientAt":"1"}})");
    check_refused(socket, "malformed_frame", 4003, false);
  }
  {
    RawWebSocket socket(server.port());
    socket.sign_in(server.code("display"));
    socket.sign_in(server.code("display"));
    check_refused(socket, "malformed_frame", 4003, false);
  }
  {
    RawWebSocket socket(server.port());
    socket.send(text_frame, "{\"items\": what?");
    check_refused(socket, "malformed_frame", 4003, false);
  }
  {
    RawWebSocket socket(server.port());
    socket.send(binary_frame, "{\"items\":[]}");
    check_refused(socket, "malformed_frame", 4003, false);
  }
  {
    auto client = client::Client::connect({.port = server.port()}, Codec::protobuf);
    REQUIRE(client);
    REQUIRE((*client)->send_bytes(std::string("\xff\xff\xff\xff\x00garbage", 12), false));
    const Failure ended = (*client)->until_closed();
    CHECK(ended.refusal.code() == "malformed_frame");
    CHECK(ended.close_code == 4003);
  }
}

TEST_CASE("a message has its bound, to the byte, whole or in pieces") {
  const ServerProcess server({.limits = "frame_bytes_max=1000"});
  const auto padded = [](std::size_t bytes) {
    std::string message = R"({"items":[{"timeProbe":{"clientAt":"7"}}]})";
    message.resize(bytes, ' ');
    return message;
  };
  {
    RawWebSocket socket(server.port());
    socket.sign_in(server.code("display"));
    socket.send(text_frame, padded(1'000));
    socket.send(text_frame, padded(1'000).substr(0, 600), false);
    socket.send(continuation_frame, padded(1'000).substr(600));
    for (int reply = 0; reply < 2;) {
      const auto frame = socket.next(text_frame);
      REQUIRE(frame);
      if (frame->payload.find("timeReply") != std::string::npos) ++reply;
    }
    socket.send(text_frame, padded(1'001));
    check_refused(socket, "malformed_frame", 4003, false);
  }
  {
    RawWebSocket socket(server.port());
    socket.sign_in(server.code("display"));
    socket.send(text_frame, padded(600), false);
    socket.send(continuation_frame, std::string(401, ' '));
    check_refused(socket, "malformed_frame", 4003, false);
  }
}

TEST_CASE("what breaks the WebSocket itself is closed by its rules") {
  const ServerProcess server;
  {
    RawWebSocket socket(server.port());
    socket.socket.send(std::string("\x81\x02{}", 4));  // not masked
    CHECK(socket.close_code() == 1002);
  }
  {
    RawWebSocket socket(server.port());
    socket.send(text_frame, "\xc3\x28");  // not UTF-8
    CHECK(socket.close_code() == 1007);
  }
}

TEST_CASE("who does not sign in is not waited for") {
  const ServerProcess server({.limits = "sign_in_timeout_ms=200"});
  RawWebSocket socket(server.port());
  check_refused(socket, "too_slow_sign_in", 4005, true);
}

TEST_CASE("who sends too fast is rejected, then refused") {
  const ServerProcess server({.limits = "items_per_second_max=1,items_burst_max=5,too_fast_max=3"});
  const auto chair = signed_in(server, "chair", Codec::json);
  std::map<std::string, int> codes;
  std::optional<Failure> ended;
  for (int act = 0; act < 100 && !ended; ++act) {
    auto answer = chair->act(open_panel());
    if (!answer) {
      ended = answer.error();
    } else {
      ++codes[std::get<v1::Rejection>(*answer).code()];
    }
  }
  CHECK(codes["meeting_not_open"] >= 5);
  CHECK(codes["too_fast"] == 3);
  REQUIRE(ended);
  CHECK(ended->refusal.code() == "too_fast");
  CHECK(ended->refusal.reconnect());
  CHECK(ended->close_code == 4004);
  CHECK(server.metric("rostrum_too_fast_total") == 4);
}

TEST_CASE("so many connections are open at once, and one more is told to come back") {
  const ServerProcess server({.limits = "connections_max=2"});
  const auto first = signed_in(server, "chair");
  {
    const auto second = signed_in(server, "display");
    RawWebSocket third(server.port());
    check_refused(third, "too_many_connections", 4006, true);
    second->close();
  }
  signed_in(server, "display")->close();
}

TEST_CASE("a silent client is asked whether it is there, and given up where it is not") {
  const ServerProcess server({.limits = "ping_after_ms=100,silence_max_ms=400"});
  RawWebSocket silent(server.port());
  silent.sign_in(server.code("display"));
  CHECK(silent.next(ping_frame));
  CHECK(silent.close_code() == 0);  // cut: nobody is there to read a close frame
}

TEST_CASE("a client that answers is not given up") {
  const ServerProcess server({.limits = "ping_after_ms=20,silence_max_ms=2000"});
  RawWebSocket client(server.port());
  client.sign_in(server.code("display"));
  for (int ping = 0; ping < 10; ++ping) {
    const auto asked = client.next(ping_frame);
    REQUIRE(asked);
    client.send(pong_frame, asked->payload);
  }
  client.say(R"({"timeProbe":{"clientAt":"7"}})");
  CHECK(client.next(text_frame));
}

TEST_CASE("a refused client that does not close is cut") {
  const ServerProcess server({.limits = "close_timeout_ms=200"});
  RawWebSocket client(server.port());
  client.sign_in("0000-0000");
  check_refused(client, "unknown_code", 4001, false);
  CHECK(client.socket.receive_all().empty());  // its own close frame never came, and the server ended it
  CHECK(server.metric("rostrum_connections") == 0);
}
