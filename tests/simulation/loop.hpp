// Virtual time: what is to happen, in the order of its instant. What falls on one instant happens in an order that the
// seed decides, and never in one of addresses or of registration alone.
#pragma once

#include <functional>
#include <queue>
#include <vector>

#include "simulation/chance.hpp"

namespace rostrum::simulation {

class Loop {
 public:
  /// Since the world began.
  [[nodiscard]] Millis now() const { return now_; }

  /// Runs `then` after `span`; `chance` is of the actor that asks.
  void after(Millis span, Chance& chance, std::function<void()> then) {
    events_.push({now_ + span, chance.number(), ++number_, std::move(then)});
  }

  /// Runs what comes next; false where nothing is left.
  bool step() {
    if (events_.empty()) return false;
    auto then = std::move(const_cast<Event&>(events_.top()).then);
    now_ = events_.top().at;
    events_.pop();
    then();
    return true;
  }

 private:
  struct Event {
    Millis at;
    std::uint64_t tie = 0;
    std::uint64_t number = 0;
    std::function<void()> then;

    bool operator<(const Event& other) const {
      if (at != other.at) return at > other.at;
      if (tie != other.tie) return tie > other.tie;
      return number > other.number;
    }
  };

  std::priority_queue<Event> events_;
  Millis now_;
  std::uint64_t number_ = 0;
};

}  // namespace rostrum::simulation
