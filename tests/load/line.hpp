// One non-blocking WebSocket connection to the server on a raw socket: the handshake, whole messages in and out, pings
// answered. It owns no more than what it has not yet taken in of a message.
#pragma once

#include <string>
#include <string_view>

#include "load/frame.hpp"
#include "load/loop.hpp"
#include "load/scan.hpp"

namespace rostrum::load {

/// An IPv4 address and port.
struct Address {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;
};

class Line : public Loop::Watched {
 public:
  Line(Loop& loop, Codec codec) : loop_(loop), codec_(codec) {}
  ~Line() override;
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  /// Begins to connect; `opened` or `ended` follows. A loopback address of its own for each few thousand lines
  /// (`source`, counted from 0) keeps ports from running out; it is used only where the server is on loopback.
  void connect(const Address& to, unsigned source);

  /// Ends it without a word, as a network does; nothing is called.
  void drop();

  void send(std::string_view message);

  /// Nothing is received any more, until `listen` or `read_now`.
  void stop_listening();
  void listen();
  /// Receives at most `bytes_most` now, although it does not listen.
  void read_now(std::size_t bytes_most);

  /// What the kernel holds for this line before it is read, from the next connection on; 0: as the system has it.
  void hold_at_most(int bytes) { receive_buffer_bytes_ = bytes; }

  void ready() override;

  [[nodiscard]] bool is_open() const { return stage_ == Stage::open; }
  [[nodiscard]] Codec codec() const { return codec_; }
  /// All that came in, the handshake's answer included.
  [[nodiscard]] std::uint64_t bytes_received() const { return bytes_received_; }

 protected:
  /// The handshake is done.
  virtual void opened() = 0;
  /// A whole message that was read at `at`.
  virtual void received(std::string_view message, Nanos at) = 0;
  /// It is no more, and not by `drop`.
  virtual void ended(const std::string& why) = 0;

 private:
  enum class Stage : std::uint8_t { closed, connecting, upgrading, open };

  void connected();
  void read_some(std::size_t bytes_most);
  /// Takes what it can off the front of `bytes`: how many. It may end meanwhile.
  std::size_t take(std::string_view bytes, Nanos at);
  std::size_t take_answer(std::string_view bytes);
  void take_frame(const Head& head, std::string_view payload, Nanos at);
  void send_frame(Opcode opcode, std::string_view payload);
  void send_bytes(std::string_view bytes);
  void flush();
  void watch_for(bool reading, bool writing);
  void end(const std::string& why);

  Loop& loop_;
  const Codec codec_;
  int socket_ = -1;
  Stage stage_ = Stage::closed;
  std::uint32_t events_ = 0;  // that the loop watches for
  bool listening_ = true;
  int receive_buffer_bytes_ = 0;
  std::uint64_t bytes_received_ = 0;
  std::string rest_;     // received, and not yet a whole frame
  std::string waiting_;  // to be sent, once the socket takes it
};

}  // namespace rostrum::load
