// Why the gateway ends a connection, and whether the client should come back (docs/protocol.md#close-codes). The client
// is told twice: by a Refusal item, and by the WebSocket's close code.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rostrum::gateway {

enum class CloseCode : std::uint16_t {
  unknown_code = 4001,
  revoked = 4002,
  malformed_frame = 4003,
  too_fast = 4004,
  too_slow_sign_in = 4005,
  too_many_connections = 4006,
  going_away = 4007,
  expired_code = 4008,
};

/// As it stands in a Refusal, such as "unknown_code".
[[nodiscard]] std::string_view name(CloseCode code);

/// Whether the client should connect again, after a pause of its own choice.
[[nodiscard]] bool reconnect(CloseCode code);

[[nodiscard]] const std::vector<CloseCode>& all_close_codes();

}  // namespace rostrum::gateway
