// How a chamber gets things done elsewhere and later: writing, which blocks, and waiting for an instant. Behind an
// interface so that tests and simulation decide when a write ends and when an instant comes.
#pragma once

#include <functional>

#include "base/time.hpp"

namespace rostrum::chamber {

class Scheduler {
 public:
  virtual ~Scheduler() = default;

  /// Runs `job` on the writer's thread, then `done` on the hall's strand. Jobs run one after the other.
  virtual void write(std::function<void()> job, std::function<void()> done) = 0;

  /// Runs `then` on the hall's strand once the session's clock shows `at`. Replaces what was waited for before.
  virtual void wake_at(Instant at, std::function<void()> then) = 0;

  /// Runs `then` on the hall's strand, after what is running now.
  virtual void post(std::function<void()> then) = 0;
};

}  // namespace rostrum::chamber
