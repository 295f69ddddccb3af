#include "client/line.hpp"

#include <deque>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

#include "client/handshake.hpp"

namespace rostrum::client {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using Error = boost::system::error_code;
using Kind = Failure::Kind;

namespace {
constexpr int taken_at_once_max = 256;  // by one step, so that whoever drives the loop has a turn
}

struct Loop::Parts {
  asio::io_context context{1};
};

Loop::Loop() : parts_(std::make_unique<Parts>()) {}
Loop::~Loop() = default;

void Loop::step(Time by) {
  asio::io_context& context = parts_->context;
  context.restart();
  // A context without a line would not wait.
  const auto work = asio::make_work_guard(context);
  if (context.run_one_until(by) == 0) return;
  for (int more = 0; more < taken_at_once_max && context.poll_one() > 0; ++more) continue;
}

/// Kept by whatever is under way, so that it may end after the line has gone.
struct Line::Parts : std::enable_shared_from_this<Line::Parts> {
  Parts(asio::io_context& context, const Address& address_, Codec codec_, Listener listener_)
      : address(address_),
        codec(codec_),
        listener(std::move(listener_)),
        socket(context) {}

  void begin();
  void shake_hands();
  void read();
  void write();
  void send(std::string bytes, bool text);
  void took(const std::string& bytes);
  void end(Kind kind, std::string why, unsigned http_status = 0);
  void close();

  struct Waiting {
    std::string bytes;
    bool text;
  };

  const Address address;
  const Codec codec;
  const Listener listener;
  websocket::stream<tcp::socket> socket;
  websocket::response_type response;
  beast::flat_buffer buffer;
  std::deque<Waiting> waiting;  // the first is being written
  std::optional<v1::Refusal> refusal;
  bool open = false;
  bool reading = false;
  bool deaf = false;
  bool over = false;
};

void Line::Parts::begin() {
  Error error;
  const auto endpoints =
      tcp::resolver(socket.get_executor()).resolve(address.host, std::to_string(address.port), error);
  // Told from the loop, as all else is.
  if (error)
    return asio::post(socket.get_executor(),
                      [self = shared_from_this(), why = error.message()] { self->end(Kind::unreachable, why); });
  const tcp::endpoint endpoint = endpoints.begin()->endpoint();
  auto& lowest = socket.next_layer();
  lowest.open(endpoint.protocol(), error);
  if (!error && address.receive_buffer_bytes)  // before connecting: the window is agreed there
    lowest.set_option(asio::socket_base::receive_buffer_size(*address.receive_buffer_bytes), error);
  lowest.async_connect(endpoint, [self = shared_from_this()](Error failed) {
    if (failed) return self->end(Kind::unreachable, failed.message());
    self->shake_hands();
  });
}

void Line::Parts::shake_hands() {
  if (over) return;
  Error ignored;
  socket.next_layer().set_option(tcp::no_delay(true), ignored);
  socket.set_option(websocket::stream_base::decorator([this](websocket::request_type& request) {
    request.set(beast::http::field::sec_websocket_protocol,
                address.subprotocol.value_or(codec == Codec::protobuf ? "rostrum.v1.proto" : "rostrum.v1.json"));
    if (!address.origin.empty()) request.set(beast::http::field::origin, address.origin);
    if (!address.forwarded_for.empty()) request.set("X-Forwarded-For", address.forwarded_for);
  }));
  socket.read_message_max(0);
  socket.async_handshake(response, address.host + ':' + std::to_string(address.port), "/ws",
                         [self = shared_from_this()](Error failed) {
                           if (failed)
                             return self->end(Kind::not_opened, failed.message(), status_of(failed, self->response));
                           if (self->over) return;
                           self->open = true;
                           self->read();
                           if (!self->waiting.empty()) self->write();
                           if (self->listener.opened) self->listener.opened();
                         });
}

void Line::Parts::read() {
  if (reading || deaf || over) return;
  reading = true;
  socket.async_read(buffer, [self = shared_from_this()](Error failed, std::size_t) {
    self->reading = false;
    if (failed) return self->end(Kind::closed, failed.message());
    const std::string bytes = beast::buffers_to_string(self->buffer.data());
    self->buffer.consume(self->buffer.size());
    self->took(bytes);
    self->read();
  });
}

void Line::Parts::took(const std::string& bytes) {
  if (over) return;
  const auto frame = decoded(codec, bytes);
  if (!frame) return end(Kind::not_understood, "not a server frame");
  for (const v1::ServerItem& item : frame->items())
    if (item.has_refusal()) refusal = item.refusal();
  if (listener.took) listener.took(*frame);
}

void Line::Parts::send(std::string bytes, bool text) {
  if (over) return;
  waiting.push_back({std::move(bytes), text});
  if (open && waiting.size() == 1) write();
}

void Line::Parts::write() {
  socket.text(waiting.front().text);
  socket.async_write(asio::buffer(waiting.front().bytes), [self = shared_from_this()](Error failed, std::size_t) {
    // Why the connection ended is read, where it is.
    if (failed) return self->reading ? void() : self->end(Kind::closed, failed.message());
    self->waiting.pop_front();
    if (!self->waiting.empty() && !self->over) self->write();
  });
}

void Line::Parts::end(Kind kind, std::string why, unsigned http_status) {
  if (over) return;
  Failure failed{kind, std::move(why), http_status};
  failed.close_code = socket.reason().code;
  if (refusal) {
    failed.kind = Kind::refused;
    failed.why = refusal->code();
    failed.refusal = *refusal;
  }
  close();
  if (listener.ended) listener.ended(failed);
}

void Line::Parts::close() {
  over = true;
  Error ignored;
  socket.next_layer().close(ignored);
}

Line::Line(Loop& loop, const Address& address, Codec codec, Listener listener)
    : parts_(std::make_shared<Parts>(loop.parts_->context, address, codec, std::move(listener))) {
  parts_->begin();
}

Line::~Line() { cut(); }

void Line::send(const v1::ClientFrame& frame) {
  parts_->send(encoded(parts_->codec, frame), parts_->codec == Codec::json);
}

void Line::send_bytes(std::string bytes, bool text) { parts_->send(std::move(bytes), text); }

void Line::be_deaf(bool deaf) {
  parts_->deaf = deaf;
  if (!deaf && parts_->open) parts_->read();
}

void Line::cut() { parts_->close(); }

}  // namespace rostrum::client
