// Where a client finds its server, and how it comes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace rostrum::client {

struct Address {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;
  std::string origin = {};                       // sent where it is not empty, as a page's browser does
  std::string forwarded_for = {};                // sent as X-Forwarded-For where it is not empty, as a proxy does
  std::optional<std::string> subprotocol = {};   // offered instead of the codec's; empty: none
  std::optional<int> receive_buffer_bytes = {};  // of the socket, for who wants to be slow
  bool keeps_messages = false;                   // for `messages`
};

/// The host and port of "http://HOST:PORT", as the server's ready line gives it (a port may be left out: 80), or a
/// sentence that says what is wrong with it.
[[nodiscard]] Result<Address, std::string> address_of(const std::string& url);

}  // namespace rostrum::client
