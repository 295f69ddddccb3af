// One file under reading: its text, and the problems found in it so far. Reading goes on past a problem, so that all of
// them are seen at once; what was read counts only when no sheet has any.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "programme/problem.hpp"

namespace rostrum::programme {

/// A place in a file as the readers below count it: both from 0, the column in bytes.
struct Place {
  int line = 0;
  int byte = 0;

  auto operator<=>(const Place&) const = default;
};

class Sheet {
 public:
  /// `name` is what problems call the file.
  Sheet(std::string name, std::string text);

  /// The file at `path`, or the problem that it cannot be read or is larger than file_bytes_max.
  [[nodiscard]] static Result<Sheet, Problem> read(const std::string& path);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// In UTF-8, without a byte order mark, and with a line feed at the end of each line: what is in UTF-16, with a mark
  /// or without, is turned into that, and so is a carriage return alone.
  [[nodiscard]] std::string_view text() const { return std::string_view(text_).substr(text_starts_); }
  /// As it is in the file, for its digest.
  [[nodiscard]] std::string_view bytes() const { return bytes_.empty() ? std::string_view(text_) : bytes_; }

  /// Records a problem, at most problems_max of them.
  void expect(Place at, std::string expected, std::string found);

  /// Whether all of the text is characters; the first byte that is none, or half of a character, is recorded as a
  /// problem.
  bool check_characters();

  /// In the order of the lines, each once.
  [[nodiscard]] std::vector<Problem> problems() const;

  /// The line number of `at` as people count.
  [[nodiscard]] static int line_number(Place at) { return at.line + 1; }

 private:
  [[nodiscard]] std::string_view line(int number) const;

  std::string name_;
  std::string text_;
  std::string bytes_;  // where the text is not as it is in the file
  std::size_t text_starts_ = 0;
  std::vector<std::size_t> line_starts_;
  std::vector<Problem> problems_;
};

/// `text` between quotation marks, cut where it is long and with what is unfit for one line made visible.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// `text` with small letters for the capitals of ASCII.
[[nodiscard]] std::string in_small_letters(std::string text);

/// `text` without white space at its ends.
[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace rostrum::programme
