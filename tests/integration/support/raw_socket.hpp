// A socket without any protocol, for what no client of ours would say, and HTTP in its plainest form.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rostrum::test {

/// How a raw socket is made.
struct RawOptions {
  std::optional<int> receive_buffer_bytes = {};           // the kernel's own choice where it is not said
  std::optional<std::filesystem::path> certificate = {};  // of the server, which is spoken to by TLS
  std::optional<int> tls_version_max = {};                // as OpenSSL numbers them
};

class RawSocket {
 public:
  /// Connects to a port of loopback; with a certificate, TLS follows, and the server has to show that one.
  explicit RawSocket(std::uint16_t port, const RawOptions& options = {});
  ~RawSocket();
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;

  /// What the peer does not take any more is not an error here.
  void send(std::string_view bytes);
  void end_sending();

  /// Reads until what has been received contains `text`; false where the peer ended before.
  [[nodiscard]] bool receive_until(std::string_view text);
  /// Reads until there are so many bytes; false where the peer ended before.
  [[nodiscard]] bool receive_bytes(std::size_t count);
  /// Everything until the peer ends the connection.
  std::string receive_all();

  /// False where TLS was wanted and did not come about.
  [[nodiscard]] bool open() const { return open_; }

  /// What has been received and not been taken.
  std::string received;

 private:
  struct Tls;

  [[nodiscard]] bool receive_some();

  int descriptor_ = -1;
  std::unique_ptr<Tls> tls_;
  bool open_ = true;
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

/// An answer from its bytes: head and body.
[[nodiscard]] HttpAnswer http_answer(const std::string& bytes);

/// Sends one request and reads until the server closes. `more` are header lines, each with its line end.
[[nodiscard]] HttpAnswer request(RawSocket& socket, const std::string& method, const std::string& target,
                                 const std::string& more = {});
/// The same on a socket of its own.
[[nodiscard]] HttpAnswer request(std::uint16_t port, const std::string& method, const std::string& target,
                                 const std::string& more = {});
[[nodiscard]] HttpAnswer get(std::uint16_t port, const std::string& target, const std::string& more = {});

/// The lines that ask for a WebSocket.
[[nodiscard]] std::string upgrade_lines(const std::string& subprotocols);

/// Asks for a WebSocket with these header lines, a Host's among them, and takes the answer's head.
[[nodiscard]] HttpAnswer handshake(RawSocket& socket, const std::string& lines);

/// A WebSocket frame as a client sends it, masked.
[[nodiscard]] std::string client_frame(unsigned opcode, std::string_view payload, bool last = true);
inline constexpr unsigned continuation_frame = 0, text_frame = 1, binary_frame = 2, close_frame = 8, ping_frame = 9,
                          pong_frame = 10;

/// A frame as a server sends it.
struct ServerFrame {
  unsigned opcode = 0;
  std::string payload;
};

/// A WebSocket spoken by hand.
class RawWebSocket {
 public:
  /// Opens it; the answer has to be 101.
  explicit RawWebSocket(std::uint16_t port, const std::string& subprotocol = "rostrum.v1.json",
                        const RawOptions& options = {});

  void send(unsigned opcode, std::string_view payload, bool last = true) {
    socket.send(client_frame(opcode, payload, last));
  }
  void say(const std::string& items) { send(text_frame, "{\"items\":[" + items + "]}"); }
  void sign_in(const std::string& code) { say(R"({"signIn":{"code":")" + code + "\"}}"); }

  /// The next frame; none where the server ended the connection.
  [[nodiscard]] std::optional<ServerFrame> next();
  /// The next frame of that opcode; others are passed over.
  [[nodiscard]] std::optional<ServerFrame> next(unsigned opcode);
  /// The code of the close frame that comes; 0 where the server ended without one.
  [[nodiscard]] int close_code();

  RawSocket socket;
};

}  // namespace rostrum::test
