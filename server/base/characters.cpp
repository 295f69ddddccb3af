#include "base/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace rostrum {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t line_separator = 0x2028;
constexpr char32_t paragraph_separator = 0x2029;
constexpr char32_t next_line = 0x85;
constexpr char32_t braille_blank = 0x2800;  // a letter of no dots, which no property tells from the others

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7F && character < 0xA0); }

bool ends_a_line(char32_t character) {
  return (character >= '\n' && character <= '\r') || character == next_line || character == line_separator ||
         character == paragraph_separator;
}

/// What turns the text around it, also beyond its own end; marks (U+200E, U+200F, U+061C) do not.
bool turns_others(char32_t character) {
  return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

bool is_unfit(char32_t character, Lines lines) {
  if (lines == Lines::several && (character == '\t' || ends_a_line(character))) return false;
  return is_control(character) || ends_a_line(character) || turns_others(character);
}

bool is_seen(char32_t character) {
  const auto point = static_cast<UChar32>(character);
  return character != braille_blank && !is_control(character) && !u_isUWhiteSpace(point) &&
         !u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool goes_left(char32_t character) {
  switch (u_charDirection(static_cast<UChar32>(character))) {
  case U_RIGHT_TO_LEFT:
  case U_RIGHT_TO_LEFT_ARABIC:
  case U_ARABIC_NUMBER:
    return true;
  default:
    return false;
  }
}

std::string in_hexadecimal(const char* form, unsigned value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), form, value);
  return text.data();
}

}  // namespace

void each_character(std::string_view text,
                    const std::function<bool(std::optional<char32_t> character, std::string_view bytes)>& visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t next = 0; next < length;) {
    const std::int32_t start = next;
    UChar32 character = 0;
    U8_NEXT(bytes, next, length, character);
    const auto from = static_cast<std::size_t>(start);
    const auto read = character < 0 ? std::nullopt : std::optional(static_cast<char32_t>(character));
    if (!visit(read, text.substr(from, static_cast<std::size_t>(next) - from))) return;
  }
}

std::optional<std::size_t> broken_byte(std::string_view text) {
  std::optional<std::size_t> broken;
  each_character(text, [&](std::optional<char32_t> character, std::string_view bytes) {
    if (!character) broken = static_cast<std::size_t>(bytes.data() - text.data());
    return !broken;
  });
  return broken;
}

std::optional<char32_t> unfit_character(std::string_view text, Lines lines) {
  std::optional<char32_t> unfit;
  each_character(text, [&](std::optional<char32_t> character, std::string_view) {
    if (!character || is_unfit(*character, lines)) unfit = character.value_or(replacement);
    return !unfit;
  });
  return unfit;
}

bool is_blank(std::string_view text) {
  bool blank = true;
  each_character(text, [&](std::optional<char32_t> character, std::string_view) {
    return blank = character && !is_seen(*character);
  });
  return blank;
}

std::string code_point(char32_t character) { return in_hexadecimal("U+%04X", character); }

std::string on_one_line(std::string_view text) {
  std::string shown;
  each_character(text, [&](std::optional<char32_t> character, std::string_view bytes) {
    if (!character)
      for (const char byte : bytes) shown += in_hexadecimal("\\x%02X", static_cast<unsigned char>(byte));
    else if (is_unfit(*character, Lines::one))
      shown += in_hexadecimal("\\u{%04X}", *character);
    else
      shown += bytes;
    return true;
  });
  return shown;
}

std::string isolated(std::string text) {
  bool turns = false;
  each_character(text, [&](std::optional<char32_t> character, std::string_view) {
    return !(turns = character && goes_left(*character));
  });
  return turns ? "\u2068" + std::move(text) + "\u2069" : std::move(text);
}

}  // namespace rostrum
