// How long a line to a Redis server that broke waits before it is tried again.
#include "ledger/redis/pauses.hpp"

#include <catch2/catch.hpp>

namespace rostrum::ledger::redis {

TEST_CASE("A line to a Redis server is tried again after a pause by chance, of 50 ms at most and then of up to 2 s") {
  const std::int64_t most[] = {50, 100, 200, 400, 800, 1'600, 2'000, 2'000};
  for (const double random : {0.0, 0.5, 1.0}) {
    Pauses pauses(seconds(2));
    for (const std::int64_t each : most)
      CHECK(pauses.next(std::nullopt, random).value == static_cast<std::int64_t>(static_cast<double>(each) * random));
    for (int i = 0; i < 100'000; ++i) (void)pauses.next(std::nullopt, random);
    CHECK(pauses.next(std::nullopt, 1).value == 2'000);
  }
}

TEST_CASE("The pauses before a line to a Redis server begin anew once one has stood, not once one was made") {
  Pauses pauses(seconds(2));
  CHECK(pauses.next(std::nullopt, 1).value == 50);
  CHECK(pauses.next(Millis{0}, 1).value == 100);
  CHECK(pauses.next(Millis{1'999}, 1).value == 200);
  CHECK(pauses.next(Millis{2'000}, 1).value == 50);
  CHECK(pauses.next(std::nullopt, 1).value == 100);
  CHECK(pauses.next(minutes(60), 1).value == 50);
}

}  // namespace rostrum::ledger::redis
