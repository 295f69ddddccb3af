// How fast a connection may send: so many items a second in the long run, and a burst at once. A bucket of tokens that
// fills with time; an item takes one. Time is given, so that it is a value.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/time.hpp"

namespace rostrum::gateway {

class Rate {
 public:
  /// Full at the beginning. `now` is of any monotonic clock, in milliseconds.
  Rate(std::uint64_t per_second, std::uint64_t burst, Millis now)
      : per_second_(static_cast<std::int64_t>(per_second)),
        room_(static_cast<std::int64_t>(burst) * token),
        level_(room_),
        at_(now) {}

  /// Whether there is a token.
  [[nodiscard]] bool has(Millis now) {
    const std::int64_t elapsed_ms = std::clamp<std::int64_t>((now - at_).value, 0, room_);
    level_ = std::min(room_, level_ + elapsed_ms * per_second_);
    at_ = std::max(at_, now);
    return level_ >= token;
  }

  /// Takes a token; false where there is none.
  [[nodiscard]] bool take(Millis now) {
    if (!has(now)) return false;
    level_ -= token;
    return true;
  }

  /// Whether everything that was taken has come back.
  [[nodiscard]] bool full(Millis now) { return has(now) && level_ == room_; }

 private:
  static constexpr std::int64_t token = 1000;  // per_second a millisecond make per_second tokens a second

  std::int64_t per_second_;
  std::int64_t room_;
  std::int64_t level_;
  Millis at_;
};

}  // namespace rostrum::gateway
