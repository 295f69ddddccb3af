// How a session gets things done elsewhere and later: writing, which blocks, and waiting for instants. Behind an
// interface so that tests and simulation decide when a write ends and when an instant comes.
#pragma once

#include <functional>
#include <memory>

#include "base/time.hpp"

namespace rostrum {

/// Waits for one instant of the session's clock at a time. Silent once it is destroyed.
class Alarm {
 public:
  virtual ~Alarm() = default;

  /// Runs `then` on the hall's strand once the session's clock shows `at`, never from inside this call. Replaces what
  /// was waited for before.
  virtual void set(Instant at, std::function<void()> then) = 0;
};

/// Outlives its alarms.
class Scheduler {
 public:
  virtual ~Scheduler() = default;

  /// Runs `job` on the writer's thread, then `done` on the hall's strand. Jobs run one after the other.
  virtual void write(std::function<void()> job, std::function<void()> done) = 0;

  /// Runs `then` on the hall's strand, after what is running now.
  virtual void post(std::function<void()> then) = 0;

  /// One that waits for nothing yet. Each waits by itself.
  [[nodiscard]] virtual std::unique_ptr<Alarm> alarm() = 0;
};

}  // namespace rostrum
