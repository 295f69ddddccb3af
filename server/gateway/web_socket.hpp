// A WebSocket connection on its stream.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "gateway/connection.hpp"
#include "gateway/stream.hpp"

namespace rostrum::gateway {

using UpgradeRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// Answers the handshake and holds the conversation in `codec` until either side ends it. The hall's strand.
void serve_web_socket(Stream stream, const UpgradeRequest& request, wire::Codec codec, std::shared_ptr<Hall> hall);

}  // namespace rostrum::gateway
