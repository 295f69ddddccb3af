#include "load/line.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "load/failed.hpp"

namespace rostrum::load {

namespace {

constexpr unsigned lines_per_source = 8'000;  // of some 28,000 ports that an address has
constexpr std::size_t read_bytes = 64u << 10;
constexpr std::uint64_t payload_bytes_max = 64u << 20;
constexpr std::uint32_t mask = 0x5a3c96e1;  // it guards proxies from pages of strangers: there is neither here

sockaddr_in address_of(const std::string& host, std::uint16_t port) {
  sockaddr_in out{};
  out.sin_family = AF_INET;
  out.sin_port = htons(port);
  if (::inet_pton(AF_INET, host.c_str(), &out.sin_addr) != 1) throw Failed(host + " is no IPv4 address");
  return out;
}

template <class Value>
void set(int socket, int level, int option, const Value& value) {
  if (::setsockopt(socket, level, option, &value, sizeof value) != 0) fail_with_errno("a socket's option");
}

void bind_to_loopback(int socket, unsigned source) {
  set(socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
  const sockaddr_in from = address_of("127.0.0." + std::to_string(2 + source / lines_per_source), 0);
  if (::bind(socket, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0) fail_with_errno("a source address");
}

}  // namespace

Line::~Line() { drop(); }

void Line::connect(const Address& to, unsigned source) {
  drop();
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (socket_ < 0) fail_with_errno("a socket");
  stage_ = Stage::connecting;
  listening_ = true;
  set(socket_, IPPROTO_TCP, TCP_NODELAY, 1);
  set(socket_, SOL_SOCKET, SO_LINGER,
      linger{.l_onoff = 1, .l_linger = 0});  // no port waits for a line that was dropped
  if (receive_buffer_bytes_ > 0) set(socket_, SOL_SOCKET, SO_RCVBUF, receive_buffer_bytes_);
  if (to.host.starts_with("127.")) bind_to_loopback(socket_, source);
  events_ = EPOLLOUT;
  loop_.watch(socket_, events_, *this);
  const sockaddr_in address = address_of(to.host, to.port);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 && errno != EINPROGRESS)
    end(std::string("cannot connect: ") + std::strerror(errno));
}

void Line::drop() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  stage_ = Stage::closed;
  rest_ = {};
  waiting_ = {};
}

void Line::end(const std::string& why) {
  drop();
  ended(why);
}

void Line::watch_for(bool reading, bool writing) {
  const std::uint32_t events = (reading ? EPOLLIN : 0u) | (writing ? EPOLLOUT : 0u);
  if (events != std::exchange(events_, events)) loop_.change(socket_, events, *this);
}

void Line::stop_listening() {
  listening_ = false;
  if (stage_ == Stage::open) watch_for(false, !waiting_.empty());
}

void Line::listen() {
  listening_ = true;
  if (stage_ == Stage::open) watch_for(true, !waiting_.empty());
}

void Line::read_now(std::size_t bytes_most) {
  if (stage_ == Stage::open) read_some(bytes_most);
}

void Line::ready() {
  if (stage_ == Stage::connecting) return connected();
  if (stage_ == Stage::closed) return;
  if (!waiting_.empty()) flush();
  if (stage_ != Stage::closed && listening_) read_some(read_bytes);
}

void Line::connected() {
  int error = 0;
  socklen_t size = sizeof error;
  ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error != 0) return end(std::string("cannot connect: ") + std::strerror(error));
  sockaddr_in peer{};
  size = sizeof peer;
  if (::getpeername(socket_, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return;  // an event of an earlier socket
  stage_ = Stage::upgrading;
  watch_for(true, false);
  send_bytes(std::string("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\n"
                         "Sec-WebSocket-Protocol: rostrum.v1.") +
             (codec_ == Codec::json ? "json" : "proto") + "\r\n\r\n");
}

void Line::read_some(std::size_t bytes_most) {
  std::string& buffer = loop_.buffer();
  const ssize_t count = ::recv(socket_, buffer.data(), std::min(bytes_most, buffer.size()), 0);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (count <= 0) return end(count == 0 ? "the server has closed it" : std::string("lost: ") + std::strerror(errno));
  const Nanos at = now_ns();
  const std::string_view came(buffer.data(), static_cast<std::size_t>(count));
  bytes_received_ += came.size();
  if (rest_.empty()) {
    const std::size_t taken = take(came, at);
    if (stage_ != Stage::closed && taken < came.size()) rest_ = came.substr(taken);
    return;
  }
  // What is taken is read from a string that a line which ends meanwhile does not own.
  std::string all = std::move(rest_);
  rest_ = {};
  all += came;
  const std::size_t taken = take(all, at);
  if (stage_ != Stage::closed && taken < all.size()) rest_ = all.erase(0, taken);
}

std::size_t Line::take(std::string_view bytes, Nanos at) {
  std::size_t taken = stage_ == Stage::upgrading ? take_answer(bytes) : 0;
  while (stage_ == Stage::open) {
    const auto head = head_of(bytes.substr(taken));
    if (!head) break;
    if (head->payload_bytes > payload_bytes_max) {
      end("a frame of " + std::to_string(head->payload_bytes) + " bytes");
      break;
    }
    const std::size_t payload_bytes = static_cast<std::size_t>(head->payload_bytes);
    if (bytes.size() - taken < head->header_bytes + payload_bytes) break;
    taken += head->header_bytes;
    take_frame(*head, bytes.substr(taken, payload_bytes), at);
    taken += payload_bytes;
  }
  return taken;
}

std::size_t Line::take_answer(std::string_view bytes) {
  const auto head_end = bytes.find("\r\n\r\n");
  if (head_end == std::string_view::npos) return 0;
  if (!bytes.starts_with("HTTP/1.1 101 ")) {
    end("the handshake was answered " + std::string(bytes.substr(0, bytes.find('\r'))));
    return 0;
  }
  stage_ = Stage::open;
  opened();
  return head_end + 4;
}

void Line::take_frame(const Head& head, std::string_view payload, Nanos at) {
  switch (head.opcode) {
  case Opcode::ping:
    return send_frame(Opcode::pong, payload);
  case Opcode::pong:
    return;
  case Opcode::close: {
    const std::string_view why = payload.size() > 2 ? payload.substr(2) : "without a reason";
    return end("the server has closed it: " + std::string(why));
  }
  case Opcode::text:
  case Opcode::binary:
    if (head.final && (head.opcode == Opcode::text) == (codec_ == Codec::json)) return received(payload, at);
    break;
  case Opcode::continuation:
    break;
  }
  end("a frame that the server does not send");
}

void Line::send(std::string_view message) {
  send_frame(codec_ == Codec::json ? Opcode::text : Opcode::binary, message);
}

void Line::send_frame(Opcode opcode, std::string_view payload) { send_bytes(masked_frame(opcode, payload, mask)); }

void Line::send_bytes(std::string_view bytes) {
  if (stage_ == Stage::closed) return;
  waiting_ += bytes;
  flush();
}

void Line::flush() {
  const ssize_t count = ::send(socket_, waiting_.data(), waiting_.size(), MSG_NOSIGNAL);
  if (count < 0 && errno != EAGAIN && errno != EINTR) return;  // reading tells why it has ended
  if (count > 0) waiting_.erase(0, static_cast<std::size_t>(count));
  watch_for(listening_, !waiting_.empty());
  if (waiting_.empty()) waiting_ = {};
}

}  // namespace rostrum::load
