// What each audience and each delegation sees of a session that a journal holds, at moments of its log, as the JSON
// that a client is sent. Floors stand apart from all else.
#pragma once

#include <string>

#include "journal/journal.hpp"

namespace rostrum::test {

struct Pictures {
  std::string floors;     // each panel's floor, a line each time that it has changed
  std::string rest;       // all else: in full where the log ends
  std::string rest_made;  // and on the way: a line of SHA-256 for every `pictured_every`th commit
};

/// Replays the whole log; a commit that cannot be read fails the test.
[[nodiscard]] Pictures pictures_of(journal::Journal& journal, std::uint64_t pictured_every);

}  // namespace rostrum::test
