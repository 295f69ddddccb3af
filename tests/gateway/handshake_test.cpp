#include <catch2/catch.hpp>

#include "gateway/handshake.hpp"

using namespace rostrum;
using namespace rostrum::gateway;

TEST_CASE("a page of this server, and a program that is no page, may connect") {
  CHECK(origin_allowed(std::nullopt, "hall.example:8080", {}));
  CHECK(origin_allowed("http://hall.example:8080", "hall.example:8080", {}));
  CHECK(origin_allowed("https://hall.example:8080", "hall.example:8080", {}));
  CHECK(origin_allowed("http://127.0.0.1:8080", "127.0.0.1:8080", {}));
  CHECK(origin_allowed("http://[::1]:8080", "[::1]:8080", {}));
}

TEST_CASE("a page of another host or another port may not connect") {
  const auto* foreign = GENERATE(
      "http://elsewhere.example", "http://elsewhere.example:8080", "http://hall.example:8081", "http://hall.example",
      "http://hall.example:8080.elsewhere.example", "null", "", "hall.example:8080", "http://",
      "http://hall.example:8080/page", "http://user@hall.example:8080", "http://hall.example:8080 ");
  CAPTURE(foreign);
  CHECK_FALSE(origin_allowed(foreign, "hall.example:8080", {}));
}

TEST_CASE("the port that a scheme implies may be left out on either side, and case does not matter") {
  CHECK(origin_allowed("https://hall.example", "hall.example", {}));
  CHECK(origin_allowed("https://hall.example", "hall.example:443", {}));
  CHECK(origin_allowed("http://hall.example:80", "hall.example", {}));
  CHECK(origin_allowed("HTTPS://Hall.Example", "hall.example", {}));
  CHECK_FALSE(origin_allowed("https://hall.example", "hall.example:80", {}));
  CHECK_FALSE(origin_allowed("http://hall.example", "hall.example:443", {}));
}

TEST_CASE("a request without a Host allows no page") { CHECK_FALSE(origin_allowed("http://hall.example", "", {})); }

TEST_CASE("pages of the origins that were named may connect, by scheme, host and port") {
  const std::vector<std::string> allowed{"https://screens.example", "http://localhost:5173"};
  CHECK(origin_allowed("https://screens.example", "hall.example:8080", allowed));
  CHECK(origin_allowed("https://screens.example:443", "hall.example:8080", allowed));
  CHECK(origin_allowed("http://localhost:5173", "hall.example:8080", allowed));
  CHECK_FALSE(origin_allowed("http://screens.example", "hall.example:8080", allowed));
  CHECK_FALSE(origin_allowed("http://localhost:5174", "hall.example:8080", allowed));
}

TEST_CASE("an origin is a scheme, a host and at most a port") {
  CHECK(is_origin("https://screens.example"));
  CHECK(is_origin("http://localhost:5173"));
  for (const auto* other : {"screens.example", "https://", "https://screens.example/", "null", ""}) {
    CAPTURE(other);
    CHECK_FALSE(is_origin(other));
  }
}

TEST_CASE("of the subprotocols offered the first one that the server speaks is taken") {
  CHECK(codec_of_offer("rostrum.v1.proto") == wire::Codec::protobuf);
  CHECK(codec_of_offer("rostrum.v1.json") == wire::Codec::json);
  CHECK(codec_of_offer("rostrum.v1.json, rostrum.v1.proto") == wire::Codec::json);
  CHECK(codec_of_offer("rostrum.v2.proto ,\trostrum.v1.proto") == wire::Codec::protobuf);
}

TEST_CASE("an offer without a subprotocol of ours has no codec") {
  for (const auto* offer : {"", ",", "rostrum.v2.proto", "rostrum.v1", "ROSTRUM.V1.PROTO", "rostrum.v1.protobuf"}) {
    CAPTURE(offer);
    CHECK_FALSE(codec_of_offer(offer));
  }
}

TEST_CASE("the name of a codec's subprotocol leads back to the codec") {
  for (const auto codec : {wire::Codec::protobuf, wire::Codec::json})
    CHECK(codec_of_offer(subprotocol(codec)) == codec);
}

TEST_CASE("P5 behind a proxy a client is where the last entry of X-Forwarded-For says") {
  CHECK(forwarded_for("192.0.2.1") == "192.0.2.1");
  CHECK(forwarded_for("198.51.100.7, 203.0.113.9 ,192.0.2.1") == "192.0.2.1");  // what stands before anybody can write
  CHECK(forwarded_for("192.0.2.1:50123") == "192.0.2.1");
  CHECK(forwarded_for("2001:DB8::1") == "2001:db8::1");
  CHECK(forwarded_for("[2001:db8::1]") == "2001:db8::1");
  CHECK(forwarded_for("[2001:db8::1]:50123") == "2001:db8::1");
  CHECK(forwarded_for("::ffff:192.0.2.1") == "::ffff:192.0.2.1");
}

TEST_CASE("P5 an X-Forwarded-For that ends in no address says nothing") {
  for (const auto* value : {"", " ", "192.0.2.1,", "unknown", "_hidden", "[2001:db8::1", "hall.example", "cafe",
                            "192.0.2.1192.0.2.1192.0.2.1192.0.2.1192.0.2.1.1", "192.0.2", "192.0.2.256", "face.b00c",
                            ":::", "[192.0.2.1:50123]"}) {
    CAPTURE(value);
    CHECK_FALSE(forwarded_for(value));
  }
}

TEST_CASE("P5 an address is one address however a proxy writes it") {
  CHECK(forwarded_for("2001:db8:0:0:0:0:0:1") == "2001:db8::1");
  CHECK(forwarded_for("[2001:0DB8::0001]:443") == "2001:db8::1");
}
