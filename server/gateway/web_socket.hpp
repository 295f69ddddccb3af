// A WebSocket connection on its stream.
#pragma once

#include "gateway/connection.hpp"
#include "gateway/http_exchange.hpp"
#include "gateway/stream.hpp"

namespace rostrum::gateway {

/// Answers the handshake and holds the conversation in `codec` until either side ends it. The hall's strand.
void serve_web_socket(Stream stream, const HttpRequest& request, wire::Codec codec, std::shared_ptr<Hall> hall);

}  // namespace rostrum::gateway
