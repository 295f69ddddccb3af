#include "gateway/web_socket.hpp"

#include <chrono>
#include <optional>

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

#include "gateway/gate.hpp"
#include "gateway/handshake.hpp"

namespace rostrum::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

namespace {

using Steady = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;

std::chrono::milliseconds chrono_of(Millis span) { return std::chrono::milliseconds(span.value); }

Millis monotonic(Steady::time_point at) {
  return {std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count()};
}

/// Frames that took so long were waiting for the client, so the client is there.
constexpr auto slow_send = std::chrono::seconds(1);

/// What is first got room for of a message; most have less. A longer one gets more as it comes, so that a client that
/// says nothing takes no more.
constexpr std::size_t first_room = 256;

class WebSocket final : public Line, public Gate::Owner, public std::enable_shared_from_this<WebSocket> {
 public:
  WebSocket(Stream stream, wire::Codec codec, std::shared_ptr<Hall> hall)
      : socket_(std::move(stream)),
        timer_(socket_.get_executor()),
        codec_(codec),
        hall_(std::move(hall)) {}
  ~WebSocket() override {
    if (connection_) connection_->lost();
  }

  void open(const HttpRequest& request) {
    gate().belongs_to(weak_from_this());
    address_ = gate().address();
    if (hall_->trust_forwarded) {
      if (auto forwarded = forwarded_for(request)) address_ = *std::move(forwarded);
    }
    websocket::stream_base::timeout timeout{};
    timeout.handshake_timeout = chrono_of(hall_->limits.http_timeout);
    timeout.idle_timeout = websocket::stream_base::none();
    timeout.keep_alive_pings = false;
    socket_.set_option(timeout);
    socket_.set_option(
        websocket::stream_base::decorator([codec = codec_, hall = hall_](websocket::response_type& response) {
          put_common(response, hall->tls != nullptr, hall->also_connects);
          response.set(beast::http::field::sec_websocket_protocol,
                       beast::string_view(subprotocol(codec).data(), subprotocol(codec).size()));
        }));
    socket_.read_message_max(0);  // bounded below, with a refusal that says so
    socket_.control_callback([this](websocket::frame_type, beast::string_view) { heard(); });
    socket_.async_accept(request, [self = shared_from_this()](Error error) {
      if (!error) self->opened();
    });
  }

  // ---- Line

  bool send(std::span<const chamber::Frame> frames) override {
    if (gate().send(frames, codec_ == wire::Codec::protobuf ? Opcode::binary : Opcode::text)) return true;
    waiting_since_ = Steady::now();
    return false;
  }

  void receive() override {
    const std::size_t room = static_cast<std::size_t>(hall_->limits.frame_bytes_max) + 1 - buffer_.size();
    socket_.async_read_some(buffer_, buffer_.size() == 0 ? std::min(room, first_room) : room,
                            [self = shared_from_this()](Error error, std::size_t) { self->on_received(error); });
  }

  void end_within(Millis span) override {
    end_by_ = Steady::now() + chrono_of(span);
    watch();
  }

  void close(CloseCode code) override {
    const auto why = name(code);
    socket_.async_close(
        websocket::close_reason(static_cast<websocket::close_code>(code), beast::string_view(why.data(), why.size())),
        [self = shared_from_this()](Error) { self->gone(); });
  }

 private:
  void opened() {
    heard_at_ = Steady::now();
    sign_in_by_ = heard_at_ + chrono_of(hall_->limits.sign_in_timeout);
    connection_ = std::make_shared<Connection>(hall_, *this, codec_, address_, monotonic(heard_at_));
    if (hall_->connections.size() > hall_->limits.connections_max)
      return connection_->refuse(CloseCode::too_many_connections);
    if (hall_->stopping) return connection_->refuse(CloseCode::going_away);
    watch();
    receive();
  }

  void on_received(Error error) {
    if (error) return gone();
    heard();
    if (buffer_.size() > hall_->limits.frame_bytes_max) return connection_->refuse(CloseCode::malformed_frame);
    if (!socket_.is_message_done()) return receive();
    if (socket_.got_text() != (codec_ == wire::Codec::json)) return connection_->refuse(CloseCode::malformed_frame);
    const auto message = std::exchange(buffer_, {});  // before the connection asks for the next one
    const auto bytes = message.data();
    connection_->received({static_cast<const char*>(bytes.data()), bytes.size()}, monotonic(heard_at_));
    if (!signed_in_ && connection_->signed_in()) {
      signed_in_ = true;
      watch();
    }
  }

  void frames_sent(Error error) override {
    if (error) return gone();
    if (Steady::now() - waiting_since_ > slow_send) heard();
    connection_->sent();
  }

  void gone() {
    connection_->lost();
    timer_.cancel();
    drop();
  }

  /// Whatever is under way on the socket ends with an error.
  void drop() { gate().close(); }
  Gate& gate() { return socket_.next_layer(); }

  // ---- time

  void heard() {
    heard_at_ = Steady::now();
    if (std::exchange(pinged_, false)) watch();
  }

  void watch() {
    timer_.expires_at(next_look());
    timer_.async_wait([self = shared_from_this()](Error error) {
      if (!error) self->look();
    });
  }

  [[nodiscard]] Steady::time_point next_look() const {
    if (end_by_) return *end_by_;
    if (!signed_in_) return sign_in_by_;
    return heard_at_ + chrono_of(pinged_ ? hall_->limits.silence_max : hall_->limits.ping_after);
  }

  void look() {
    const auto now = Steady::now();
    if (now < next_look()) return watch();
    if (end_by_) return drop();
    if (!signed_in_) return connection_->refuse(CloseCode::too_slow_sign_in);
    if (now >= heard_at_ + chrono_of(hall_->limits.silence_max)) return drop();
    pinged_ = true;
    if (!std::exchange(ping_under_way_, true)) {  // one may still wait behind a frame that the client does not take
      socket_.async_ping({}, [self = shared_from_this()](Error) { self->ping_under_way_ = false; });
    }
    watch();
  }

  websocket::stream<Gate, false> socket_;
  Timer timer_;
  const wire::Codec codec_;
  const std::shared_ptr<Hall> hall_;
  std::string address_;
  std::shared_ptr<Connection> connection_;

  beast::flat_buffer buffer_;

  Steady::time_point heard_at_;
  Steady::time_point sign_in_by_;
  Steady::time_point waiting_since_;
  std::optional<Steady::time_point> end_by_;
  bool signed_in_ = false;
  bool pinged_ = false;
  bool ping_under_way_ = false;
};

}  // namespace

void serve_web_socket(Stream stream, const HttpRequest& request, wire::Codec codec, std::shared_ptr<Hall> hall) {
  std::make_shared<WebSocket>(std::move(stream), codec, std::move(hall))->open(request);
}

}  // namespace rostrum::gateway
