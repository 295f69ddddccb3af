#include "programme/csv.hpp"

#include <csv.h>

#include "base/assert.hpp"

namespace rostrum::programme {

namespace {

// libcsv tells values, not places; fed byte by byte, the place at which it tells one is known.
class TableReader {
 public:
  explicit TableReader(Sheet& sheet) : sheet_(sheet), text_(sheet.text()) { begin(); }
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
    row_.clear();
    at_row_start_ = true;
    value_starts_ = place_;
  }

  bool feed() {
    note_start(text_[next_]);
    if (csv_parse(&parser_, text_.data() + next_, 1, &on_value, &on_row, this) != 1) return false;
    advance();
    return true;
  }

  // A value begins, for people, at its first byte that is no white space; an empty one where its separator stands.
  void note_start(char byte) {
    if (in_value_ || byte == ' ' || byte == '\t') return;
    const bool line_ends = byte == '\n' || byte == '\r';
    value_starts_ = place_;
    in_value_ = !line_ends && byte != ',';
    if (!line_ends) at_row_start_ = false;
  }

  void spoilt() {
    sheet_.expect(place_,
                  "a comma or the end of the line after a quoted value, and quotation marks only around whole values "
                  "(doubled within)",
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
    reader.rows_.push_back(std::move(reader.row_));
    reader.row_.clear();
    reader.at_row_start_ = true;
  }

  Sheet& sheet_;
  std::string_view text_;
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
