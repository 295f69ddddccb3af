// A scheduler that a test drives: nothing is posted, written or woken but when it says so.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <utility>

#include "base/scheduler.hpp"

namespace rostrum::test {

/// Runs what is posted when the test says so; a write ends when the test says so too.
class SteppedScheduler final : public Scheduler {
 public:
  void write(std::function<void()> job, std::function<void()> done) override {
    writes_.emplace_back(std::move(job), std::move(done));
  }
  void post(std::function<void()> then) override { posted_.push_back(std::move(then)); }
  [[nodiscard]] std::unique_ptr<Alarm> alarm() override { return std::make_unique<SteppedAlarm>(alarms_); }

  /// Runs what is posted, without ending a write.
  void run_posted() {
    while (!posted_.empty()) {
      const auto then = std::move(posted_.front());
      posted_.pop_front();
      then();
    }
  }
  [[nodiscard]] bool writing() const { return !writes_.empty(); }
  /// The disk has done the write, and the hall has not heard of it.
  void do_write() {
    if (const auto job = std::exchange(writes_.front().first, nullptr)) job();
  }
  void finish_write() {
    do_write();
    const auto done = std::move(writes_.front().second);
    writes_.pop_front();
    done();
  }
  /// Everything there is to do until nothing is left.
  void settle() {
    for (run_posted(); writing(); run_posted()) finish_write();
  }
  /// Wakes whoever waits for an instant that has come.
  void wake(Instant now) {
    const auto waiting = alarms_;  // others may be set, or gone, when one has acted
    for (SteppedAlarm* alarm : waiting)
      if (alarms_.contains(alarm)) alarm->wake(now);
  }
  /// The first instant that somebody waits for.
  [[nodiscard]] std::optional<Instant> waits_until() const {
    std::optional<Instant> first;
    for (const SteppedAlarm* alarm : alarms_)
      if (const auto at = alarm->waits_until(); at && (!first || *at < *first)) first = at;
    return first;
  }

 private:
  class SteppedAlarm final : public Alarm {
   public:
    explicit SteppedAlarm(std::set<SteppedAlarm*>& all) : all_(all) { all_.insert(this); }
    ~SteppedAlarm() override { all_.erase(this); }
    void set(Instant at, std::function<void()> then) override { wake_ = std::pair(at, std::move(then)); }
    void wake(Instant now) {
      if (!wake_ || wake_->first > now) return;
      const auto then = std::move(wake_->second);
      wake_.reset();
      then();
    }
    [[nodiscard]] std::optional<Instant> waits_until() const {
      return wake_ ? std::optional(wake_->first) : std::nullopt;
    }

   private:
    std::set<SteppedAlarm*>& all_;
    std::optional<std::pair<Instant, std::function<void()>>> wake_;
  };

  std::deque<std::function<void()>> posted_;
  std::deque<std::pair<std::function<void()>, std::function<void()>>> writes_;
  std::set<SteppedAlarm*> alarms_;
};

}  // namespace rostrum::test
