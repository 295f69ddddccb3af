#include "gateway/guesses.hpp"

#include "gateway/talk.hpp"

using namespace rostrum;
using namespace rostrum::gateway;

namespace {

Limits small() {
  return with({},
              "guesses_per_second_max=1,guesses_burst_max=3,guesses_in_all_per_second_max=2,guesses_in_all_burst_max=5")
      .value();
}

}  // namespace

TEST_CASE("an address that guessed too often is not looked at until time has passed, others are") {
  Guesses guesses(small(), {});
  for (int guess = 0; guess < 3; ++guess) {
    CHECK(guesses.allowed("192.0.2.1", {}));
    guesses.failed("192.0.2.1", {});
  }
  CHECK_FALSE(guesses.allowed("192.0.2.1", {}));
  CHECK(guesses.allowed("192.0.2.2", {}));
  CHECK(guesses.allowed("192.0.2.1", seconds(1)));
}

TEST_CASE("guesses from many addresses are bounded together") {
  Guesses guesses(small(), {});
  for (int guess = 0; guess < 5; ++guess) guesses.failed("192.0.2." + std::to_string(guess), {});
  CHECK_FALSE(guesses.allowed("198.51.100.1", {}));
  CHECK(guesses.allowed("198.51.100.1", seconds(1)));
}

TEST_CASE("so many guessing addresses are remembered, and those that have paused are forgotten first") {
  Guesses guesses(small(), {});
  for (std::size_t guess = 0; guess < guessing_addresses_max + 5; ++guess) guesses.failed(std::to_string(guess), {});
  CHECK(guesses.addresses() == guessing_addresses_max);
  guesses.failed("another", seconds(100));
  CHECK(guesses.addresses() == 1);
}

TEST_CASE("a guesser is told to come back later, a right code from elsewhere signs in, and only failures count") {
  Talk talk(small());
  for (int guess = 0; guess < 3; ++guess) {
    const auto client = talk.connect();
    talk.say(*client, Talk::sign_in("wrong"));
    client->read();
    CHECK(client->closed_with == CloseCode::unknown_code);
  }
  const auto late = talk.connect();
  talk.say(*late, Talk::sign_in(council::chair.value));
  late->read();
  CHECK(late->closed_with == CloseCode::too_fast);
  for (int client = 0; client < 10; ++client) {
    const auto elsewhere = talk.connect(wire::Codec::json, "192.0.2.2");
    talk.say(*elsewhere, Talk::sign_in(council::chair.value));
    talk.settle();
    elsewhere->read();
    CHECK_FALSE(elsewhere->closed_with);
  }
}
