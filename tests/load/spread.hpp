// How spans of time are spread: counted in buckets that are less than one hundredth wide, the largest kept as it was.
#pragma once

#include <array>
#include <cstdint>

#include "load/loop.hpp"

namespace rostrum::load {

class Spread {
 public:
  /// A negative span counts as none.
  void add(Nanos span);

  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// The span that a share of all (0 to 1) do not exceed, at most one hundredth too long; 0 where there are none.
  [[nodiscard]] Nanos at(double share) const;
  [[nodiscard]] Nanos largest() const { return largest_; }

 private:
  static constexpr unsigned bits = 7;  // of a span that decide its bucket, after the first one
  static constexpr std::size_t buckets = (64 - bits + 1) << bits;

  std::array<std::uint64_t, buckets> counts_{};
  std::uint64_t count_ = 0;
  Nanos largest_ = 0;
};

}  // namespace rostrum::load
