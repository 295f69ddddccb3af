// The session's clock of a node among several: it follows the writer's, as bells tell it, and the writer's follows its
// own machine's. It is drawn there by a hundredth at most, so that an hour's jump of a machine's clock moves the
// session's by 100 ms in 10 s, and once it is set it never goes back, over a take-over neither: whoever begins to write
// goes on from what it shows.
#pragma once

#include <functional>
#include <optional>

#include "base/clock.hpp"
#include "base/time.hpp"

namespace rostrum::ledger {

class FollowedClock final : public Clock {
 public:
  /// `machine` is the session's clock by this machine's; `moment` the machine's monotonic one, in real milliseconds.
  FollowedClock(Clock& machine, std::function<Millis()> moment);

  [[nodiscard]] Instant now() override;
  [[nodiscard]] double speed() const override { return machine_.speed(); }

  /// The writer's clock showed `told` a moment ago.
  void follow(Instant told);
  /// That of another node did, which follows the same: whoever has been told too late is behind.
  void keep_up(Instant told);
  /// We write: our machine's clock is the one.
  void lead();
  /// It has been told for a while what the others' show, or is the one.
  [[nodiscard]] bool is_set() const;

 private:
  [[nodiscard]] bool far_behind(double missing) const;
  void set(double missing);

  Clock& machine_;
  std::function<Millis()> moment_;
  double shows_;        // ms
  double missing_ = 0;  // to where it is drawn; negative where it is ahead
  Millis moved_at_;
  bool leads_ = false;
  std::optional<Millis> told_at_;  // first
};

}  // namespace rostrum::ledger
