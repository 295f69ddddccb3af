// What is decided before a WebSocket is opened: who may ask (Origin), and in which codec they speak (subprotocol).
// Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/frames.hpp"

namespace rostrum::gateway {

/// Whether a page of `origin` may open a connection. None (a program, no page) may; a page of this server may, which is
/// one whose host and port are those of the request's Host; so may those of `allowed`. Every other page may not, nor
/// may a page without an origin of its own ("null").
[[nodiscard]] bool origin_allowed(std::optional<std::string_view> origin, std::string_view host,
                                  const std::vector<std::string>& allowed);

/// Whether `origin` has the form of one: scheme://host[:port], and nothing after it.
[[nodiscard]] bool is_origin(std::string_view origin);

/// Where a client is, as the last proxy on its way says in an X-Forwarded-For: its last entry, without a port, and
/// written in one way whatever way it came in. None where that is no address.
[[nodiscard]] std::optional<std::string> forwarded_for(std::string_view value);

/// Whether a Sec-WebSocket-Key is one: 16 bytes in base64 (RFC 6455, 4.2.1).
[[nodiscard]] bool is_web_socket_key(std::string_view key);

/// The name of the codec's subprotocol.
[[nodiscard]] std::string_view subprotocol(wire::Codec codec);

/// The first subprotocol of the client's offer (the value of Sec-WebSocket-Protocol) that the server speaks.
[[nodiscard]] std::optional<wire::Codec> codec_of_offer(std::string_view offer);

}  // namespace rostrum::gateway
