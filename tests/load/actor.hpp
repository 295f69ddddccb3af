// Whoever makes a run's acts, each of which becomes a patch for every follower.
#pragma once

#include <cstdint>

#include "load/loop.hpp"

namespace rostrum::load {

class Actor {
 public:
  virtual ~Actor() = default;

  /// Sends the next act, which was due at `due`.
  virtual void act(Nanos due) = 0;
  /// Acts that have not been answered.
  [[nodiscard]] virtual std::size_t unanswered() const = 0;
  /// The last commit that it knows: once nothing is unanswered, that of its last act or a later one.
  [[nodiscard]] virtual std::uint64_t last() const = 0;
};

}  // namespace rostrum::load
