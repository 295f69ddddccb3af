#include "programme/sheet.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <tuple>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "programme/bounds.hpp"

namespace rostrum::programme {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int shown_characters_max = 60;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

int characters(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
}

bool is_control(UChar32 character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
}

/// Visits the characters of `text` with their bytes, a broken byte as a negative one, until `visit` returns false.
template <class Visit>
void each_character(std::string_view text, Visit visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t start = i;
    UChar32 character = 0;
    U8_NEXT(bytes, i, length, character);
    if (!visit(character, text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)))) return;
  }
}

}  // namespace

Sheet::Sheet(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
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

bool Sheet::check_utf8() {
  std::optional<std::size_t> broken;
  each_character(text(), [&](UChar32 character, std::string_view bytes) {
    if (character < 0) broken = static_cast<std::size_t>(bytes.data() - text_.data());
    return !broken;
  });
  if (!broken) return true;
  const auto next_line = std::ranges::upper_bound(line_starts_, *broken);
  const auto number = static_cast<int>(next_line - line_starts_.begin()) - 1;
  const auto byte = static_cast<int>(*broken - line_starts_[static_cast<std::size_t>(number)]);
  expect({number, byte}, "text in UTF-8", fmt::format("the byte 0x{:02X}", static_cast<unsigned char>(text_[*broken])));
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
  std::string shown = "\"";
  int count = 0;
  each_character(text, [&](UChar32 character, std::string_view bytes) {
    if (++count > shown_characters_max) return shown += "...", false;
    if (character >= 0 && !is_control(character)) return shown += bytes, true;
    for (const char byte : bytes) shown += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
    return true;
  });
  return shown + "\"";
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

bool is_utf8(std::string_view text) {
  bool sound = true;
  each_character(text, [&](UChar32 character, std::string_view) { return sound = character >= 0; });
  return sound;
}

bool printable(std::string_view text) {
  bool sound = true;
  each_character(text, [&](UChar32 character, std::string_view) { return sound = !is_control(character); });
  return sound;
}

}  // namespace rostrum::programme
