#include "faults/http.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rostrum::faults {

namespace {

constexpr std::string_view before_status = "HTTP/1.1 ";

/// All that was answered, head and body; empty where nothing was.
std::string asked(std::uint16_t port, const std::string& path, std::chrono::milliseconds within) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return {};
  const timeval patience{within.count() / 1'000, within.count() % 1'000 * 1'000};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  const std::string request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      ::send(socket, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size())) {
    std::array<char, 4'096> buffer;
    for (ssize_t count = 0; (count = ::recv(socket, buffer.data(), buffer.size(), 0)) > 0;)
      answer.append(buffer.data(), static_cast<std::size_t>(count));
  }
  ::close(socket);
  return answer;
}

}  // namespace

int http_status(std::uint16_t port, const std::string& path, std::chrono::milliseconds within) {
  const std::string answer = asked(port, path, within);
  int status = 0;
  if (!answer.starts_with(before_status)) return 0;
  std::from_chars(answer.data() + before_status.size(), answer.data() + answer.size(), status);
  return status;
}

std::uint64_t counted(std::uint16_t port, const std::string& series, std::chrono::milliseconds within) {
  const std::string answer = asked(port, "/metrics", within);
  const std::string line = '\n' + series + ' ';
  const auto at = answer.find(line);
  std::uint64_t value = 0;
  if (at != std::string::npos) std::from_chars(answer.data() + at + line.size(), answer.data() + answer.size(), value);
  return value;
}

}  // namespace rostrum::faults
