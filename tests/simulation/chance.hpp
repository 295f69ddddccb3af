// What a seed decides. The same seed gives the same numbers with every standard library, so none of its distributions
// are used. Each actor has a Chance of its own, split from its parent's: what one draws moves no other.
#pragma once

#include <cstdint>
#include <random>

#include "base/time.hpp"

namespace rostrum::simulation {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  [[nodiscard]] std::uint64_t number() { return engine_(); }
  /// From 0 on and less than `count`.
  [[nodiscard]] std::uint64_t below(std::uint64_t count) { return engine_() % count; }
  [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
  }
  [[nodiscard]] Millis span(Millis least, Millis most) { return {between(least.value, most.value)}; }
  [[nodiscard]] bool one_in(std::uint64_t count) { return below(count) == 0; }
  template <class Items>
  [[nodiscard]] const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }
  [[nodiscard]] Chance split() { return Chance(engine_()); }

 private:
  std::mt19937_64 engine_;
};

}  // namespace rostrum::simulation
