#include "council/statement_text.hpp"

#include <algorithm>

namespace rostrum::council {

namespace {

constexpr std::string_view blanks = " \t\v\f\n";

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

/// With \n for every \r\n and every lone \r.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (auto end = text.find('\r'); end != std::string_view::npos; end = text.find('\r')) {
    out += text.substr(0, end);
    text.remove_prefix(end + 1);
    if (!text.starts_with('\n')) out += '\n';
  }
  out += text;
  return out;
}

bool makes_a_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
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
    if (!trimmed(rest.substr(length, end - length)).empty()) {
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
  std::uint32_t words = 0;
  for (const std::string& paragraph : paragraphs) {
    std::string_view rest = paragraph;
    while (!rest.empty()) {
      const auto end = rest.find_first_of(blanks);
      const std::string_view word = rest.substr(0, end);
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
      words += std::ranges::any_of(word, makes_a_word);
    }
  }
  return words;
}

}  // namespace rostrum::council
