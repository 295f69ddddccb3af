// A sitting of one panel as it may come: who asks, when, and how long each would speak, drawn before any policy is
// played on it, so that all policies meet the same people. What is drawn is judgement where it is not known: lengths of
// general debates in which nothing is enforced have a log-spread of about 0.4; sitting.cpp has the numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "council/fair_time/fit.hpp"

namespace rostrum::bench {

/// How the world differs from the one that the weights of the forecast are for.
struct World {
  double close_s = 1800;  // from the opening of the floor to the close of the list
  double spread = 1;      // of all that is drawn
  double day = 1;         // of what is common to a sitting
  double growth = 1;      // how much longer the last speaks than the first
};

struct Person {
  council::LimitOf kind = council::LimitOf::member;
  bool member = false;
  council::fair_time::Seconds base_s = 0;
  double asks_s = 0;  // after the opening of the floor
  double text_s = 0;
  double overrun = 1;  // of the limit, where that binds
  double hand_over_s = 0;
  int absent = 0;     // 1: there when called again; 2: never
  double stop_s = 0;  // a point of order in the speech; 0: none

  /// `surprised`: the limit was lowered while this one was among the next two.
  [[nodiscard]] double length_s(double limit_s, bool surprised = false) const;
};

struct Reply {
  double at = 0;  // of the floor, as a part of it
  double length_s = 0;
};

struct Sitting {
  double end_s = 10'800;
  double reserve_s = 0;
  double closing_s = 0;
  double opens_s = 0;          // the floor
  std::vector<Person> people;  // as they ask
  std::vector<Reply> replies;

  [[nodiscard]] double floor_end_s() const { return end_s - reserve_s; }
};

[[nodiscard]] Sitting sitting(std::uint64_t seed, const World& world);

}  // namespace rostrum::bench
