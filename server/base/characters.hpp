// The characters that texts of people may hold (docs/rules.md#w1), and how a text that holds others is shown. All texts
// are in UTF-8; a byte that is no part of a character counts as U+FFFD, and as unfit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rostrum {

/// Visits the characters of `text` with their bytes, until `visit` returns false; a byte that is no part of a character
/// comes as none.
void each_character(std::string_view text,
                    const std::function<bool(std::optional<char32_t> character, std::string_view bytes)>& visit);

/// Where the first byte stands that is no part of a character; none where `text` is UTF-8.
[[nodiscard]] std::optional<std::size_t> broken_byte(std::string_view text);

enum class Lines : std::uint8_t { one, several };

/// The first character of `text` that a text of so many lines may not hold: a control character, a line end, or a
/// bidirectional control that reaches over others (U+202A to U+202E, U+2066 to U+2069). Where there are several lines,
/// line ends of any sort and tabs are fit.
[[nodiscard]] std::optional<char32_t> unfit_character(std::string_view text, Lines lines);

/// Whether nothing of `text` is seen: it is empty, or all white space and characters without a width.
[[nodiscard]] bool is_blank(std::string_view text);

/// Such as "U+202E".
[[nodiscard]] std::string code_point(char32_t character);

/// `text` with what is unfit for one line as its code point, such as "\u{202E}", and a byte that is no part of a
/// character as "\xFF": for what was written before texts were held to that, and for bytes from anywhere.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// `text` so that its direction stays its own among other words and numbers: between U+2068 and U+2069 where it has
/// letters that are written from right to left, else as it is.
[[nodiscard]] std::string isolated(std::string text);

}  // namespace rostrum
