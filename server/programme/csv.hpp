// A table of separated values (RFC 4180, parsed by libcsv), each value with its place. They are separated by what a
// first line "sep=;" says, as Excel writes it, else by whichever of comma, semicolon and tab the first row has most of.
// Lines that begin with '#' are comments; empty lines are skipped, and those of separators alone.
#pragma once

#include "programme/sheet.hpp"

namespace rostrum::programme {

struct Cell {
  std::string value;  // without white space at its ends
  Place place;        // of the value, or of its opening quotation mark
};

using Row = std::vector<Cell>;

/// The rows of `sheet`. A line that breaks the form is recorded as a problem and left out.
[[nodiscard]] std::vector<Row> read_table(Sheet& sheet);

}  // namespace rostrum::programme
