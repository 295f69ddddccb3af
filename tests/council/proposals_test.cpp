// When another limit is proposed, and when none is.
#include <catch2/catch.hpp>

#include "council/fair_time/proposals.hpp"

using namespace rostrum::council;
using namespace rostrum::council::fair_time;

namespace {

Situation waiting(std::size_t members, double room_s) {
  Situation situation{.room = room_s, .waiting = {}};
  situation.waiting.insert(situation.waiting.end(), members, {.kind = LimitOf::member, .base = 180, .member = true});
  return situation;
}

/// So many calls after the last change, with what has been announced.
Situation under_way(std::size_t members, double room_s, const Fraction& factor, std::int64_t calls = 20) {
  Situation situation = waiting(members, room_s);
  situation.announced = {.factor = factor, .first = factor, .calls = calls, .calls_since_change = calls};
  return situation;
}

Proposal proposed(const Situation& situation) { return proposal(situation, learn({}), {}); }

const Fraction half{1, 2};

}  // namespace

TEST_CASE("T6 the first limit is the greatest that is expected to fit with a margin for what is uncertain") {
  CHECK_FALSE(proposed(waiting(20, 5000)).factor);  // the base limits fit
  const Situation full = waiting(40, 5000);
  const auto first = proposed(full).factor;
  REQUIRE(first);
  CHECK(*first < all_of_it);
  CHECK(limit_at(180, *first, {}) >= 60);
  Situation with_late = full;
  with_late.still_to_ask = {.mean = 10, .variance = 10};
  CHECK(proposed(with_late).factor < first);
}

TEST_CASE("T6 no change is proposed while what is expected is within a deviation, or a minute") {
  const Situation fits = under_way(30, 30 * (90 + 15.0), half);
  CHECK_FALSE(proposed(fits).factor);
  Situation a_little_short = fits;
  a_little_short.room -= 50;
  CHECK_FALSE(proposed(a_little_short).factor);
}

TEST_CASE("T6 a lower limit is proposed where the time will clearly not do, and not soon after a change") {
  Situation too_long = under_way(40, 40 * (70 + 15.0), half);
  const auto lower = proposed(too_long).factor;
  REQUIRE(lower);
  CHECK(*lower < half);
  too_long.announced.calls_since_change = 7;
  CHECK_FALSE(proposed(too_long).factor);
}

TEST_CASE(
    "T6 a higher limit is proposed on a closed list alone, by 15 s or more, not far above what an equal has had") {
  Situation roomy = under_way(20, 20 * (160 + 15.0), half);
  CHECK_FALSE(proposed(roomy).factor);
  roomy.list_closed = true;
  roomy.announced.least_of_members = 90;
  CHECK_FALSE(proposed(roomy).factor);  // 1.15 times 90 s is less than 15 s more
  roomy.announced.least_of_members = 120;
  const auto higher = proposed(roomy).factor;
  REQUIRE(higher);
  CHECK(limit_at(180, *higher, {}) == 135);
  roomy.announced.first = {5, 6};
  CHECK(limit_at(180, proposed(roomy).factor.value(), {}) == 150);
}

TEST_CASE("T6 where not even the least limits let all be heard, Members before others is proposed, once") {
  Situation hopeless = under_way(100, 3000, none_of_it);
  CHECK(proposed(hopeless).members_first);
  hopeless.announced.members_first = true;
  CHECK_FALSE(proposed(hopeless).members_first);
  CHECK_FALSE(proposed(under_way(20, 3000, half)).members_first);
}

TEST_CASE("T6 limits that were told count as they stand") {
  Situation told = under_way(40, 40 * (70 + 15.0), half);
  const auto lower = proposed(told).factor;
  told.waiting[0].told = 180;
  told.waiting[1].told = 180;
  CHECK(proposed(told).factor < lower);
}
