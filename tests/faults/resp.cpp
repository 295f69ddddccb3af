#include "faults/resp.hpp"

#include <charconv>

namespace rostrum::faults {

namespace {

constexpr std::string_view line_end = "\r\n";

/// What stands at `at`: its kind, and the number behind that.
struct Head {
  char kind = 0;
  long long number = 0;
  std::size_t end = 0;  // behind its line
};

std::optional<Head> head_at(std::string_view bytes, std::size_t at) {
  const auto end = bytes.find(line_end, at);
  if (end == std::string_view::npos) return std::nullopt;
  Head head{.kind = bytes[at], .end = end + line_end.size()};
  std::from_chars(bytes.data() + at + 1, bytes.data() + end, head.number);
  return head;
}

/// Behind the value that begins at `at`; none where it has not all come.
std::optional<std::size_t> end_of_value(std::string_view bytes, std::size_t at) {
  for (long long left = 1; left > 0; --left) {
    const auto head = head_at(bytes, at);
    if (!head) return std::nullopt;
    at = head->end;
    if (head->kind == '*' && head->number > 0) left += head->number;
    if (head->kind == '$' && head->number >= 0) at += static_cast<std::size_t>(head->number) + line_end.size();
    if (at > bytes.size()) return std::nullopt;
  }
  return at;
}

}  // namespace

std::optional<std::size_t> length_of_message(std::string_view bytes) { return end_of_value(bytes, 0); }

std::vector<std::string_view> words_of(std::string_view message) {
  std::vector<std::string_view> words;
  const auto list = head_at(message, 0);
  if (!list || list->kind != '*') return words;
  std::size_t at = list->end;
  for (long long left = list->number; left > 0; --left) {
    const auto head = head_at(message, at);
    const auto end = end_of_value(message, at);
    if (!head || !end) return words;
    if (head->kind == '$' && head->number >= 0)
      words.push_back(message.substr(head->end, static_cast<std::size_t>(head->number)));
    at = *end;
  }
  return words;
}

}  // namespace rostrum::faults
