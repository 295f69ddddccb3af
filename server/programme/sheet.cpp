#include "programme/sheet.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
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

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

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
  const auto whole = text();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(whole.data());
  const auto length = static_cast<std::int32_t>(whole.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t start = i;
    UChar32 character = 0;
    U8_NEXT(bytes, i, length, character);
    if (character >= 0) continue;
    const auto offset = text_starts_ + static_cast<std::size_t>(start);
    const auto next_line = std::ranges::upper_bound(line_starts_, offset);
    const auto number = static_cast<int>(next_line - line_starts_.begin()) - 1;
    const auto byte = static_cast<int>(offset - line_starts_[static_cast<std::size_t>(number)]);
    expect({number, byte}, "text in UTF-8", fmt::format("the byte 0x{:02X}", bytes[start]));
    return false;
  }
  return true;
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
  for (const char byte : text) {
    if (!continues(byte) && ++count > shown_characters_max) return shown + "...\"";
    if (is_control(byte))
      shown += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
    else
      shown += byte;
  }
  return shown + "\"";
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

bool printable(std::string_view text) { return std::ranges::none_of(text, is_control); }

}  // namespace rostrum::programme
