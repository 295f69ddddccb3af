#include "integration/support/raw_socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

#include <catch2/catch.hpp>
#include <openssl/ssl.h>

namespace rostrum::test {

namespace {

// Ends what would never end; no test depends on it.
constexpr int patience_ms = 60'000;

}  // namespace

struct RawSocket::Tls {
  Tls(int descriptor, const RawOptions& options) : context(SSL_CTX_new(TLS_client_method())), ssl(SSL_new(context)) {
    REQUIRE(SSL_CTX_load_verify_locations(context, options.certificate->c_str(), nullptr) == 1);
    SSL_set_verify(ssl, SSL_VERIFY_PEER, nullptr);
    if (options.tls_version_max) {
      SSL_set_security_level(ssl, 0);  // so that it is the server who refuses
      SSL_set_min_proto_version(ssl, TLS1_VERSION);
      SSL_set_max_proto_version(ssl, *options.tls_version_max);
    }
    SSL_set_fd(ssl, descriptor);
    std::signal(SIGPIPE, SIG_IGN);  // what the peer does not take any more is not an error here either
  }
  ~Tls() {
    SSL_free(ssl);
    SSL_CTX_free(context);
  }
  Tls(const Tls&) = delete;
  Tls& operator=(const Tls&) = delete;

  SSL_CTX* context;
  SSL* ssl;
};

RawSocket::RawSocket(std::uint16_t port, const RawOptions& options)
    : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(descriptor_ >= 0);
  if (const auto bytes = options.receive_buffer_bytes)
    REQUIRE(::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &*bytes, sizeof *bytes) == 0);
  REQUIRE(::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  if (!options.certificate) return;
  tls_ = std::make_unique<Tls>(descriptor_, options);
  open_ = SSL_connect(tls_->ssl) == 1;
}

RawSocket::~RawSocket() { ::close(descriptor_); }

void RawSocket::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = tls_ ? SSL_write(tls_->ssl, bytes.data(), static_cast<int>(bytes.size()))
                              : ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void RawSocket::end_sending() { ::shutdown(descriptor_, SHUT_WR); }

