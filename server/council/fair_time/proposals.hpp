// When another limit is proposed to the chair, by the policy of docs/time-allocation.md: few changes, none for those
// who are next, and so much of a margin as the forecast is uncertain (T6). Pure. A proposal changes nothing: the chair
// announces.
#pragma once

#include <optional>
#include <vector>

#include "council/fair_time/forecast.hpp"

namespace rostrum::council::fair_time {

/// An entry as a proposal looks at it.
struct Awaited {
  LimitOf kind = LimitOf::member;
  Seconds base = 0;
  std::optional<Seconds> told = {};  // a limit that stays
  bool member = false;
};

/// Of requests that are not there yet, while the list is open: Members, at their base limit.
struct StillToAsk {
  double mean = 0;
  double variance = 0;
};

/// What has been announced on the panel so far.
struct Announced {
  Fraction factor = all_of_it;  // of the base limits
  Fraction first = all_of_it;   // that was announced at the first call
  std::int64_t calls = 0;
  std::int64_t calls_since_change = 0;
  std::optional<Seconds> least_of_members;  // the least limit that a Member has had
  bool members_first = false;
};

struct Situation {
  double room = 0;  // seconds that are left of the floor
  std::vector<Awaited> waiting;
  StillToAsk still_to_ask;
  bool list_closed = false;
  Seconds member_base = 180;
  Announced announced;
};

struct Proposal {
  std::optional<Fraction> factor;  // none: as announced
  bool members_first = false;      // not even the least limits let all be heard
};

[[nodiscard]] Proposal proposal(const Situation& situation, const Learned& learned, const Steps& steps);

}  // namespace rostrum::council::fair_time
