// docs/protocol.md tells a client's author how connections end, and the bounds that are met on the way.
#include <algorithm>
#include <catch2/catch.hpp>

#include "gateway/close_codes.hpp"
#include "gateway/handshake.hpp"
#include "gateway/limits.hpp"
#include "support/content.hpp"

using namespace rostrum;
using namespace rostrum::gateway;

namespace {

std::string protocol_page() { return test::content_of(ROSTRUM_SOURCE_DIR "/docs/protocol.md"); }

}  // namespace

TEST_CASE("docs/protocol.md tells every close code, and whether to come back") {
  const std::string page = protocol_page();
  for (const CloseCode code : all_close_codes()) {
    const std::string row = "| " + std::to_string(static_cast<int>(code)) + " | `" + std::string(name(code)) + "` | " +
                            (reconnect(code) ? "reconnect" : "do not") + " |";
    CAPTURE(row);
    CHECK(page.find(row) != std::string::npos);
  }
}

TEST_CASE("docs/protocol.md tells both subprotocols") {
  for (const wire::Codec codec : {wire::Codec::protobuf, wire::Codec::json})
    CHECK(protocol_page().find("| `" + std::string(subprotocol(codec)) + "` |") != std::string::npos);
}

TEST_CASE("docs/protocol.md tells the limits that a client meets as they are by default") {
  const std::string page = protocol_page();
  const auto limits = named({});
  for (const char* name : {"frame_bytes_max", "items_per_second_max", "items_burst_max", "too_fast_max",
                           "guesses_per_second_max", "guesses_burst_max", "outbox_bytes_max", "connections_max",
                           "sign_in_timeout_ms", "ping_after_ms", "silence_max_ms"}) {
    CAPTURE(name);
    const auto limit = std::ranges::find(limits, name, &std::pair<std::string, std::uint64_t>::first);
    REQUIRE(limit != limits.end());
    CHECK(page.find("| `" + limit->first + "` | " + std::to_string(limit->second) + " |") != std::string::npos);
  }
}
