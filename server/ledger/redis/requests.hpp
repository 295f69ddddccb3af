// The questions of ledger/agreed/server.hpp, as a Redis server is asked them. Each is one call of one script, which
// nothing comes between.
//
// Of a session a server holds three keys, with a hash tag, and has one channel:
//   {session}:ballot   a hash: life, set, term and writer
//   {session}:log      a list: a row of each entry, its digest (32 bytes), its term (20 digits) and its bytes
//   {session}:beside   a list: what stands beside each, apart, so that it can be erased one day
//   {session}:told     the channel of what is rung and told
#pragma once

#include <array>
#include <string>
#include <vector>

#include "ledger/agreed/server.hpp"
#include "ledger/redis/scripts.hpp"

namespace rostrum::ledger::redis {

using Command = std::vector<std::string>;

inline constexpr std::size_t term_digits = 20;                               // of any 64 bits
inline constexpr std::size_t row_head_bytes = sizeof(Digest) + term_digits;  // before an entry's bytes

/// Of a session: ballot, log and beside.
[[nodiscard]] std::array<std::string, 3> keys_of(const SessionId& session);
[[nodiscard]] std::string channel_of(const SessionId& session);

/// A term as the servers hold it.
[[nodiscard]] std::string text_of(Term term);

/// Who asks: a node of that set. `life` is the server's from now on if it has none yet: 16 random bytes in hexadecimal,
/// never the same twice.
struct Asker {
  SessionId session;
  SetId set;
  ServerLife life;
};

/// How the script is named: by its digest, which a server knows once it was given it in full since it was started.
enum class Naming : std::uint8_t { by_digest, in_full };

[[nodiscard]] const Script& script_of(const Question& question);
[[nodiscard]] Command command_of(const Asker& asker, const Question& question, Naming naming = Naming::by_digest);

}  // namespace rostrum::ledger::redis
