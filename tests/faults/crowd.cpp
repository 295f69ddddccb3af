#include "faults/crowd.hpp"

#include <array>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "rostrum/v1/envelope.pb.h"

namespace rostrum::faults {

namespace {

constexpr unsigned continuation = 0, text = 1, binary = 2, close_frame = 8, ping = 9;
constexpr unsigned first_reserved = 3;

constexpr timeval patience{30, 0};  // with a full backlog, and with answers that are waited for

constexpr std::string_view handshake =
    "GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: rostrum.v1.proto\r\n\r\n";

std::string random_bytes(robots::Dice& dice, std::int64_t least, std::int64_t most) {
  std::string bytes;
  const auto count = dice.between(least, most);
  while (bytes.size() < static_cast<std::size_t>(count)) bytes += static_cast<char>(dice.next());
  return bytes;
}

/// A frame's head for a payload that claims to have `length` bytes, with a mask of zeros.
std::string head(unsigned opcode, std::uint64_t length, bool last = true, bool masked = true) {
  std::string bytes;
  bytes += static_cast<char>((last ? 0x80u : 0u) | opcode);
  const unsigned mask = masked ? 0x80u : 0u;
  if (length < 126) {
    bytes += static_cast<char>(mask | length);
  } else {
    bytes += static_cast<char>(mask | 127u);
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(length >> static_cast<unsigned>(shift));
  }
  if (masked) bytes.append(4, '\0');
  return bytes;
}

std::string frame(unsigned opcode, const std::string& payload, bool last = true) {
  return head(opcode, payload.size(), last) + payload;
}

std::string sign_in(const std::string& code) {
  v1::ClientFrame message;
  message.add_items()->mutable_sign_in()->set_code(code);
  return frame(binary, message.SerializeAsString());
}

/// A message that is one but for its strings, which are no UTF-8, and for some of its bytes, which are turned.
std::string bent_command(robots::Dice& dice) {
  constexpr char to_be_bent = '~';
  v1::ClientFrame message;
  v1::Command& command = *message.add_items()->mutable_command();
  command.set_id(std::string(static_cast<std::size_t>(dice.between(0, 80)), to_be_bent));
  command.mutable_request_floor()->set_panel(std::string(static_cast<std::size_t>(dice.between(0, 40)), to_be_bent));
  command.mutable_request_floor()->mutable_speaker()->set_name("Nobody");
  std::string bytes = message.SerializeAsString();
  for (char& byte : bytes)
    if (byte == to_be_bent) byte = static_cast<char>(dice.next());
  for (auto turns = dice.between(0, 4); turns > 0; --turns) dice.one_of(bytes) = static_cast<char>(dice.next());
  return bytes;
}

void send_some(int socket, std::string_view bytes) {
  // What is not taken is lost: nobody here waits.
  [[maybe_unused]] const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

/// Reads until what has come has `what` in it; false where that did not come.
bool read_until(int socket, std::string_view what) {
  std::string all;
  std::array<char, 4'096> buffer;
  while (all.find(what) == std::string::npos) {
    const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) return false;
    all.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return true;
}

/// Whether `count` bytes came, and which.
bool read_whole(int socket, std::string& bytes, std::size_t count) {
  bytes.resize(count);
  return ::recv(socket, bytes.data(), count, MSG_WAITALL) == static_cast<ssize_t>(count);
}

/// Whether the next message of the server's says that one is in.
bool is_greeted(int socket) {
  std::string bytes;
  if (!read_whole(socket, bytes, 2)) return false;
  std::size_t length = static_cast<unsigned char>(bytes[1]);
  if (length > 126) return false;  // a hello is short
  if (length == 126) {
    if (!read_whole(socket, bytes, 2)) return false;
    length =
        static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8u | static_cast<unsigned char>(bytes[1]);
  }
  v1::ServerFrame message;
  return read_whole(socket, bytes, length) && message.ParseFromString(bytes) && message.items_size() > 0 &&
         message.items(0).has_hello();
}

void say_garbage(int socket, robots::Dice& dice) {
  for (auto frames = dice.between(1, 4); frames > 0; --frames) send_some(socket, garbage(dice));
  if (dice.once_in(3)) ::shutdown(socket, SHUT_WR);
}

}  // namespace

std::uint64_t raise_open_files() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

Crowd::~Crowd() {
  for (const int socket : sockets_) {
    const linger at_once{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(socket);
  }
}

int Crowd::connected() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return -1;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket);
    return -1;
  }
  sockets_.push_back(socket);
  return socket;
}

bool Crowd::come_in(int count) {
  for (; count > 0; --count) {
    const int socket = connected();
    if (socket < 0) return false;
    if (count % 2 == 0) send_some(socket, handshake);
  }
  return true;
}

int Crowd::connected_web_socket() {
  const int socket = connected();
  if (socket < 0) return -1;
  send_some(socket, handshake);
  // What comes with the handshake need not be taken for frames, so the answer is waited for.
  return read_until(socket, "\r\n\r\n") ? socket : -1;
}

bool Crowd::talk_garbage(robots::Dice& dice) {
  if (!dice.once_in(3)) {
    const int socket = connected_web_socket();
    if (socket >= 0) say_garbage(socket, dice);
    return socket >= 0;
  }
  const int socket = connected();
  if (socket >= 0) send_some(socket, random_bytes(dice, 1, 5'000));
  return socket >= 0;
}

bool Crowd::talk_garbage(robots::Dice& dice, const std::string& code) {
  const int socket = connected_web_socket();
  if (socket < 0) return false;
  send_some(socket, sign_in(code));
  if (!is_greeted(socket)) return false;
  say_garbage(socket, dice);
  return true;
}

std::string garbage(robots::Dice& dice) {
  switch (dice.between(0, 11)) {
  case 0:
    return random_bytes(dice, 1, 3'000);
  case 1:  // cut in its middle
    return head(binary, static_cast<std::uint64_t>(dice.between(100, 60'000))) + random_bytes(dice, 1, 90);
  case 2:  // an opcode that there is not
    return frame(first_reserved + static_cast<unsigned>(dice.between(0, 4)), random_bytes(dice, 0, 50));
  case 3:  // more than there is memory for
    return head(binary, 0x7fff'ffff'ffff'fff0u) + random_bytes(dice, 0, 200);
  case 4:  // just too long
    return frame(binary, random_bytes(dice, 65'537, 70'000));
  case 5:  // a text that is none, in a protobuf conversation
    return frame(text, "\xff\xfe\xc3(" + random_bytes(dice, 0, 40));
  case 6:
    return frame(binary, random_bytes(dice, 1, 400));
  case 7:
    return frame(binary, bent_command(dice));
  case 8:  // goes on with what was not begun
    return frame(continuation, random_bytes(dice, 0, 40));
  case 9:  // control frames that are too long or in parts
    return dice.once_in(2) ? frame(ping, std::string(300, 'p')) : frame(close_frame, random_bytes(dice, 1, 1), false);
  case 10:  // not masked, as only a server sends
    return head(binary, 4, true, false) + random_bytes(dice, 4, 4);
  default: {  // in very many parts, and never ended
    std::string parts = frame(binary, "a", false);
    for (auto count = dice.between(10, 400); count > 0; --count) parts += frame(continuation, "b", false);
    return parts;
  }
  }
}

}  // namespace rostrum::faults
