// A QR code as a drawing. The symbol is libqrencode's; here it becomes a small SVG that needs no script, no image and
// nothing from elsewhere, and prints sharp at any size.
#pragma once

#include <string>
#include <string_view>

namespace rostrum::access {

/// Modules of light ground around the symbol, as its standard asks (ISO/IEC 18004).
inline constexpr int quiet_modules = 4;
/// What a symbol may hold: a link with a long host name.
inline constexpr std::size_t qr_bytes_max = 1'000;

/// An SVG element that shows `text` (ASCII) as a QR code and is read out as `label`, which is escaped already. Empty
/// where `text` is longer than `qr_bytes_max`.
[[nodiscard]] std::string qr_svg(std::string_view text, std::string_view label);

}  // namespace rostrum::access
