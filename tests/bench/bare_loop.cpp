// The least that a server of this kind can do, to measure ours by: one epoll loop that answers WebSocket handshakes and
// sends ready frames, with nothing behind it. Whoever signs in is sent a recorded join; whatever comes from one who has
// signed in is an act, for which the next recorded patch goes to all.
//
//   rostrum_bare_loop RECORDING
//
// What it sends has to fit into the kernel's buffers: a client that does not read ends it, since then nothing could be
// compared.
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <boost/uuid/detail/sha1.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench/recording.hpp"
#include "load/frame.hpp"

using namespace rostrum;

namespace {

constexpr int backlog = 4'096;
constexpr int send_bytes = 131'072;                      // what the server asks the kernel to hold, by default
constexpr std::size_t message_with_position_bytes = 40;  // a sign-in with a code alone is shorter

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "rostrum_bare_loop: %s: %s\n", what, std::strerror(errno));
  std::exit(1);
}

std::string base64(const unsigned char* bytes, std::size_t count) {
  static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < count; at += 3) {
    unsigned value = 0;
    for (std::size_t more = 0; more < 3; ++more) value = value << 8 | (at + more < count ? bytes[at + more] : 0u);
    for (int shift = 18; shift >= 0; shift -= 6) out += digits[value >> shift & 63];
    for (std::size_t over = count; over < at + 3; ++over) out[out.size() - (at + 3 - over)] = '=';
  }
  return out;
}

/// RFC 6455, section 4.2.2: what the key in the request is answered with.
std::string accept_of(const std::string& key) {
  const std::string text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  boost::uuids::detail::sha1 sha1;
  sha1.process_bytes(text.data(), text.size());
  unsigned int words[5];
  sha1.get_digest(words);
  unsigned char bytes[20];
  for (std::size_t at = 0; at < 20; ++at) bytes[at] = static_cast<unsigned char>(words[at / 4] >> (24 - 8 * (at % 4)));
  return base64(bytes, 20);
}

std::string field(const std::string& request, const std::string& name) {
  const auto at = request.find(name + ": ");
  if (at == std::string::npos) return {};
  const auto begin = at + name.size() + 2;
  return request.substr(begin, request.find('\r', begin) - begin);
}

class BareLoop {
 public:
  explicit BareLoop(bench::Recording recording) : recording_(std::move(recording)), epoll_(::epoll_create1(0)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) give_up("bind");
    if (::listen(listener_, backlog) != 0) give_up("listen");
    socklen_t size = sizeof address;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    watch(listener_);
    std::printf("Bare loop is ready at http://127.0.0.1:%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
  }

  [[noreturn]] void run() {
    std::array<epoll_event, 512> events;
    while (true) {
      const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), -1);
      if (count < 0 && errno != EINTR) give_up("epoll");
      for (int at = 0; at < count; ++at) {
        const int descriptor = events[static_cast<std::size_t>(at)].data.fd;
        if (descriptor == listener_)
          accept_all();
        else
          receive(descriptor);
      }
    }
  }

 private:
  enum class Stage : std::uint8_t { closed, upgrading, upgraded, following };
  struct Client {
    Stage stage = Stage::closed;
    std::size_t place = 0;  // among those who follow
  };

  void watch(int descriptor) {
    epoll_event event{.events = EPOLLIN, .data = {.fd = descriptor}};
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event) != 0) give_up("epoll");
  }

  void accept_all() {
    while (true) {
      const int client = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK);
      if (client < 0) {
        if (errno == EAGAIN || errno == ECONNABORTED) return;
        give_up("accept");
      }
      const int on = 1;
      ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      ::setsockopt(client, SOL_SOCKET, SO_SNDBUF, &send_bytes, sizeof send_bytes);
      if (clients_.size() <= static_cast<std::size_t>(client)) clients_.resize(static_cast<std::size_t>(client) + 1);
      of(client).stage = Stage::upgrading;
      watch(client);
    }
  }

  void receive(int client) {
    const ssize_t count = ::recv(client, buffer_.data(), buffer_.size(), 0);
    if (count < 0 && errno == EAGAIN) return;  // an event of one who had this descriptor before
    if (count <= 0) return leave(client);
    const std::string_view came(buffer_.data(), static_cast<std::size_t>(count));
    switch (of(client).stage) {
    case Stage::upgrading:
      return upgrade(client, std::string(came));
    case Stage::upgraded:
      return join(client, came.size());
    case Stage::following:
      return act_on(came);
    case Stage::closed:
      return;
    }
  }

  void upgrade(int client, const std::string& request) {
    of(client).stage = Stage::upgraded;
    send(client,
         "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
             accept_of(field(request, "Sec-WebSocket-Key")) +
             "\r\nSec-WebSocket-Protocol: " + field(request, "Sec-WebSocket-Protocol") + "\r\nServer: Bare\r\n\r\n");
  }

  void join(int client, std::size_t message_bytes) {
    send(client, message_bytes < message_with_position_bytes ? recording_.join : recording_.resume);
    of(client) = {Stage::following, following_.size()};
    following_.push_back(client);
  }

  /// Each message is an act; several may have come together.
  void act_on(std::string_view came) {
    while (!came.empty()) {
      const auto head = load::head_of(came);
      if (!head || head->header_bytes + head->payload_bytes > came.size()) give_up("half a message");
      came.remove_prefix(head->header_bytes + head->payload_bytes);
      act();
    }
  }

  void act() {
    if (next_ == recording_.patches.size()) give_up("the recording is at its end");
    const std::string& patch = recording_.patches[next_++];
    for (const int client : following_) send(client, patch);
  }

  void send(int client, const std::string& bytes) {
    const ssize_t count = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    const bool gone = count < 0 && (errno == EPIPE || errno == ECONNRESET);
    if (!gone && count != static_cast<ssize_t>(bytes.size())) give_up("what a client is sent does not fit");
  }

  void leave(int client) {
    if (of(client).stage == Stage::following) {
      following_[of(client).place] = following_.back();
      of(following_.back()).place = of(client).place;
      following_.pop_back();
    }
    of(client).stage = Stage::closed;
    ::close(client);
  }

  Client& of(int client) { return clients_[static_cast<std::size_t>(client)]; }

  const bench::Recording recording_;
  int epoll_;
  int listener_ = -1;
  std::vector<Client> clients_;  // by descriptor
  std::vector<int> following_;
  std::size_t next_ = 0;
  std::array<char, 4'096> buffer_{};
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "Usage: rostrum_bare_loop RECORDING\n");
    return 2;
  }
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  BareLoop(bench::read_recording(arguments[1])).run();
}
