// A node of the simulated world: its disk, which outlives it, and while it is up all that a process of the server
// holds: scheduler, ledger, chamber, hub, sign-in codes, connections. The parts are the real ones; only the journal,
// the clock, the scheduler, the lines and the servers that nodes share are simulated. Whatever the node still had under
// way when it ends never happens, but what it had sent to servers.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/codes.hpp"
#include "gateway/connection.hpp"
#include "ledger/ledger.hpp"
#include "simulation/disk.hpp"
#include "simulation/loop.hpp"
#include "simulation/servers.hpp"
#include "simulation/setting.hpp"
#include "simulation/trace.hpp"
#include "simulation/truth.hpp"

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
  /// What is around a node, and outlives it.
  struct Around {
    Loop& loop;
    Trace& trace;
    const Setting& setting;
    Truth& truth;
    Servers* servers;                         // none: the node has a journal of its own
    std::function<void(std::string)> failed;  // is told what must not happen
    std::function<void(Node&)> begins;        // is told who begins to write
  };

  /// `number` from 0; `begun` is the session's first commit.
  Node(std::size_t number, Around around, Chance chance, const wire::StoredCommit& begun);
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
  /// What comes to the process: now, or when it does not stand still any more; never where it has ended until then.
  void take_in(std::function<void()> then);

  /// Its machine's clock jumps.
  void jump(Millis span) { ahead_ += span; }
  /// Does nothing for so long, and then goes on as if no time had passed.
  void freeze(Millis span);
  /// It has not stood still for so long, or ever.
  [[nodiscard]] bool awake_for(Millis span) const { return around_.loop.now() >= frozen_until_ + span; }
  /// Stands for the right to write, whoever has it.
  void take_over();
  /// Is to end, and lets another go on; that it ends is left to the world.
  void hand_over();
  [[nodiscard]] bool writes() const;
  [[nodiscard]] std::size_t number() const { return number_; }
  /// Of a node that is up: how its ledger stands.
  [[nodiscard]] const ledger::Standing& standing() const;
  /// Of a node that is up: what its session's clock shows.
  [[nodiscard]] Instant session_now() const;
  /// Of a node that is up: whether its clock is the others', or is at least its own machine's still.
  [[nodiscard]] bool clock_is_set() const;
  /// Times that it has won the right to write.
  [[nodiscard]] std::uint64_t take_overs() const;

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
  class Tap;
  class Tapped;
  class Wires;
  struct Life;

  /// Now, or when the node does not stand still any more; never where `alive` has gone until then.
  void run(const std::weak_ptr<int>& alive, std::function<void()> then);
  void do_now(const std::function<void()>& then);
  /// Somebody was let in just now.
  void look_at_door();
  void thaw_later();
  void thaw();

  Around around_;
  std::size_t number_;
  Chance chance_;
  std::string name_;
  Disk disk_;
  Millis ahead_;  // of the session's clock, by its jumps
  Millis frozen_until_;
  std::deque<std::pair<std::weak_ptr<int>, std::function<void()>>> deferred_;  // while it stands still
  std::uint64_t overflows_ = 0;                                                // in the lives before this one
  std::uint64_t take_overs_ = 0;                                               // likewise
  std::optional<CrashAt> crash_at_;
  std::vector<std::shared_ptr<NodeEnd>> ends_;
  std::unique_ptr<Life> life_;
};

/// The first commit of a session with that programme.
[[nodiscard]] wire::StoredCommit begun(const council::Programme& programme);

/// The code of a seat's sign-in: every node of a world has the same secret.
[[nodiscard]] std::string code_of(const SeatId& seat, std::uint32_t generation);

}  // namespace rostrum::simulation
