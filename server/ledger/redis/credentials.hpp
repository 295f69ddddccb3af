// Who a node is to the Redis servers: the same at all of them. They are in a file of their own, never on the command
// line, where every user of the machine can read them:
//
//   user: rostrum
//   password: a text, to the end of its line
//
// The user may be left out: then it is the default one's password. The file belongs to the user that the node runs as,
// and nobody else can use it (mode 0600).
#pragma once

#include <string>

#include "base/result.hpp"

namespace rostrum::ledger::redis {

/// Without a password nothing is said; without a user it is the default one's.
struct Credentials {
  std::string user;
  std::string password;
};

inline constexpr std::size_t credentials_bytes_max = 4'096;  // of the file

/// Those in the file at `path`; or why there are none, with the line and what was expected, and nothing of what the
/// file says.
[[nodiscard]] Result<Credentials, std::string> credentials_of(const std::string& path);

}  // namespace rostrum::ledger::redis
