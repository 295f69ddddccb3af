// A sitting played to its end, under the product's proposals or by a chair who knows beforehand how long everybody
// speaks.
#pragma once

#include <optional>
#include <vector>

#include "bench/sitting.hpp"

namespace rostrum::bench {

/// What came of a sitting.
struct Outcome {
  int members_heard = 0;
  int members_asked = 0;
  int others_heard = 0;
  int others_asked = 0;
  double members_s = 0;
  double floor_over_s = 0;    // past the end of the floor
  double unequal = 1;         // the greatest limit of a Member, of the least
  int changes = 0;            // after the first announcement
  int lowered_when_next = 0;  // limits of one of the next two
  bool all_heard = true;      // by the chair who knows
  double member_limit_s = 0;  // mean
};

/// A forecast, and what came of it.
struct Check {
  int calls = 0;
  double earliest_s = 0;
  double latest_s = 0;
  double simple_earliest_s = 0;  // by two thirds of the limits and 5 s, the limits and 20 s
  double simple_latest_s = 0;
  double took_s = 0;
  std::optional<bool> sixth_inside;  // when the sixth in line began
};

/// `members_first`: where not even the least limits let all be heard, the chair takes Members before others.
[[nodiscard]] Outcome played(const Sitting& sitting, const World& world, bool members_first,
                             std::vector<Check>* checks);

/// One limit for all equals, told at the start: the greatest factor at which all are heard; where even the least does
/// not do, others go in writing from the end, then Members.
[[nodiscard]] Outcome by_who_knows(const Sitting& sitting);

}  // namespace rostrum::bench
