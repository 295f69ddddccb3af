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
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      out += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

bool makes_a_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

}  // namespace

std::vector<std::string> paragraphs_of(std::string_view text) {
  const std::string lines = with_line_feeds(text);
  std::vector<std::string> paragraphs;
  std::string paragraph;
  const auto finish = [&] {
    if (const auto whole = trimmed(paragraph); !whole.empty()) paragraphs.emplace_back(whole);
    paragraph.clear();
  };
  std::string_view rest = lines;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (trimmed(line).empty()) {
      finish();
      continue;
    }
    if (!paragraph.empty()) paragraph += '\n';
    paragraph += line;
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
