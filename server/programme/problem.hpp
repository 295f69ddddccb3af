// What is wrong in a programme or its roster, where, and what was expected instead (P1).
#pragma once

#include <string>

namespace rostrum::programme {

struct Problem {
  std::string file;  // as it was named, or found from the programme's folder
  int line = 1;      // from 1
  int column = 1;    // from 1, in characters
  std::string expected;
  std::string found;  // empty: nothing more to say

  bool operator==(const Problem&) const = default;
};

/// "FILE:LINE:COLUMN: expected ..., found ...".
[[nodiscard]] std::string sentence(const Problem& problem);

}  // namespace rostrum::programme
