#include "programme/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <csv.h>
#include <fmt/format.h>

#include "base/assert.hpp"

namespace rostrum::programme {

namespace {

struct Separator {
  char sign;
  std::string_view name;
};
constexpr std::array separators{Separator{',', "comma"}, Separator{';', "semicolon"}, Separator{'\t', "tab"}};

std::string_view first_line(std::string_view text) { return text.substr(0, text.find_first_of("\r\n")); }

/// How often the first row of `text` has `sign` between its values.
std::size_t count_in_first_row(std::string_view text, char sign) {
  std::size_t count = 0;
  bool quoted = false;
  bool is_empty = true;
  bool is_comment = false;
  for (const char byte : text) {
    if ((byte == '\n' || byte == '\r') && !quoted) {
      if (!is_empty && !is_comment) return count;
      is_empty = true;
      is_comment = false;
      count = 0;
      continue;
    }
    is_comment = is_comment || (is_empty && byte == '#');
    is_empty = is_empty && (byte == ' ' || byte == '\t');
    if (byte == '"' && !is_comment) quoted = !quoted;
    count += byte == sign && !quoted;
  }
  return count;
}

Separator most_frequent(std::string_view text) {
  return *std::ranges::max_element(separators, {},
                                   [&](const Separator& one) { return count_in_first_row(text, one.sign); });
}

// libcsv tells values, not places; fed byte by byte, the place at which it tells one is known.
class TableReader {
 public:
  explicit TableReader(Sheet& sheet) : sheet_(sheet), text_(sheet.text()) {
    separator_ = said_first().value_or(most_frequent(text_));
    begin();
  }
  ~TableReader() { csv_free(&parser_); }
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  std::vector<Row> read() {
    while (next_ < text_.size()) {
      if (at_row_start_ && text_[next_] == '#')
        skip_line();
      else if (!feed())
        spoilt();
    }
    if (csv_fini(&parser_, &on_value, &on_row, this) != 0)
      sheet_.expect(value_starts_, "a closing quotation mark", "the end of the file");
    return std::move(rows_);
  }

 private:
  void begin() {
    ROSTRUM_ASSERT(csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) == 0);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator_.sign));
    row_.clear();
    at_row_start_ = true;
    value_starts_ = place_;
  }

  /// What a first line says that values are separated by, which is then read.
  std::optional<Separator> said_first() {
    constexpr std::string_view says = "sep=";
    std::string line = in_small_letters(std::string(first_line(text_)));
    std::erase(line, '"');
    if (!line.starts_with(says)) return std::nullopt;
    const std::string sign = line.substr(says.size(), 1);
    const auto said =
        std::ranges::find_if(separators, [&](const Separator& one) { return sign == std::string(1, one.sign); });
    if (said == separators.end())
      sheet_.expect({0, static_cast<int>(says.size())}, "a comma, a semicolon or a tab after \"sep=\"",
                    sign.empty() ? "nothing" : in_quotes(line.substr(says.size())));
    skip_line();
    return said == separators.end() ? most_frequent(text_.substr(next_)) : *said;
  }

  bool feed() {
    note_start(text_[next_]);
    if (csv_parse(&parser_, text_.data() + next_, 1, &on_value, &on_row, this) != 1) return false;
    advance();
    return true;
  }

  // A value begins, for people, at its first byte that is no white space; an empty one where its separator stands.
  void note_start(char byte) {
    if (in_value_ || byte == ' ' || (byte == '\t' && separator_.sign != '\t')) return;
    const bool line_ends = byte == '\n' || byte == '\r';
    value_starts_ = place_;
    in_value_ = !line_ends && byte != separator_.sign;
    if (!line_ends) at_row_start_ = false;
  }

  void spoilt() {
    sheet_.expect(place_,
                  fmt::format("a {} or the end of the line after a quoted value, and quotation marks only around whole "
                              "values (doubled within)",
                              separator_.name),
                  in_quotes(text_.substr(next_, 1)));
    skip_line();
    csv_free(&parser_);
    begin();
    in_value_ = false;
  }

  void skip_line() {
    while (next_ < text_.size() && text_[next_] != '\n') advance();
    if (next_ < text_.size()) advance();
  }

  void advance() {
    if (text_[next_++] == '\n')
      ++place_.line, place_.byte = 0;
    else
      ++place_.byte;
  }

  static void on_value(void* bytes, std::size_t length, void* self) {
    auto& reader = *static_cast<TableReader*>(self);
    reader.row_.push_back({trimmed({static_cast<const char*>(bytes), length}), reader.value_starts_});
    reader.in_value_ = false;
  }

  static void on_row(int, void* self) {
    auto& reader = *static_cast<TableReader*>(self);
    const auto is_empty = [](const Cell& cell) { return cell.value.empty(); };
    if (!std::ranges::all_of(reader.row_, is_empty)) reader.rows_.push_back(std::move(reader.row_));
    reader.row_.clear();
    reader.at_row_start_ = true;
  }

  Sheet& sheet_;
  std::string_view text_;
  Separator separator_ = separators.front();
  csv_parser parser_{};
  std::size_t next_ = 0;
  Place place_;
  Place value_starts_;
  bool in_value_ = false;
  bool at_row_start_ = true;
  Row row_;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> read_table(Sheet& sheet) { return TableReader(sheet).read(); }

}  // namespace rostrum::programme