bool RawSocket::receive_some() {
  pollfd ready{descriptor_, POLLIN, 0};
  const bool waits = tls_ && SSL_pending(tls_->ssl) > 0;
  REQUIRE((waits || ::poll(&ready, 1, patience_ms) == 1));
  std::array<char, 65'536> buffer;
  const ssize_t count = tls_ ? SSL_read(tls_->ssl, buffer.data(), static_cast<int>(buffer.size()))
                             : ::recv(descriptor_, buffer.data(), buffer.size(), 0);
  if (count <= 0) return false;
  received.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

bool RawSocket::receive_until(std::string_view text) {
  while (received.find(text) == std::string::npos) {
    if (!receive_some()) return false;
  }
  return true;
}

bool RawSocket::receive_bytes(std::size_t count) {
  while (received.size() < count) {
    if (!receive_some()) return false;
  }
  return true;
}

std::string RawSocket::receive_all() {
  while (receive_some()) continue;
  return std::exchange(received, {});
}

HttpAnswer http_answer(const std::string& bytes) {
  HttpAnswer answer;
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string::npos) return answer;
  answer.body = bytes.substr(end + 4);
  std::string_view head(bytes.data(), end + 2);
  const auto line = [&] {
    const auto stop = head.find("\r\n");
    const std::string_view first = head.substr(0, stop);
    head.remove_prefix(stop + 2);
    return first;
  };
  const std::string_view status = line();
  if (status.size() > 12) answer.status = std::stoi(std::string(status.substr(9, 3)));
  while (!head.empty()) {
    const std::string_view one = line();
    const auto colon = one.find(": ");
    if (colon == std::string_view::npos) continue;
    std::string name(one.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    answer.headers[name] = one.substr(colon + 2);
  }
  return answer;
}

HttpAnswer request(RawSocket& socket, const std::string& method, const std::string& target, const std::string& more) {
  const bool upgrades = more.find("Upgrade:") != std::string::npos;
  const bool names_host = more.find("Host:") != std::string::npos;
  socket.send(method + ' ' + target + " HTTP/1.1\r\n" + (names_host ? "" : "Host: 127.0.0.1\r\n") +
              (upgrades ? "" : "Connection: close\r\n") + more + "\r\n");
  return http_answer(socket.receive_all());
}

HttpAnswer request(std::uint16_t port, const std::string& method, const std::string& target, const std::string& more) {
  RawSocket socket(port);
  return request(socket, method, target, "Host: 127.0.0.1:" + std::to_string(port) + "\r\n" + more);
}

HttpAnswer get(std::uint16_t port, const std::string& target, const std::string& more) {
  return request(port, "GET", target, more);
}

std::string upgrade_lines(const std::string& subprotocols) {
  std::string lines = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                      "dGhlIHNhbXBsZSBub25jZQ==\r\n";
  if (!subprotocols.empty()) lines += "Sec-WebSocket-Protocol: " + subprotocols + "\r\n";
  return lines;
}

HttpAnswer handshake(RawSocket& socket, const std::string& lines) {
  socket.send("GET /ws HTTP/1.1\r\n" + lines + "\r\n");
  REQUIRE(socket.receive_until("\r\n\r\n"));
  const auto end = socket.received.find("\r\n\r\n") + 4;
  auto answer = http_answer(socket.received.substr(0, end));
  socket.received.erase(0, end);
  return answer;
}

std::string client_frame(unsigned opcode, std::string_view payload, bool last) {
  std::string frame;
  frame += static_cast<char>((last ? 0x80u : 0u) | opcode);
  const auto put = [&](std::size_t size, int bytes) {
    for (int byte = bytes - 1; byte >= 0; --byte) frame += static_cast<char>((size >> (8 * byte)) & 0xffu);
  };
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80u | payload.size());
  } else if (payload.size() < 65'536) {
    frame += static_cast<char>(0x80u | 126u);
    put(payload.size(), 2);
  } else {
    frame += static_cast<char>(0x80u | 127u);
    put(payload.size(), 8);
  }
  const std::string mask = "mask";
  frame += mask;
  for (std::size_t index = 0; index < payload.size(); ++index)
    frame += static_cast<char>(payload[index] ^ mask[index % 4]);
  return frame;
}

RawWebSocket::RawWebSocket(std::uint16_t port, const std::string& subprotocol, const RawOptions& options)
    : socket(port, options) {
  const auto answer =
      handshake(socket, "Host: 127.0.0.1:" + std::to_string(port) + "\r\n" + upgrade_lines(subprotocol));
  REQUIRE(answer.status == 101);
  REQUIRE(answer.headers.at("sec-websocket-protocol") == subprotocol);
}

std::optional<ServerFrame> RawWebSocket::next() {
  const auto byte = [&](std::size_t index) {
    return static_cast<std::size_t>(static_cast<unsigned char>(socket.received[index]));
  };
  if (!socket.receive_bytes(2)) return std::nullopt;
  std::size_t head = 2;
  std::size_t size = byte(1);
  const std::size_t length_bytes = size == 126 ? 2 : size == 127 ? 8 : 0;
  if (length_bytes > 0) {
    head += length_bytes;
    if (!socket.receive_bytes(head)) return std::nullopt;
    size = 0;
    for (std::size_t index = 2; index < head; ++index) size = size << 8 | byte(index);
  }
  if (!socket.receive_bytes(head + size)) return std::nullopt;
  ServerFrame frame{static_cast<unsigned>(byte(0) & 0x0fu), socket.received.substr(head, size)};
  socket.received.erase(0, head + size);
  return frame;
}

std::optional<ServerFrame> RawWebSocket::next(unsigned opcode) {
  while (auto frame = next()) {
    if (frame->opcode == opcode) return frame;
  }
  return std::nullopt;
}

int RawWebSocket::close_code() {
  const auto frame = next(close_frame);
  if (!frame || frame->payload.size() < 2) return 0;
  return static_cast<unsigned char>(frame->payload[0]) << 8 | static_cast<unsigned char>(frame->payload[1]);
}

}  // namespace rostrum::test
