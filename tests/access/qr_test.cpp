#include "access/qr.hpp"

#include <catch2/catch.hpp>

#include <regex>
#include <vector>

namespace rostrum::access {
namespace {

/// The modules of a symbol as its SVG draws them, with the quiet ground around.
class Drawn {
 public:
  explicit Drawn(const std::string& svg) {
    std::smatch found;
    REQUIRE(std::regex_search(svg, found, std::regex("viewBox=\"0 0 (\\d+) \\1\"")));
    side = std::stoi(found[1]);
    dark.assign(static_cast<std::size_t>(side * side), false);
    REQUIRE(std::regex_search(svg, found, std::regex("<path d=\"([^\"]*)\"")));
    const std::string path = found[1];
    const std::regex step("M(\\d+) (\\d+)\\.5|m(\\d+) 0|h(\\d+)");
    int x = 0, y = 0;
    for (std::sregex_iterator one(path.begin(), path.end(), step), end; one != end; ++one) {
      if ((*one)[1].matched) {
        x = std::stoi((*one)[1]);
        y = std::stoi((*one)[2]);
      } else if ((*one)[3].matched) {
        x += std::stoi((*one)[3]);
      } else {
        for (int length = std::stoi((*one)[4]); length > 0; --length)
          dark.at(static_cast<std::size_t>(y * side + x++)) = true;
      }
    }
  }

  [[nodiscard]] bool at(int x, int y) const { return dark.at(static_cast<std::size_t>(y * side + x)); }
  /// Whether a finder pattern stands there: a ring around a square of three by three.
  [[nodiscard]] bool finds(int left, int top) const {
    for (int y = 0; y < 7; ++y) {
      for (int x = 0; x < 7; ++x) {
        const bool ring = x == 0 || x == 6 || y == 0 || y == 6;
        const bool centre = x >= 2 && x <= 4 && y >= 2 && y <= 4;
        if (at(left + x, top + y) != (ring || centre)) return false;
      }
    }
    return true;
  }

  int side = 0;
  std::vector<bool> dark;
};

TEST_CASE("P5 a QR code is drawn with its three finders and quiet ground around", "[access]") {
  const Drawn symbol(qr_svg("http://127.0.0.1:8080/join#7K3M-Q0ZX", "QR"));
  const int far = symbol.side - quiet_modules - 7;
  CHECK(symbol.finds(quiet_modules, quiet_modules));
  CHECK(symbol.finds(far, quiet_modules));
  CHECK(symbol.finds(quiet_modules, far));
  CHECK_FALSE(symbol.finds(far, far));
  for (int along = 0; along < symbol.side; ++along) {
    for (int ground = 0; ground < quiet_modules; ++ground) {
      CHECK_FALSE(symbol.at(along, ground));
      CHECK_FALSE(symbol.at(ground, along));
      CHECK_FALSE(symbol.at(along, symbol.side - 1 - ground));
      CHECK_FALSE(symbol.at(symbol.side - 1 - ground, along));
    }
  }
}

TEST_CASE("P5 other words are another drawing, and the same words the same", "[access]") {
  CHECK(qr_svg("a", "QR") == qr_svg("a", "QR"));
  CHECK(qr_svg("a", "QR") != qr_svg("b", "QR"));
}

TEST_CASE("P5 a QR code holds so much and no more", "[access]") {
  CHECK_FALSE(qr_svg(std::string(qr_bytes_max, 'x'), "QR").empty());
  CHECK(qr_svg(std::string(qr_bytes_max + 1, 'x'), "QR").empty());
}

}  // namespace
}  // namespace rostrum::access
