#include <optional>

#include <catch2/catch.hpp>

#include <boost/asio/post.hpp>

#include "gateway/gate.hpp"

using namespace rostrum;
using namespace rostrum::gateway;
namespace asio = boost::asio;

namespace {

/// A stream that takes as many bytes as the test lets it, and holds what has to wait until there is room.
class Narrow final : public AnyStream {
 public:
  explicit Narrow(asio::io_context& strand) : strand_(strand) {}

  Executor executor() override { return strand_.get_executor(); }
  [[nodiscard]] std::string address() const override { return "192.0.2.1"; }
  void shake_hands(Done /*done*/) override { FAIL("no handshake here"); }
  void read_some(asio::mutable_buffer /*into*/, Moved /*done*/) override { FAIL("nothing is read here"); }
  void write_some(const Pieces& pieces, Moved done) override {
    REQUIRE_FALSE(waiting_);
    pieces_ = pieces;
    waiting_.emplace(std::move(done));
    try_again();
  }
  std::size_t send_now(const Pieces& pieces, Error& failed) override {
    REQUIRE_FALSE(waiting_);
    ++direct;
    failed = error;
    return error ? 0 : take(pieces);
  }
  void end_sending(Done /*done*/) override {}
  void tear_down(Done /*done*/) override {}
  void close() override { fail_with(asio::error::operation_aborted); }

  /// The peer takes so many bytes more.
  void let(std::size_t bytes) {
    room += bytes;
    try_again();
    strand_.restart();
    strand_.run();
  }
  void fail_with(Error why) {
    error = why;
    if (waiting_) end_waiting(0);
    strand_.restart();
    strand_.run();
  }

  std::size_t room = 0;
  std::string out;  // what the peer has got
  int direct = 0;   // sends that did not wait
  Error error;

 private:
  std::size_t take(const Pieces& pieces) {
    std::size_t bytes = 0;
    for (const auto& piece : pieces) {
      const std::size_t some = std::min(piece.size(), room);
      out.append(static_cast<const char*>(piece.data()), some);
      room -= some;
      bytes += some;
    }
    return bytes;
  }
  void try_again() {
    if (!waiting_ || room == 0) return;
    end_waiting(take(pieces_));
  }
  void end_waiting(std::size_t bytes) {
    asio::post(strand_, [done = *std::move(waiting_), why = error, bytes]() mutable { done(why, bytes); });
    waiting_.reset();
  }

  asio::io_context& strand_;
  Pieces pieces_;
  std::optional<Moved> waiting_;
};

struct AGate final : Gate::Owner {
  AGate() : narrow(new Narrow(strand)), gate(Stream(std::unique_ptr<AnyStream>(narrow))) { gate.belongs_to(self); }
  void frames_sent(Error error) override {
    ++sent;
    failed = error;
  }
  bool send(std::initializer_list<std::string> payloads, Opcode opcode = Opcode::text) {
    std::vector<chamber::Frame> frames;
    for (const auto& payload : payloads) frames.push_back(std::make_shared<const std::string>(payload));
    return gate.send(frames, opcode);
  }
  /// As Beast writes a control frame.
  void write(const std::string& bytes) {
    gate.async_write_some(asio::buffer(bytes), [this](Error error, std::size_t count) {
      ++written;
      write_error = error;
      written_bytes += count;
    });
  }
  void let(std::size_t bytes) { narrow->let(bytes); }
  [[nodiscard]] const std::string& out() const { return narrow->out; }

  asio::io_context strand;
  Narrow* narrow;
  Gate gate;
  std::shared_ptr<Owner> self{this, [](Owner*) {}};
  int sent = 0;
  Error failed;
  int written = 0;
  std::size_t written_bytes = 0;
  Error write_error;
};

const std::string pong = "\x8a\x02hi";
const std::string close_frame = "\x88\x02\x03\xe8";

/// A short text frame as it is on the socket.
std::string text(const std::string& payload) {
  return "\x81" + std::string(1, static_cast<char>(payload.size())) + payload;
}

}  // namespace

