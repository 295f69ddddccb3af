// Where Redis servers are: redis://HOST:PORT, or rediss:// by TLS, with commas between them where there are several,
// of which all behind the first may be HOST:PORT alone: all by TLS or none, since whoever reads one of the lines has
// read the session. Nobody's name or password is in an address, since addresses are shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace rostrum::ledger::redis {

struct Address {
  std::string host;  // in small letters; of IPv6 without brackets
  std::uint16_t port = 0;
  std::string path;  // of a unix socket: then there is no host and no port
  bool tls = false;

  bool operator==(const Address&) const = default;
};

/// As it is written.
[[nodiscard]] std::string text_of(const Address& address);

/// One, three or five different ones; or what is wrong, where, and what was expected.
[[nodiscard]] Result<std::vector<Address>, std::string> addresses_of(std::string_view list);

}  // namespace rostrum::ledger::redis
