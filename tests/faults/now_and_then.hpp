// What asks now and then only, since an answer over HTTP is waited for, and the hall waits too.
#pragma once

#include <chrono>
#include <functional>
#include <utility>

namespace rostrum::faults {

inline constexpr std::chrono::milliseconds asked_again_after{50};

[[nodiscard]] inline std::function<bool()> now_and_then(std::function<bool()> ask) {
  using Steady = std::chrono::steady_clock;
  return [ask = std::move(ask), asked_at = Steady::time_point{}]() mutable {
    if (Steady::now() - asked_at < asked_again_after) return false;
    asked_at = Steady::now();
    return ask();
  };
}

}  // namespace rostrum::faults
