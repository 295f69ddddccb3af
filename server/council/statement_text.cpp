#include "council/statement_text.hpp"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "base/assert.hpp"
#include "base/characters.hpp"

namespace rostrum::council {

namespace {

// ---- paragraphs

constexpr char32_t vertical_tab = 0x0B;  // a line break that Word keeps within a paragraph
constexpr char32_t form_feed = 0x0C;     // its page break
constexpr char32_t next_line = 0x85;
constexpr char32_t line_separator = 0x2028;
constexpr char32_t paragraph_separator = 0x2029;

/// With \n for every line end there is, and an empty line where a paragraph or a page ends.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  each_character(text, [&](std::optional<char32_t> character, std::string_view bytes) {
    const char32_t read = character.value_or(0);
    switch (read) {
    case '\n':
      if (before == '\r') break;
      [[fallthrough]];
    case '\r':
    case vertical_tab:
    case next_line:
    case line_separator:
      out += '\n';
      break;
    case form_feed:
    case paragraph_separator:
      out += "\n\n";
      break;
    default:
      out += bytes;
    }
    before = read;
    return true;
  });
  return out;
}

/// Without white space at its ends.
std::string_view trimmed(std::string_view text) {
  std::size_t from = text.size();
  std::size_t to = 0;
  each_character(text, [&](std::optional<char32_t> character, std::string_view bytes) {
    if (character && u_isUWhiteSpace(static_cast<UChar32>(*character))) return true;
    const auto at = static_cast<std::size_t>(bytes.data() - text.data());
    from = std::min(from, at);
    to = at + bytes.size();
    return true;
  });
  return from < to ? text.substr(from, to - from) : std::string_view{};
}

// ---- words

/// Letters and digits of scripts that put no blanks between words.
struct Unspaced {
  std::uint32_t han = 0;
  std::uint32_t kana = 0;
  std::uint32_t letters = 0;  // of Thai and its like

  /// How many words they are taken for: two of Han, three of kana, four of the others are one.
  [[nodiscard]] std::uint32_t words() const { return (6 * han + 4 * kana + 3 * letters + 11) / 12; }
};

bool is_letter_or_digit(UChar32 character) { return (U_GET_GC_MASK(character) & (U_GC_L_MASK | U_GC_N_MASK)) != 0; }

bool is_like_thai(UChar32 character) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(character, &status)) {
  case USCRIPT_THAI:
  case USCRIPT_LAO:
  case USCRIPT_KHMER:
  case USCRIPT_MYANMAR:
  case USCRIPT_TAI_LE:
  case USCRIPT_NEW_TAI_LUE:
  case USCRIPT_LANNA:
  case USCRIPT_TAI_VIET:
  case USCRIPT_AHOM:
    return true;
  default:
    return false;
  }
}

/// Whether the character is of such a script, and counted.
bool counted(UChar32 character, Unspaced& into) {
  if (!is_letter_or_digit(character)) return false;
  if (uscript_hasScript(character, USCRIPT_HAN)) return ++into.han, true;
  if (uscript_hasScript(character, USCRIPT_HIRAGANA) || uscript_hasScript(character, USCRIPT_KATAKANA))
    return ++into.kana, true;
  return is_like_thai(character) && (++into.letters, true);
}

/// Signs that words are parted at by some versions of Unicode, and not by others.
bool parts_here(UChar32 character) {
  switch (character) {
  case ':':
  case '@':
  case 0xB8:
  case 0xFE10:
  case 0xFE14:
  case 0xFE55:
  case 0xFF1A:
    return true;
  default:
    return false;
  }
}

/// The words between blanks of what is left, where each stands that was counted or parts words.
std::uint32_t words_between_blanks(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  ROSTRUM_ASSERT(U_SUCCESS(status));
  breaks->setText(text);
  std::uint32_t words = 0;
  std::int32_t from = breaks->first();
  for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
    bool is_word = false;
    for (std::int32_t at = from; at < to && !is_word; at = text.moveIndex32(at, 1))
      is_word = is_letter_or_digit(text.char32At(at));
    words += is_word;
  }
  return words;
}

}  // namespace

std::vector<std::string> paragraphs_of(std::string_view text) {
  const std::string whole = with_line_feeds(text);
  std::vector<std::string> paragraphs;
  std::string_view rest = whole;
  std::size_t length = 0;  // of the paragraph, which the rest begins with
  const auto finish = [&] {
    if (const auto paragraph = trimmed(rest.substr(0, length)); !paragraph.empty()) paragraphs.emplace_back(paragraph);
  };
  while (length < rest.size()) {
    const auto end = std::min(rest.find('\n', length), rest.size() - 1) + 1;
    if (!is_blank(rest.substr(length, end - length))) {
      length = end;
      continue;
    }
    finish();
    rest.remove_prefix(end);
    length = 0;
  }
  finish();
  return paragraphs;
}

std::uint32_t words_of(const std::vector<std::string>& paragraphs) {
  Unspaced unspaced;
  icu::UnicodeString rest;  // of all of them at once: no word reaches over a line's end
  for (const std::string& paragraph : paragraphs) {
    each_character(paragraph, [&](std::optional<char32_t> character, std::string_view) {
      const auto read = static_cast<UChar32>(character.value_or(' '));
      rest.append(counted(read, unspaced) || parts_here(read) ? UChar32{' '} : read);
      return true;
    });
    rest.append(UChar32{'\n'});
  }
  return words_between_blanks(rest) + unspaced.words();
}

}  // namespace rostrum::council
