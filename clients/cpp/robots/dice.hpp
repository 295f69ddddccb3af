// What robots choose by: the same seed and name give the same throws, on any machine and with any standard library.
#pragma once

#include <cstdint>
#include <string_view>

namespace rostrum::robots {

class Dice {
 public:
  /// Dice of their own for each `name` under a seed.
  Dice(std::uint64_t seed, std::string_view name) : state_(seed) {
    for (const char letter : name) {
      state_ ^= static_cast<unsigned char>(letter);
      state_ = next();
    }
  }

  /// 64 random bits (SplitMix64).
  std::uint64_t next() {
    std::uint64_t bits = (state_ += 0x9e3779b97f4a7c15u);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
  }

  /// From `least` to `most`, both included.
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
  }

  /// True once in so many times, on average.
  bool once_in(std::int64_t times) { return between(1, times) == 1; }

  /// One of a list that is not empty.
  template <class List>
  auto& one_of(List& list) {
    return list[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(std::size(list)) - 1))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace rostrum::robots
