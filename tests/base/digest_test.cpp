#include <catch2/catch.hpp>

#include "base/digest.hpp"

using namespace rostrum;

TEST_CASE("a digest is the SHA-256 of its bytes, shown in hexadecimal") {
  // FIPS 180-2, appendix B.1.
  CHECK(hex(as_bytes(sha256("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex(std::string_view("\x00\xff", 2)) == "00ff");
}
