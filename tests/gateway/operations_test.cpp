#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "gateway/limits.hpp"

using namespace rostrum::gateway;

TEST_CASE("docs/operations.md tells every limit with its default") {
  std::ifstream in(ROSTRUM_SOURCE_DIR "/docs/operations.md");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const auto& [name, value] : named({})) {
    CAPTURE(name);
    CHECK(text.find("| `" + name + "` | " + std::to_string(value) + " |") != std::string::npos);
  }
}
