// One thread's epoll loop, and the monotonic clock that everything here is measured by.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace rostrum::load {

/// Nanoseconds of the monotonic clock.
using Nanos = std::int64_t;

inline constexpr Nanos second_ns = 1'000'000'000;

[[nodiscard]] Nanos now_ns();

/// A span in nanoseconds; what is not finite or negative is none.
[[nodiscard]] Nanos nanos_of(double seconds);

class Loop {
 public:
  /// Something whose descriptor is watched. It takes note of nothing but that it is ready, so that an event that comes
  /// for a descriptor closed meanwhile does no harm.
  class Watched {
   public:
    virtual ~Watched() = default;
    virtual void ready() = 0;
  };

  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Watches `descriptor` until it is closed; `events` as epoll has them. `watched` outlives that.
  void watch(int descriptor, std::uint32_t events, Watched& watched);
  void change(int descriptor, std::uint32_t events, Watched& watched);

  /// Handles what is ready until `done` or until the clock shows `until`, but once in any case: whether it is done.
  bool run_until(const std::function<bool()>& done, Nanos until);
  void run_to(Nanos until);

  /// For reading into, one at a time.
  [[nodiscard]] std::string& buffer() { return buffer_; }

 private:
  void turn(Nanos until);

  int epoll_;
  std::string buffer_;
};

}  // namespace rostrum::load
