// Connections that never wait, many on one thread: a Loop drives its Lines. What comes is told as it comes; nothing is
// kept but what has not been sent yet.
//
// A Loop and its Lines are used by one thread, and nothing happens outside of `Loop::step`. A Line ends before its
// Loop.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "client/client.hpp"

namespace rostrum::client {

class Loop {
 public:
  using Time = std::chrono::steady_clock::time_point;

  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Waits until something has come or been sent on some line, or until `by`, and takes in what there is then.
  void step(Time by);

 private:
  friend class Line;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// What a line tells. Within each of them the line may be cut or destroyed.
struct Listener {
  std::function<void()> opened;  // the WebSocket is there: sign in
  std::function<void(const v1::ServerFrame& frame)> took;
  std::function<void(const Failure& failed)> ended;  // once, and nothing after it; not where the line was cut
};

class Line {
 public:
  /// Begins to open the WebSocket at `address`. A name instead of an address is looked up at once, which may wait.
  Line(Loop& loop, const Address& address, Codec codec, Listener listener);
  /// Cuts.
  ~Line();
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  /// Sends after what was given before, once the line is open.
  void send(const v1::ClientFrame& frame);
  /// Sends bytes as they are, as a text or a binary message.
  void send_bytes(std::string bytes, bool text);

  /// From now on takes nothing in that comes, as a client does that hangs, or again takes all in.
  void be_deaf(bool deaf);

  /// Closes the socket without a word. Nothing is told any more.
  void cut();

 private:
  struct Parts;
  std::shared_ptr<Parts> parts_;
};

}  // namespace rostrum::client
