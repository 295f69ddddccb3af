#include "base/clock.hpp"

#include <algorithm>
#include <cmath>

namespace rostrum {

namespace {

Millis scaled(Millis span, double speed) {
  return {static_cast<std::int64_t>(std::llround(static_cast<double>(span.value) * speed))};
}

}  // namespace

Instant wall_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

SessionClock::SessionClock(ClockAnchor anchor)
    : anchor_(anchor),
      steady_start_(std::chrono::steady_clock::now()),
      session_at_steady_start_(anchor.session_start + scaled(wall_now() - anchor.wall_start, anchor.speed)),
      last_(session_at_steady_start_) {}

Instant SessionClock::at(std::chrono::steady_clock::time_point point) const {
  const Millis real{std::chrono::duration_cast<std::chrono::milliseconds>(point - steady_start_).count()};
  return session_at_steady_start_ + scaled(real, anchor_.speed);
}

Instant SessionClock::now() {
  last_ = std::max(last_, at(std::chrono::steady_clock::now()));
  return last_;
}

Millis SessionClock::slew(Millis most) {
  const Instant wanted = anchor_.session_start + scaled(wall_now() - anchor_.wall_start, anchor_.speed);
  const Millis missing = wanted - at(std::chrono::steady_clock::now());
  const Millis step{std::clamp(missing.value, -most.value, most.value)};
  session_at_steady_start_ = session_at_steady_start_ + step;
  return missing - step;
}

}  // namespace rostrum
