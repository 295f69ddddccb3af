// What reaches a client that reads slowly: whole frames in their order, with the answers to its pings between them.
#include <functional>

#include "integration/support/certificate.hpp"
#include "integration/support/floor.hpp"
#include "integration/support/raw_socket.hpp"

using namespace rostrum;
using namespace rostrum::test;
using Json = nlohmann::json;

namespace {

constexpr int acts = 200;
constexpr std::size_t title_bytes = 700;  // so that all acts are more than the kernel holds
const std::string limits = std::string(without_rates) + ",socket_send_bytes=4096,outbox_bytes_max=16777216,ping_after_"
                                                        "ms=600000,silence_max_ms=900000,close_timeout_ms=60000";
const RawOptions little{.receive_buffer_bytes = 4'096};

std::string title(int act) { return (std::to_string(act) + std::string(title_bytes, 'x')).substr(0, title_bytes); }

/// Acts that everyone is told of; returns the position of the last one.
std::uint64_t act_for_all(client::Client& chair, const std::function<void(int act)>& before = [](int) {}) {
  std::uint64_t last = 0;
  for (int act = 0; act < acts; ++act) {
    before(act);
    const auto answer = chair.act(set_title(title(act)));
    REQUIRE(answer);
    REQUIRE(std::holds_alternative<v1::Ack>(*answer));
    last = std::get<v1::Ack>(*answer).seq();
  }
  return last;
}

struct Reader {
  explicit Reader(RawWebSocket& of) : socket(of) {}

  /// Takes the next frame, whose form and place are looked at.
  void take() {
    const auto frame = socket.next();
    REQUIRE(frame);
    if (frame->opcode == pong_frame) {
      REQUIRE(frame->payload == "ping " + std::to_string(pongs));
      ++pongs;
      return;
    }
    REQUIRE(frame->opcode == text_frame);
    const Json items = Json::parse(frame->payload).at("items");
    for (const Json& item : items) {
      if (item.contains("hello") || item.contains("snapshot")) continue;
      REQUIRE(item.contains("patch"));
      const auto at = std::stoull(item["patch"].at("seq").get<std::string>());
      REQUIRE((seq == 0 || at == seq + 1));
      seq = at;
    }
  }

  RawWebSocket& socket;
  int pongs = 0;
  std::uint64_t seq = 0;
};

void let_read_slowly(const ServerProcess& server, RawWebSocket& slow, client::Client& chair) {
  slow.sign_in(server.code("display"));
  Reader reader(slow);
  for (int frames = 0; frames < 2; ++frames) reader.take();  // hello and snapshot: it follows
  int pings = 0;
  const auto ping = [&] { slow.send(ping_frame, "ping " + std::to_string(pings++)); };
  const std::uint64_t last = act_for_all(chair, [&](int act) {
    if (act % 10 == 0) ping();
  });
  // It has read nothing of these; now it reads a frame at a time and goes on asking.
  for (int frames = 0; reader.seq < last; ++frames) {
    if (frames % 10 == 0) ping();
    reader.take();
  }
  ping();
  while (reader.pongs < pings) reader.take();
  CHECK(reader.seq == last);
}

}  // namespace

TEST_CASE("a client that reads slowly gets every frame whole and in order, and every ping is answered") {
  const ServerProcess server({.limits = limits});
  const auto chair = signed_in(server, "chair");
  RawWebSocket slow(server.port(), "rostrum.v1.json", little);
  let_read_slowly(server, slow, *chair);
  CHECK(server.metric("rostrum_outbox_overflows_total") == 0);
}

TEST_CASE(
    "a client that asks to close while frames wait for it gets whole frames, then the close, and nothing behind it") {
  const ServerProcess server({.limits = limits});
  const auto chair = signed_in(server, "chair");
  RawWebSocket slow(server.port(), "rostrum.v1.json", little);
  slow.sign_in(server.code("display"));
  Reader reader(slow);
  for (int frames = 0; frames < 2; ++frames) reader.take();
  act_for_all(*chair, [&](int act) {
    if (act == acts / 2) slow.send(close_frame, "\x03\xe8");
  });
  unsigned last_opcode = 0;
  while (const auto frame = slow.next()) {
    CHECK(last_opcode != close_frame);
    last_opcode = frame->opcode;
    if (frame->opcode == text_frame) CHECK(Json::accept(frame->payload));
  }
  CHECK(last_opcode == close_frame);
  CHECK(slow.socket.received.empty());  // no frame was cut
}

TEST_CASE("a client that is refused while frames wait for it is told so behind the frame that was begun") {
  const ServerProcess server({.limits = limits});
  const auto chair = signed_in(server, "chair");
  RawWebSocket slow(server.port(), "rostrum.v1.json", little);
  slow.sign_in(server.code("display"));
  Reader reader(slow);
  for (int frames = 0; frames < 2; ++frames) reader.take();
  act_for_all(*chair);
  slow.send(text_frame, "this is no message");
  std::string last;
  std::optional<ServerFrame> frame;
  while ((frame = slow.next()) && frame->opcode == text_frame) {
    REQUIRE(Json::accept(frame->payload));
    last = frame->payload;
  }
  CHECK(last.find("\"malformed_frame\"") != std::string::npos);
  REQUIRE(frame);
  CHECK(frame->opcode == close_frame);
  slow.send(close_frame, frame->payload);
  CHECK_FALSE(slow.next());
  CHECK(slow.socket.received.empty());
}

TEST_CASE("under TLS too a client that reads slowly gets every frame whole and in order") {
  const Certificate certificate;
  const ServerProcess server({.limits = limits, .more = certificate.options()});
  RawOptions options = little;
  options.certificate = certificate.certificate();
  RawWebSocket chair(server.port(), "rostrum.v1.json", {.certificate = certificate.certificate()});
  chair.sign_in(server.code("chair"));
  RawWebSocket slow(server.port(), "rostrum.v1.json", options);
  slow.sign_in(server.code("display"));
  Reader reader(slow);
  for (int frames = 0; frames < 2; ++frames) reader.take();
  for (int act = 0; act < acts; ++act) {
    chair.say(R"({"command":{"id":")" + std::to_string(act) +
              R"(","setPanelTitle":{"panel":"high-level","title":{"en":")" + title(act) + "\"}}}}");
    std::optional<ServerFrame> frame;
    while ((frame = chair.next()) && frame->payload.find("\"ack\"") == std::string::npos)
      REQUIRE(frame->payload.find("\"rejection\"") == std::string::npos);
    REQUIRE(frame);
  }
  slow.send(ping_frame, "ping 0");
  for (int frames = 0; frames < acts; ++frames) reader.take();
  while (reader.pongs == 0 || reader.seq < acts + 1) reader.take();
  CHECK(reader.seq == acts + 1);
}
