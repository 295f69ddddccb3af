// One socket that speaks HTTP, until it is closed or becomes a WebSocket.
#pragma once

#include "gateway/hall.hpp"
#include "gateway/stream.hpp"

namespace rostrum::gateway {

/// Answers requests until the client, a time-out or a bound ends it. The hall's strand.
void serve_http(Stream stream, std::shared_ptr<Hall> hall);

}  // namespace rostrum::gateway
