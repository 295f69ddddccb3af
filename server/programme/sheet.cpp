#include "programme/sheet.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "base/characters.hpp"
#include "programme/bounds.hpp"

namespace rostrum::programme {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int shown_characters_max = 60;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

int characters(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
}

/// Which byte of two is the higher one in a text in UTF-16; none where it is in UTF-8. Without a mark, by the first
/// character, which is of ASCII in whatever a sheet begins with.
std::optional<std::size_t> higher_byte(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  if (text.starts_with("\xFF\xFE") || (text[0] != '\0' && text[1] == '\0')) return 1;
  if (text.starts_with("\xFE\xFF") || (text[0] == '\0' && text[1] != '\0')) return 0;
  return std::nullopt;
}

void add_utf8(std::string& text, char32_t character) {
  const auto add = [&](char32_t bits) { text += static_cast<char>(bits); };
  const auto add_rest = [&](int shift) { add(0x80u | ((character >> shift) & 0x3Fu)); };
  if (character < 0x80) return add(character);
  if (character < 0x800) return add(0xC0u | (character >> 6)), add_rest(0);
  if (character < 0x10000) return add(0xE0u | (character >> 12)), add_rest(6), add_rest(0);
  add(0xF0u | (character >> 18)), add_rest(12), add_rest(6), add_rest(0);
}

/// A carriage return alone ends a line in files of old: each has the line feed in its place that ends one everywhere.
std::string with_line_feeds(std::string text) {
  for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r', at + 1))
    if (at + 1 == text.size() || text[at + 1] != '\n') text[at] = '\n';
  return text;
}

/// In UTF-8, where half of a character (a surrogate alone, an odd byte at the end) is told as one that is no UTF-8.
std::string from_utf16(std::string_view bytes, std::size_t higher) {
  const auto unit = [&](std::size_t at) {
    const auto byte = [&](std::size_t which) { return static_cast<unsigned char>(bytes[at + which]); };
    return static_cast<char32_t>((byte(higher) << 8) | byte(1 - higher));
  };
  const auto is_in = [](char32_t one, char32_t from) { return one >= from && one < from + 0x400; };
  std::string text;
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t read = unit(at);
    if (is_in(read, 0xD800) && at + 3 < bytes.size() && is_in(unit(at + 2), 0xDC00)) {
      read = 0x10000 + ((read - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    add_utf8(text, read);
  }
  return at < bytes.size() ? text + '\xFF' : text;
}

}  // namespace

Sheet::Sheet(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  if (const auto higher = higher_byte(text_)) {
    bytes_ = std::move(text_);
    text_ = from_utf16(bytes_, *higher);
  }
  if (const std::string lines = with_line_feeds(text_); lines != text_) {
    if (bytes_.empty()) bytes_ = std::move(text_);
    text_ = lines;
  }
  if (text_.starts_with(byte_order_mark)) text_starts_ = byte_order_mark.size();
  line_starts_.push_back(text_starts_);
  for (std::size_t i = text_starts_; i < text_.size(); ++i)
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
}

Result<Sheet, Problem> Sheet::read(const std::string& path) {
  const auto problem = [&](std::string found) {
    return failure(Problem{path, 1, 1, "a file that can be read", std::move(found)});
  };
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), &std::fclose);
  if (!file) return problem(std::strerror(errno));
  std::string text(file_bytes_max + 1, '\0');
  errno = 0;
  text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  if (std::ferror(file.get())) return problem(std::strerror(errno));
  if (text.size() > file_bytes_max)
    return failure(Problem{path, 1, 1, fmt::format("a file of at most {} bytes", file_bytes_max), "a larger one"});
  return Sheet(path, std::move(text));
}

void Sheet::expect(Place at, std::string expected, std::string found) {
  if (problems_.size() == problems_max) return;
  const auto before = line(at.line).substr(0, static_cast<std::size_t>(std::max(at.byte, 0)));
  problems_.push_back({name_, line_number(at), characters(before) + 1, std::move(expected), std::move(found)});
}

bool Sheet::check_characters() {
  const auto within = broken_byte(text());
  if (!within) return true;
  const std::size_t broken = text_starts_ + *within;
  const auto next_line = std::ranges::upper_bound(line_starts_, broken);
  const auto number = static_cast<int>(next_line - line_starts_.begin()) - 1;
  const auto byte = static_cast<int>(broken - line_starts_[static_cast<std::size_t>(number)]);
  if (!bytes_.empty())
    expect({number, byte}, "text in UTF-16", "half of a character");
  else
    expect({number, byte}, "text in UTF-8",
           fmt::format("the byte 0x{:02X}", static_cast<unsigned char>(text_[broken])));
  return false;
}

std::vector<Problem> Sheet::problems() const {
  auto sorted = problems_;
  std::ranges::sort(sorted, {}, [](const Problem& problem) {
    return std::tie(problem.line, problem.column, problem.expected, problem.found);
  });
  sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
  return sorted;
}

std::string_view Sheet::line(int number) const {
  if (number < 0 || static_cast<std::size_t>(number) >= line_starts_.size()) return {};
  const auto start = line_starts_[static_cast<std::size_t>(number)];
  const auto end = text_.find('\n', start);
  return std::string_view(text_).substr(start, end == std::string::npos ? end : end - start);
}

std::string in_quotes(std::string_view text) {
  std::size_t end = 0;
  for (int count = 0; end < text.size(); ++end)
    if (!continues(text[end]) && ++count > shown_characters_max) break;
  return "\"" + isolated(on_one_line(text.substr(0, end))) + (end < text.size() ? "...\"" : "\"");
}

std::string in_small_letters(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

}  // namespace rostrum::programme
