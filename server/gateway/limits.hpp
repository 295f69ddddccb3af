// Every bound of the gateway, with its name. Each can be set with `--limits name=value,...`
// (docs/operations.md#limits); times are milliseconds of real time, whatever speed the session's clock has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace rostrum::gateway {

struct Limits {
  // WebSocket connections
  std::uint64_t connections_max = 5'000;         // open at once; one more is closed with too_many_connections
  std::uint64_t frame_bytes_max = 64u << 10;     // of a message from a client; a longer one is malformed_frame
  std::uint64_t outbox_bytes_max = 1u << 20;     // waiting for a client, beyond what a join gave it; see outbox.hpp
  std::uint64_t socket_send_bytes = 128u << 10;  // what the kernel may hold for a client
  std::uint64_t items_per_second_max = 20;       // commands and time probes of a connection, in the long run
  std::uint64_t items_burst_max = 40;            // and at once
  std::uint64_t too_fast_max = 20;               // items refused with too_fast before the connection is closed with it
  std::uint64_t guesses_per_second_max = 10;     // sign-ins of an address with a wrong code, in the long run
  std::uint64_t guesses_burst_max = 500;         // and at once
  std::uint64_t guesses_in_all_per_second_max = 50;  // of all addresses together
  std::uint64_t guesses_in_all_burst_max = 2'500;
  Millis sign_in_timeout = seconds(10);  // from the handshake to the sign-in
  Millis ping_after = seconds(15);       // of silence
  Millis silence_max = seconds(45);      // before the connection is given up
  Millis close_timeout = seconds(5);     // from a refusal to the end of the connection
  Millis stop_timeout = seconds(5);      // of a graceful stop

  // HTTP
  // Sockets that speak HTTP at once; one more is closed unheard. All connections may come back at the same time, each
  // by a handshake: as many as connections_max.
  std::uint64_t http_sessions_max = 5'000;
  std::uint64_t http_header_bytes_max = 16u << 10;  // of a request; a longer one is answered 431
  std::uint64_t http_body_bytes_max = 1u << 10;     // of a request; a longer one is answered 413
  Millis http_timeout =
      seconds(15);  // to send a whole request (the WebSocket's handshake is one), or to take an answer

  bool operator==(const Limits&) const = default;
};

/// `limits` with those that `text` names: "name=value,name=value". Times are named with `_ms`. Values are whole numbers
/// from 1 on, and a ping comes before a connection is given up. Fails in words.
[[nodiscard]] Result<Limits, std::string> with(Limits limits, std::string_view text);

/// The names and the values of `limits`, in the order above.
[[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> named(const Limits& limits);

}  // namespace rostrum::gateway
