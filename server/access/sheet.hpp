// The sign-in sheet: a page to be printed and handed out, with a card for every sign-in. One file that needs nothing
// from elsewhere: no script, no image, no font. Whoever has it can act for anyone on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/codes.hpp"

namespace rostrum::access {

/// The languages that a sheet can be in.
[[nodiscard]] bool is_sheet_language(std::string_view language);

/// What a sheet is made from, and nothing else of `state`: so that it can be made elsewhere while the session goes on.
/// A code takes half a millisecond to draw, and there may be thousands.
[[nodiscard]] council::State printable(const council::State& state);

/// The sheet of all valid sign-ins, or of `seat` alone, with links at `base_url`: chair, desk and the others first,
/// then each delegation on a page of its own. In `language`, else the session's first, else English.
[[nodiscard]] std::string sheet(const council::State& state, const Codes& codes, std::string_view base_url,
                                std::string_view language, const std::optional<SeatId>& seat = std::nullopt);

}  // namespace rostrum::access
