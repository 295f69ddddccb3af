#include <catch2/catch.hpp>
#include <set>

#include "gateway/close_codes.hpp"

using namespace rostrum::gateway;

TEST_CASE("each close code is of the private range, and has a name of its own") {
  std::set<std::string_view> names;
  for (const CloseCode code : all_close_codes()) {
    CHECK(static_cast<int>(code) >= 4000);
    CHECK(static_cast<int>(code) <= 4999);
    CHECK_FALSE(name(code).empty());
    CHECK(names.insert(name(code)).second);
  }
  CHECK(names.size() == 8);
}

TEST_CASE("a client that would be refused again for the same reason is told not to come back") {
  for (const CloseCode code : all_close_codes()) {
    const bool for_good = code == CloseCode::unknown_code || code == CloseCode::revoked ||
                          code == CloseCode::expired_code || code == CloseCode::malformed_frame;
    CHECK(reconnect(code) == !for_good);
  }
}
