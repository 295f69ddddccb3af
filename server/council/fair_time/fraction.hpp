// Exact parts of a whole. A factor of limits, and a share, is never rounded before what it is a factor of is.
#pragma once

#include <compare>
#include <cstdint>
#include <numeric>

namespace rostrum::council::fair_time {

/// `part` of `of`, in lowest terms. Both are small enough for the product of two of either (at most 2^31).
class Fraction {
 public:
  constexpr Fraction() = default;
  /// `of` is not 0; neither is negative.
  constexpr Fraction(std::int64_t part, std::int64_t of)
      : part_(part / std::gcd(part, of)),
        of_(of / std::gcd(part, of)) {}

  [[nodiscard]] constexpr std::int64_t part() const { return part_; }
  [[nodiscard]] constexpr std::int64_t of() const { return of_; }

  constexpr bool operator==(const Fraction&) const = default;
  constexpr std::strong_ordering operator<=>(const Fraction& other) const {
    return part_ * other.of_ <=> other.part_ * of_;
  }

 private:
  std::int64_t part_ = 0;
  std::int64_t of_ = 1;
};

inline constexpr Fraction none_of_it{0, 1};
inline constexpr Fraction all_of_it{1, 1};

}  // namespace rostrum::council::fair_time
