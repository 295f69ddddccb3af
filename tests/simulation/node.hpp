// A server of the simulated world: its disk, which outlives it, and while it is up all that a process of the server
// holds: scheduler, chamber, hub, sign-in codes, connections. The parts are the real ones; only the journal, the clock,
// the scheduler and the lines are simulated. Whatever the node still had under way when it ends never happens.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/codes.hpp"
#include "gateway/connection.hpp"
#include "simulation/disk.hpp"
#include "simulation/loop.hpp"
#include "simulation/setting.hpp"
#include "simulation/trace.hpp"

namespace rostrum::simulation {

/// The node's end of a line to a client.
class NodeEnd : public gateway::Line {
 public:
  /// The process at this end is no more.
  virtual void node_gone() = 0;
};

/// Where in what it does for a commit a node ends.
enum class CrashAt : std::uint8_t { before_append, before_publishing, after_publishing };

class Node {
 public:
  /// Everything given outlives the node. `failed` is told what must not happen.
  Node(std::string name, Loop& loop, Trace& trace, const Setting& setting, Chance chance,
       std::function<void(std::string)> failed);
  ~Node();

  /// Starts a process on what the disk holds.
  void start();
  /// Ends it as kill -9 does. An append under way has become durable, or not.
  void crash();
  /// Ends it at that point of the next commit that it writes.
  void crash_at_next_commit(CrashAt where) { crash_at_ = where; }
  [[nodiscard]] bool up() const { return life_ != nullptr; }

  /// A client has connected. `end` is kept until it is told to go, or says so with `forget`.
  [[nodiscard]] std::shared_ptr<gateway::Connection> accept(const std::shared_ptr<NodeEnd>& end, wire::Codec codec,
                                                            const std::string& address);
  void forget(const NodeEnd* end);

  /// The session's clock jumps ahead.
  void jump(Millis span) { ahead_ += span; }

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Disk& disk() { return disk_; }
  /// Of a node that is up.
  [[nodiscard]] chamber::Chamber& chamber();
  /// Nothing is under way in a node that is up.
  [[nodiscard]] bool idle() const;
  /// Times that a client was too slow and what waited for it was dropped.
  [[nodiscard]] std::uint64_t overflows() const;
  /// Connections that follow the session, of a node that is up: also those whose client has gone unnoticed.
  [[nodiscard]] std::size_t following() const;

 private:
  class Scheduler;
  class SessionTime;
  struct Life;

  Loop& loop_;
  Trace& trace_;
  const Setting& setting_;
  Chance chance_;
  std::function<void(std::string)> failed_;
  std::string name_;
  Disk disk_;
  Millis ahead_;                 // of the session's clock, by its jumps
  std::uint64_t overflows_ = 0;  // in the lives before this one
  std::optional<CrashAt> crash_at_;
  std::vector<std::shared_ptr<NodeEnd>> ends_;
  std::unique_ptr<Life> life_;
};

/// The code of a seat's sign-in: every node of a world has the same secret.
[[nodiscard]] std::string code_of(const SeatId& seat, std::uint32_t generation);

}  // namespace rostrum::simulation
