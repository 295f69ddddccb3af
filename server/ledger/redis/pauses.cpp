#include "ledger/redis/pauses.hpp"

#include <algorithm>
#include <cmath>

namespace rostrum::ledger::redis {

namespace {

constexpr double first_ms = 50, most_ms = 2'000;
constexpr int doublings_max = 16;  // most_ms is reached long before

}  // namespace

Millis Pauses::next(std::optional<Millis> ready, double random) {
  if (ready && *ready >= stands_after_) before_ = 0;
  const double most = std::min(most_ms, std::ldexp(first_ms, before_));
  before_ = std::min(before_ + 1, doublings_max);
  return {std::llround(most * random)};
}

}  // namespace rostrum::ledger::redis
