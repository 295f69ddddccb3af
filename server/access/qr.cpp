#include "access/qr.hpp"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

#include "base/assert.hpp"

namespace rostrum::access {

namespace {

using Symbol = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

bool dark(const QRcode& symbol, int x, int y) {
  return (symbol.data[y * symbol.width + x] & 1u) != 0;  // the lowest bit; the others tell what a module is for
}

/// Each row as one line of dashes through the middle of its modules: short, and without seams between neighbours.
std::string path_of(const QRcode& symbol) {
  std::string path;
  for (int y = 0; y < symbol.width; ++y) {
    int at = 0;  // where the pen is, from the left of the symbol
    bool begun = false;
    for (int x = 0; x < symbol.width; ++x) {
      if (!dark(symbol, x, y)) continue;
      const int from = x;
      while (x + 1 < symbol.width && dark(symbol, x + 1, y)) ++x;
      path +=
          begun ? fmt::format("m{} 0", from - at) : fmt::format("M{} {}.5", from + quiet_modules, y + quiet_modules);
      path += fmt::format("h{}", x + 1 - from);
      at = x + 1;
      begun = true;
    }
  }
  return path;
}

}  // namespace

std::string qr_svg(std::string_view text, std::string_view label) {
  if (text.size() > qr_bytes_max) return {};
  const Symbol symbol(QRcode_encodeData(static_cast<int>(text.size()),
                                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
                      &QRcode_free);
  ROSTRUM_ASSERT(symbol != nullptr);  // the largest version holds more than qr_bytes_max; otherwise there is no memory
  const int side = symbol->width + 2 * quiet_modules;
  return fmt::format(
      R"(<svg role="img" aria-label="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges"><path d="{}"/></svg>)", label,
      side, side, path_of(*symbol));
}

}  // namespace rostrum::access