TEST_CASE("a frame goes behind a header of its size") {
  const auto header_of = [](std::size_t size, Opcode opcode) {
    AGate gate;
    gate.narrow->room = 1u << 20;
    REQUIRE(gate.send({std::string(size, 'x')}, opcode));
    return gate.out().substr(0, gate.out().size() - size);
  };
  using namespace std::string_literals;
  CHECK(header_of(0, Opcode::text) == "\x81\x00"s);
  CHECK(header_of(125, Opcode::text) == "\x81\x7d"s);
  CHECK(header_of(126, Opcode::binary) == "\x82\x7e\x00\x7e"s);
  CHECK(header_of(65'535, Opcode::binary) == "\x82\x7e\xff\xff"s);
  CHECK(header_of(65'536, Opcode::binary) == "\x82\x7f\x00\x00\x00\x00\x00\x01\x00\x00"s);
}

TEST_CASE("frames for which there is room are sent at once and together") {
  AGate gate;
  gate.narrow->room = 100;
  CHECK(gate.send({"one", "two"}));
  CHECK(gate.out() == text("one") + text("two"));
  CHECK(gate.narrow->direct == 1);
  gate.let(0);
  CHECK(gate.sent == 0);
}

TEST_CASE("frames for which there is no room wait, byte for byte, and their end is told") {
  AGate gate;
  CHECK_FALSE(gate.send({"one", "two", "three"}));
  const std::string all = text("one") + text("two") + text("three");
  for (std::size_t bytes = 0; bytes < all.size(); ++bytes) {
    REQUIRE(gate.out() == all.substr(0, bytes));
    REQUIRE(gate.sent == 0);
    gate.let(1);
  }
  CHECK(gate.out() == all);
  CHECK(gate.sent == 1);
  gate.narrow->room = 100;
  CHECK(gate.send({"four"}));
}

TEST_CASE("a pong never falls into a frame that is sent in part, wherever that was cut") {
  const std::string frames = text("statement") + text("floor");
  for (std::size_t cut = 1; cut < frames.size(); ++cut) {
    CAPTURE(cut);
    AGate gate;
    gate.narrow->room = cut;
    REQUIRE_FALSE(gate.send({"statement", "floor"}));
    gate.write(pong);
    CHECK(gate.written == 0);
    gate.let(frames.size() - cut);
    CHECK(gate.out() == frames);
    CHECK(gate.sent == 1);
    CHECK(gate.written == 0);
    gate.let(pong.size());
    CHECK(gate.out() == frames + pong);
    CHECK(gate.written == 1);
    CHECK(gate.written_bytes == pong.size());
  }
}

TEST_CASE("a frame never falls into a pong that is written in part, wherever that was cut") {
  for (std::size_t cut = 0; cut < pong.size(); ++cut) {
    CAPTURE(cut);
    AGate gate;
    gate.narrow->room = cut;
    gate.write(pong);
    CHECK_FALSE(gate.send({"floor"}));
    for (std::size_t bytes = cut; bytes < pong.size(); ++bytes) {
      CHECK(gate.out() == pong.substr(0, bytes));
      CHECK(gate.written == 0);
      gate.let(1);
    }
    CHECK(gate.written == 1);
    CHECK(gate.sent == 0);
    gate.let(100);
    CHECK(gate.out() == pong + text("floor"));
    CHECK(gate.sent == 1);
  }
}

TEST_CASE("a control frame that can be written at once is, and its end is told later") {
  AGate gate;
  gate.narrow->room = 100;
  gate.write(pong);
  CHECK(gate.out() == pong);
  CHECK(gate.written == 0);
  gate.let(0);
  CHECK(gate.written == 1);
  CHECK(gate.written_bytes == pong.size());
}

TEST_CASE("control frames do not wait for ever while frames keep coming") {
  AGate gate;
  REQUIRE_FALSE(gate.send({"a"}));
  gate.write(pong);
  gate.let(text("a").size());
  REQUIRE(gate.sent == 1);
  REQUIRE_FALSE(gate.send({"b"}));
  gate.let(100);
  CHECK(gate.out() == text("a") + pong + text("b"));
}

TEST_CASE("a close frame comes behind the frames that were taken, and nothing comes behind it") {
  AGate gate;
  gate.narrow->room = 1;
  REQUIRE_FALSE(gate.send({"last"}));
  gate.write(close_frame);
  gate.let(100);
  CHECK(gate.sent == 1);
  CHECK(gate.send({"too late"}));
  gate.let(100);
  CHECK(gate.out() == text("last") + close_frame);
}

TEST_CASE("a stream that fails is told to whoever waits for it, once") {
  const Error reset = asio::error::connection_reset;
  SECTION("frames that wait, and a control frame behind them") {
    AGate gate;
    REQUIRE_FALSE(gate.send({"a"}));
    gate.write(pong);
    gate.narrow->fail_with(reset);
    CHECK(gate.sent == 1);
    CHECK(gate.failed == reset);
    CHECK(gate.written == 1);
    CHECK(gate.write_error == reset);
  }
  SECTION("frames that were to be sent at once: never from inside the call") {
    AGate gate;
    gate.narrow->fail_with(reset);
    CHECK_FALSE(gate.send({"a"}));
    CHECK(gate.sent == 0);
    gate.let(0);
    CHECK(gate.sent == 1);
    CHECK(gate.failed == reset);
  }
  SECTION("a control frame that was to be written at once") {
    AGate gate;
    gate.narrow->fail_with(reset);
    gate.write(pong);
    CHECK(gate.written == 0);
    gate.let(0);
    CHECK(gate.write_error == reset);
  }
}

TEST_CASE("nothing is kept alive by what never ends") {
  const auto frame = std::make_shared<const std::string>("frame");
  std::weak_ptr<int> handler;
  {
    AGate gate;
    REQUIRE_FALSE(gate.gate.send({&frame, 1}, Opcode::text));
    auto kept = std::make_shared<int>(1);
    handler = kept;
    gate.gate.async_write_some(asio::buffer(pong), [kept](Error, std::size_t) {});
    kept.reset();
    CHECK(frame.use_count() == 2);
    CHECK_FALSE(handler.expired());
  }
  CHECK(frame.use_count() == 1);
  CHECK(handler.expired());
}
