// Sockets that are no clients: a crowd that connects and says nothing, and one that says what nobody should.
// Nothing of that is waited with: what the server does not take at once is not sent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "robots/dice.hpp"

namespace rostrum::faults {

/// The limit of open files, raised as far as the system lets it: how many there may be.
std::uint64_t raise_open_files();

class Crowd {
 public:
  explicit Crowd(std::uint16_t port) : port_(port) {}
  /// Resets every connection.
  ~Crowd();
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  /// Connects `count` more. Every second one asks for a WebSocket, and none says anything after that. False where not
  /// all could connect.
  [[nodiscard]] bool come_in(int count);

  /// Connects one more that says garbage, instead of HTTP or as a WebSocket's first frames. False where it could not.
  [[nodiscard]] bool talk_garbage(robots::Dice& dice);
  /// Connects one more that signs in with `code`, and says garbage once it was told that it is in. False where it was
  /// not told so.
  [[nodiscard]] bool talk_garbage(robots::Dice& dice, const std::string& code);

  [[nodiscard]] std::size_t size() const { return sockets_.size(); }

 private:
  [[nodiscard]] int connected();
  /// Connected, and with the answer to its handshake read.
  [[nodiscard]] int connected_web_socket();

  std::uint16_t port_;
  std::vector<int> sockets_;
};

/// Bytes that a client might send after its handshake and that are no conversation.
[[nodiscard]] std::string garbage(robots::Dice& dice);

}  // namespace rostrum::faults
