#include <catch2/catch.hpp>

#include "gateway/rate.hpp"

using namespace rostrum;
using gateway::Rate;

namespace {

int taken(Rate& rate, int wanted, Millis now) {
  int count = 0;
  for (int item = 0; item < wanted; ++item) count += rate.take(now) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("a burst is let through, and not one item more") {
  Rate rate(20, 40, {1'000});
  CHECK(taken(rate, 100, {1'000}) == 40);
}

TEST_CASE("in the long run there are so many items a second") {
  Rate rate(20, 40, {0});
  CHECK(taken(rate, 100, {0}) == 40);
  int count = 0;
  for (std::int64_t at = 1; at <= 10'000; ++at) count += taken(rate, 3, {at});
  CHECK(count == 200);
}

TEST_CASE("what is not used is kept up to the burst only") {
  Rate rate(20, 40, {0});
  CHECK(taken(rate, 40, {0}) == 40);
  CHECK(taken(rate, 1'000, seconds(3'600)) == 40);
}

TEST_CASE("a clock that stands still or goes back gives nothing") {
  Rate rate(20, 2, {5'000});
  CHECK(taken(rate, 5, {5'000}) == 2);
  CHECK(taken(rate, 5, {5'000}) == 0);
  CHECK(taken(rate, 5, {1'000}) == 0);
  CHECK(taken(rate, 5, {5'050}) == 1);
}

TEST_CASE("a connection that pauses is full again") {
  Rate rate(20, 40, {0});
  CHECK(taken(rate, 30, {0}) == 30);
  CHECK_FALSE(rate.full({0}));
  CHECK_FALSE(rate.full({1'499}));
  CHECK(rate.full({1'500}));
}
