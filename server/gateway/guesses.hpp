// What keeps guesses of sign-in codes out (P5): failed sign-ins are counted by address and over all, and where there
// were too many of late nobody from there is looked at until time has passed. Only failures count, since a whole hall
// may share one address; the bounds are wide enough for a hall whose codes have all become void at once.
//
// Touched by the hall's strand only. Time is given, in milliseconds of any monotonic clock.
#pragma once

#include <string>
#include <unordered_map>

#include "gateway/limits.hpp"
#include "gateway/rate.hpp"

namespace rostrum::gateway {

/// Addresses remembered; the bound over all holds for those that are not.
inline constexpr std::size_t guessing_addresses_max = 10'000;

class Guesses {
 public:
  Guesses(const Limits& limits, Millis now);

  /// Whether a sign-in from `address` is looked at.
  [[nodiscard]] bool allowed(const std::string& address, Millis now);

  /// A sign-in from `address` had a code that stands for nothing.
  void failed(const std::string& address, Millis now);

  [[nodiscard]] std::size_t addresses() const { return by_address_.size(); }

 private:
  void forget_old(Millis now);

  std::uint64_t per_second_;
  std::uint64_t burst_;
  Rate in_all_;
  std::unordered_map<std::string, Rate> by_address_;
};

}  // namespace rostrum::gateway
