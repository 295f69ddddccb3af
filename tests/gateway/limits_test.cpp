#include <catch2/catch.hpp>
#include <set>

#include "gateway/limits.hpp"

using namespace rostrum;
using namespace rostrum::gateway;

TEST_CASE("every limit can be set by its name, and only the one that is named changes") {
  std::set<std::string> names;
  for (const auto& [name, value] : named({})) {
    CAPTURE(name);
    CHECK(names.insert(name).second);
    const auto changed = with({}, name + "=" + std::to_string(value + 1));
    REQUIRE(changed);
    std::size_t differ = 0;
    for (const auto& [other, now] : named(*changed)) {
      if (other == name) {
        CHECK(now == value + 1);
      } else {
        differ += std::find(named({}).begin(), named({}).end(), std::pair(other, now)) == named({}).end() ? 1 : 0;
      }
    }
    CHECK(differ == 0);
  }
  CHECK(names.size() * sizeof(std::uint64_t) == sizeof(Limits));
}

TEST_CASE("several limits are set at once") {
  const auto changed = with({}, "frame_bytes_max=1024,sign_in_timeout_ms=250");
  REQUIRE(changed);
  CHECK(changed->frame_bytes_max == 1024);
  CHECK(changed->sign_in_timeout == Millis{250});
  CHECK(changed->outbox_bytes_max == Limits{}.outbox_bytes_max);
}

TEST_CASE("no text changes nothing") { CHECK(with({}, "") == Limits{}); }

TEST_CASE("what is no limit, or no value of one, is refused in words") {
  const auto* wrong = GENERATE("frame_bytes_max", "frame_bytes_max=", "frame_bytes_max=0", "frame_bytes_max=-1",
                               "frame_bytes_max=1k", "frame_bytes_max=99999999999", "sign_in_timeout=5", "=5", ",");
  CAPTURE(wrong);
  const auto refused = with({}, wrong);
  REQUIRE_FALSE(refused);
  CHECK_FALSE(refused.error().empty());
}

TEST_CASE("a client is pinged before it is given up, whatever is set") {
  for (const auto* wrong : {"ping_after_ms=45000", "ping_after_ms=50000", "silence_max_ms=15000", "silence_max_ms=1",
                            "silence_max_ms=60000,ping_after_ms=60000"}) {
    CAPTURE(wrong);
    const auto refused = with({}, wrong);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().find("ping_after_ms=") != std::string::npos);
    CHECK(refused.error().find("silence_max_ms=") != std::string::npos);
  }
  CHECK(with({}, "ping_after_ms=44999"));
  CHECK(with({}, "ping_after_ms=60000,silence_max_ms=60001"));  // what counts is where both end up
}

TEST_CASE("all connections can come back at once") { CHECK(Limits{}.http_sessions_max >= Limits{}.connections_max); }

TEST_CASE("a name that is not known is answered with those that are") {
  CHECK(with({}, "frames=5").error().find("frame_bytes_max") != std::string::npos);
}
