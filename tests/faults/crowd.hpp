// Sockets that are no clients: a crowd that connects and says nothing, and one that says what nobody should.
// None of them waits: what the server does not take at once is not sent.
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

  /// Connects one more that says garbage: instead of HTTP, or as a WebSocket's frames, or once it has signed in.
  void talk_garbage(robots::Dice& dice, const std::string& code);

  [[nodiscard]] std::size_t size() const { return sockets_.size(); }

 private:
  [[nodiscard]] int connected();

  std::uint16_t port_;
  std::vector<int> sockets_;
};

/// Bytes that a client might send after its handshake and that are no conversation.
[[nodiscard]] std::string garbage(robots::Dice& dice);

}  // namespace rostrum::faults
