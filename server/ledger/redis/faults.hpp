// Why a Redis server gave no answer of ours, and what cures it: for whoever runs the servers, in words.
//
// Only the first is the caller's to mend. busy, loading, no_room and cannot_persist may pass: the server is away until
// then, and is asked again. With the others it is not fit to be one of ours until somebody changes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rostrum::ledger::redis {

// X(name, what cures it)
#define ROSTRUM_REDIS_FAULTS(X)                                                                                   \
  X(no_script, "nothing has to be done: the server is sent the script in full")                                   \
  X(busy, "a script of somebody else has been running for long: end it with SCRIPT KILL, and keep others away")   \
  X(loading, "wait: the server reads its data since it was started")                                              \
  X(no_room, "raise maxmemory or free memory; the log is never trimmed, so leave maxmemory-policy at noeviction") \
  X(cannot_persist, "free the server's disk or mend it: what is written could not be kept")                       \
  X(no_auth, "give the node the server's user name and password")                                                 \
  X(no_permission, "allow the node's user the session's keys and channel and the commands that the scripts call") \
  X(read_only, "name a server that is no replica: a replica's log is its primary's, and would be counted twice")  \
  X(cluster, "name a server with cluster-enabled no: what fails over by itself loses what was acknowledged")      \
  X(other, "see what the server says, and its own log; it has to be Redis 7.0 or a later one")                    \
  X(malformed, "look for something else at that address, or that writes the session's keys")

enum class FaultKind : std::uint8_t {
#define X(name, cure) name,
  ROSTRUM_REDIS_FAULTS(X)
#undef X
};

struct Fault {
  FaultKind kind = FaultKind::other;
  std::string words;  // the server's own; where it is malformed, ours
};

[[nodiscard]] std::string_view name_of(FaultKind kind);
[[nodiscard]] std::string_view cure_of(FaultKind kind);

/// What an error says that a server answered.
[[nodiscard]] Fault fault_of(std::string_view words);

}  // namespace rostrum::ledger::redis
