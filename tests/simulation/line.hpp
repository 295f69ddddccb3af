// A line between a client and a node, as TCP and WebSocket give it: whole messages, in order, each way. It takes time,
// holds so many bytes before the sender waits, and may break at any byte: what has not arrived whole never does. The
// two ends learn of a break apart, and late; meanwhile one may go on talking to nobody, and what it sent before still
// arrives.
#pragma once

#include <deque>

#include "simulation/node.hpp"

namespace rostrum::simulation {

/// The client's end.
class ClientEnd {
 public:
  virtual ~ClientEnd() = default;
  virtual void opened() = 0;
  virtual void received(const chamber::Frame& frame) = 0;
  /// The line is no more, whatever the reason.
  virtual void ended() = 0;
};

class Line final : public NodeEnd, public std::enable_shared_from_this<Line> {
 public:
  /// `client` outlives the line, or has left it. Loop, setting and node outlive it.
  /// Whoever waits at the node's door for too long is told to `failed`.
  Line(Loop& loop, const Setting& setting, Chance chance, Node& node, ClientEnd& client, wire::Codec codec,
       std::string address, std::function<void(std::string)> failed);

  // ---- the client's end
  void open();
  void say(std::string message);
  /// The client ends it. It hears no more; the node does not know yet.
  void leave();
  /// The node has it too, and what either says arrives at the other.
  [[nodiscard]] bool whole() const { return connection_ && client_ != nullptr && !to_client_cut_ && !to_node_cut_; }

  // ---- trouble
  void break_off();
  /// The client reads nothing for so long.
  void pause(Millis span);

  // ---- the node's end
  [[nodiscard]] bool send(std::span<const chamber::Frame> frames) override;
  void receive() override;
  void end_within(Millis span) override;
  void close(gateway::CloseCode code) override;
  void node_gone() override;

 private:
  struct UnderWay {
    chamber::Frame frame;  // none: the end of the conversation
    bool arrived = false;
  };

  void later(Millis span, std::function<void()> then);
  /// From the sending to the arrival, behind what was sent before.
  [[nodiscard]] Millis travel(Millis& free_at, std::size_t bytes);
  void carry(chamber::Frame frame, std::size_t bytes);
  void hand_over_to_client();
  void hand_over_to_node();
  void take_from_node();
  /// Whoever has signed in is greeted or refused while the node runs for so many more of `looks_every`.
  void look_at_door(int looks);
  void client_ends(Millis after);
  void node_ends(Millis after);

  Loop& loop_;
  const Setting& setting_;
  Chance chance_;
  Node& node_;
  ClientEnd* client_;
  const wire::Codec codec_;
  const std::string address_;
  const std::function<void(std::string)> failed_;
  std::shared_ptr<gateway::Connection> connection_;

  bool to_client_cut_ = false;
  bool to_node_cut_ = false;
  bool paused_ = false;
  std::deque<UnderWay> to_client_;
  std::size_t to_client_bytes_ = 0;
  bool sender_waits_ = false;
  Millis to_client_free_at_;
  std::deque<std::string> to_node_;  // that have arrived
  bool knocked_ = false;
  bool answered_ = false;  // something was sent
  Millis to_node_free_at_;
  bool node_reads_ = true;
};

}  // namespace rostrum::simulation
