#include <catch2/catch.hpp>

#include "ops/health.hpp"

using rostrum::ops::Health;

TEST_CASE("a server whose parts are all well is ready") {
  Health health;
  health.add("journal", [] { return std::nullopt; });
  CHECK(health.troubles().empty());
  CHECK(health.text() == "ready\n");
}

TEST_CASE("a part that is not ready is named with its reason, and asked anew each time") {
  Health health;
  std::optional<std::string> held = "held: the disk is full";
  health.add("journal", [&] { return held; });
  health.add("gateway", [] { return std::nullopt; });
  CHECK(health.text() == "journal: held: the disk is full\n");
  held.reset();
  CHECK(health.text() == "ready\n");
}
