// What nodes tell each other is believed where it is sealed with the session's secret, for the same set, and whole.
#include "ledger/agreed/seal.hpp"

#include "ledger/agreed/driving.hpp"

namespace rostrum::ledger {
namespace {

const Seals ours(test::known_hmac, set);

}  // namespace

TEST_CASE("Given a message under a seal, then who has the secret opens it, and nobody else, nor for another set") {
  const Sealed sealed = ours.seal(Present{.who = "node", .now = Instant{7}});
  const auto message = ours.open(sealed);
  REQUIRE(message);
  CHECK(std::get<Present>(*message).who == "node");
  CHECK_FALSE(Seals([](std::string_view bytes) { return sha256(bytes); }, set).open(sealed));
  CHECK_FALSE(Seals(test::known_hmac, "set-2").open(sealed));
}

TEST_CASE(
    "Given a message under a seal, when any byte of it is changed or its end is cut off, then it is not believed") {
  const Sealed sealed = ours.seal(Bell{.term = {3}, .writer = "node", .seq = {9}});
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    Sealed changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK_FALSE(ours.open(changed));
    CHECK_FALSE(ours.open(std::string_view(sealed).substr(0, at)));
  }
}

TEST_CASE("Given sets whose names begin alike, then what is sealed for one is not believed in the other") {
  // What follows a name may look like the rest of a longer one: here a whole message before another.
  const std::string first = wire::encode(Present{.who = "first"}), second = wire::encode(Present{.who = "second"});
  const Sealed for_longer = Seals(test::known_hmac, set + first).seal(Present{.who = "second"});
  REQUIRE(wire::decode_node_message(first + second));
  CHECK_FALSE(ours.open(for_longer.substr(0, 32) + first + second));
}

}  // namespace rostrum::ledger
