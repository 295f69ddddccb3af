// docs/protocol.md tells a client's author what a handshake may ask for. Its tables are printed (tools/docs).
#include <catch2/catch.hpp>

#include "gateway/handshake.hpp"
#include "support/content.hpp"

using namespace rostrum;
using namespace rostrum::gateway;

namespace {

std::string protocol_page() { return test::content_of(ROSTRUM_SOURCE_DIR "/docs/protocol.md"); }

}  // namespace

TEST_CASE("docs/protocol.md tells both subprotocols") {
  for (const wire::Codec codec : {wire::Codec::protobuf, wire::Codec::json})
    CHECK(protocol_page().find("| `" + std::string(subprotocol(codec)) + "` |") != std::string::npos);
}
