// How long a line to a Redis server that broke waits before it is tried again: by chance, so that nodes do not come all
// at once, up to 50 ms first, then twice as long each time, up to 2 s.
#pragma once

#include <optional>

#include "base/time.hpp"

namespace rostrum::ledger::redis {

class Pauses {
 public:
  /// A line that was ready for less than `stands_after` is counted like one that was not made at all.
  explicit Pauses(Millis stands_after) : stands_after_(stands_after) {}

  /// Before the next attempt. `ready` is how long the line was, none where it was not; `random` is from 0 to 1.
  [[nodiscard]] Millis next(std::optional<Millis> ready, double random);

 private:
  Millis stands_after_;
  int before_ = 0;  // since a line stood
};

}  // namespace rostrum::ledger::redis
