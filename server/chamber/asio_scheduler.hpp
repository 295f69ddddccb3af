// The scheduler of a running server: the hall's io_context, a writer thread of one, and timers.
#pragma once

#include <memory>

#include "base/clock.hpp"
#include "base/scheduler.hpp"

namespace boost::asio {
class io_context;
}

namespace rostrum::chamber {

class AsioScheduler final : public Scheduler {
 public:
  /// `hall` runs on one thread and outlives the scheduler; `clock` is the session's.
  AsioScheduler(boost::asio::io_context& hall, Clock& clock);

  /// Waits until the writer has finished what it was given.
  ~AsioScheduler() override;

  void write(std::function<void()> job, std::function<void()> done) override;
  void post(std::function<void()> then) override;
  [[nodiscard]] std::unique_ptr<Alarm> alarm() override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace rostrum::chamber
