// The scripts that a Redis server answers questions by, a file each in this folder, built into the library
// (CMakeLists.txt puts them together).
#pragma once

#include <string_view>

namespace rostrum::ledger::redis {

struct Script {
  std::string_view sha1;  // of its text, in hexadecimal: by that a server finds one that it was given before
  std::string_view text;
};

namespace script {

extern const Script raise, append, admit, confirm, enter, read, ring, tell;

}  // namespace script

}  // namespace rostrum::ledger::redis
