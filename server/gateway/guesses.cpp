#include "gateway/guesses.hpp"

#include <iterator>

namespace rostrum::gateway {

Guesses::Guesses(const Limits& limits, Millis now)
    : per_second_(limits.guesses_per_second_max),
      burst_(limits.guesses_burst_max),
      in_all_(limits.guesses_in_all_per_second_max, limits.guesses_in_all_burst_max, now) {}

bool Guesses::allowed(const std::string& address, Millis now) {
  const auto known = by_address_.find(address);
  return in_all_.has(now) && (known == by_address_.end() || known->second.has(now));
}

void Guesses::failed(const std::string& address, Millis now) {
  (void)in_all_.take(now);
  if (by_address_.size() >= guessing_addresses_max && !by_address_.contains(address)) forget_old(now);
  if (by_address_.size() >= guessing_addresses_max && !by_address_.contains(address)) return;
  (void)by_address_.try_emplace(address, per_second_, burst_, now).first->second.take(now);
}

void Guesses::forget_old(Millis now) {
  for (auto one = by_address_.begin(); one != by_address_.end();) {
    one = one->second.full(now) ? by_address_.erase(one) : std::next(one);
  }
}

}  // namespace rostrum::gateway
