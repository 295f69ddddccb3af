// Instants and durations of the floor, both in whole milliseconds, and not to be taken for one another.
#pragma once

#include <compare>
#include <cstdint>

namespace rostrum {

/// A duration in milliseconds.
struct Millis {
  std::int64_t value = 0;

  auto operator<=>(const Millis&) const = default;
  constexpr Millis& operator+=(Millis other) { return value += other.value, *this; }
  constexpr Millis& operator-=(Millis other) { return value -= other.value, *this; }
  friend constexpr Millis operator+(Millis a, Millis b) { return {a.value + b.value}; }
  friend constexpr Millis operator-(Millis a, Millis b) { return {a.value - b.value}; }
};

constexpr Millis seconds(std::int64_t count) { return {count * 1000}; }
constexpr Millis minutes(std::int64_t count) { return {count * 60'000}; }

/// Milliseconds since 1970-01-01T00:00Z on the session's clock.
struct Instant {
  std::int64_t value = 0;

  auto operator<=>(const Instant&) const = default;
  friend constexpr Instant operator+(Instant at, Millis span) { return {at.value + span.value}; }
  friend constexpr Instant operator-(Instant at, Millis span) { return {at.value - span.value}; }
  friend constexpr Millis operator-(Instant a, Instant b) { return {a.value - b.value}; }
};

}  // namespace rostrum
