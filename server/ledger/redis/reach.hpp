// How the Redis servers of one list are reached: what a node and the command line are given, as the lines want it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ledger/agreed/questions.hpp"
#include "ledger/redis/connection.hpp"

namespace rostrum::ledger::redis {

struct Reach {
  std::vector<Address> servers;  // one, three or five
  Credentials credentials;       // the same at all
  std::shared_ptr<Trust> trust;  // where they have TLS
};

/// What people write: the addresses, and the files that do not stand on a command line in full.
struct Written {
  std::string list;         // redis://HOST:PORT,...
  std::string credentials;  // a file (credentials.hpp); empty: nothing is said
  std::string authorities;  // a file (stream.hpp); empty: those that the machine trusts
};

/// Fails in words: with what is wrong, where, and what was expected.
[[nodiscard]] Result<Reach, std::string> reach_of(const Written& written);

/// One for each server, in their order.
[[nodiscard]] std::vector<Terms> terms_of(const Reach& reach);

/// How late it is for who asks them: on the machine's monotonic clock, since this was asked first.
[[nodiscard]] Moment moment_now();

/// As people write them.
[[nodiscard]] std::vector<std::string> names_of(const Reach& reach);

}  // namespace rostrum::ledger::redis
