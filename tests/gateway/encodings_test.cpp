#include "gateway/encodings.hpp"

#include <array>
#include <utility>

#include <catch2/catch.hpp>

using namespace rostrum::gateway;

namespace {

constexpr std::array all{Encoding::brotli, Encoding::gzip, Encoding::identity};

/// The name of what is sent, of all three; "nothing" where nothing is.
std::string_view sent(std::optional<std::string_view> accepted) {
  const auto encoding = encoding_for(accepted, all);
  return encoding ? name_of(*encoding) : "nothing";
}

}  // namespace

TEST_CASE("of the encodings that a client likes as much, the first that is held is sent") {
  CHECK(sent("gzip, deflate, br") == "br");
  CHECK(sent("gzip, deflate, br, zstd") == "br");
  CHECK(sent("gzip, deflate") == "gzip");
  CHECK(sent("x-gzip") == "gzip");
  CHECK(sent("identity, gzip") == "gzip");
  CHECK(encoding_for("gzip, br", std::array{Encoding::gzip, Encoding::brotli}) == Encoding::gzip);
}

TEST_CASE("what a client likes better is sent, by the weights that it gives") {
  CHECK(sent("br;q=0.5, gzip;q=0.8") == "gzip");
  CHECK(sent("br;q=0.801, gzip;q=0.8") == "br");
  CHECK(sent("br;q=1.000, gzip") == "br");
  CHECK(sent("gzip;q=0.5, identity") == "identity");
  CHECK(sent("gzip;q=0.001") == "gzip");
  CHECK(sent("br; q=0.2 , gzip ;Q=0.3") == "gzip");
}

TEST_CASE("what a client refuses or does not name is not sent") {
  CHECK(sent("br;q=0, gzip") == "gzip");
  CHECK(sent("br;q=0.000, gzip;q=0") == "identity");
  CHECK(sent("deflate") == "identity");
  CHECK(sent("brotli, gzipped") == "identity");
  CHECK(sent("identity") == "identity");
}

TEST_CASE("a star speaks for all that is not named") {
  CHECK(sent("*") == "br");
  CHECK(sent("*, br;q=0") == "gzip");
  CHECK(sent("br;q=0.1, *;q=0.2") == "gzip");
  CHECK(sent("*;q=0, gzip") == "gzip");
  CHECK(sent("*;q=0, identity") == "identity");
}

TEST_CASE("nothing is sent to who takes nothing that is held") {
  CHECK(sent("*;q=0") == "nothing");
  CHECK(sent("identity;q=0") == "nothing");
  CHECK(sent("identity;q=0, deflate") == "nothing");
  CHECK_FALSE(encoding_for("br, identity;q=0", std::array{Encoding::gzip, Encoding::identity}));
}

TEST_CASE("nothing is packed for who says nothing, or nothing that can be read") {
  CHECK(sent(std::nullopt) == "identity");
  for (const auto* unread : {"", " ", ",", " , ,", ";q=1", "br;q=", "br;q=2", "br;q=1.5", "br;q=0.1234", "br;q=.5",
                             "br;q=0,5", "br;q=-1", "br;q=0x", "br;q=10", "br q=1"}) {
    CAPTURE(unread);
    CHECK(sent(unread) == "identity");
  }
}

TEST_CASE("names may be written in capitals, with blanks, and with parameters that mean nothing here") {
  CHECK(sent("GZip") == "gzip");
  CHECK(sent("\tBR\t") == "br");
  CHECK(sent(",, br ,,") == "br");
  CHECK(sent("br;level=5;q=0.5, gzip;q=0.4") == "br");
  CHECK(sent("br;level=5") == "br");
}

TEST_CASE("a packed file is called as the file that it is made from, with an ending of its own") {
  CHECK(ending_of(Encoding::brotli) == ".br");
  CHECK(ending_of(Encoding::gzip) == ".gz");
  CHECK(ending_of(Encoding::identity).empty());
}
