// A socket without any protocol, for what no client of ours would say, and HTTP in its plainest form.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rostrum::test {

class RawSocket {
 public:
  /// Connects to a port of loopback.
  explicit RawSocket(std::uint16_t port);
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

  /// What has been received and not been taken.
  std::string received;

 private:
  [[nodiscard]] bool receive_some();

  int descriptor_ = -1;
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

/// An answer from its bytes: head and body.
[[nodiscard]] HttpAnswer http_answer(const std::string& bytes);

/// Sends one request and reads until the server closes. `more` are header lines, each with its line end.
[[nodiscard]] HttpAnswer request(std::uint16_t port, const std::string& method, const std::string& target,
                                 const std::string& more = {});
[[nodiscard]] HttpAnswer get(std::uint16_t port, const std::string& target, const std::string& more = {});

/// The lines that ask for a WebSocket.
[[nodiscard]] std::string upgrade_lines(const std::string& subprotocols);

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
  explicit RawWebSocket(std::uint16_t port, const std::string& subprotocol = "rostrum.v1.json");

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
