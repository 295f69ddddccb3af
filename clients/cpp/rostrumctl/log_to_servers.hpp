// A log that is begun on servers which hold nothing of its session: a new one, one that a server had for itself, or one
// that is restored.
#pragma once

#include <string>
#include <vector>

#include "replay.hpp"
#include "talk.hpp"

namespace rostrum::ctl {

struct LogToServers {
  SessionId session;
  std::vector<ledger::SharedEntry> entries;  // all of it
  access::Secret secret;                     // that all its nodes have
};

/// All of a journal; or the first commit that cannot be read.
[[nodiscard]] Result<std::vector<ledger::SharedEntry>, Failure> entries_of(journal::Journal& journal);

/// Begins it on all servers of `talk`. Empty; or why it is not, in words.
[[nodiscard]] std::string begin_on(Talk& talk, const LogToServers& log);

}  // namespace rostrum::ctl
