// How the handshake of a WebSocket ends where it does not open one. Used inside this library.
#pragma once

#include <boost/beast/websocket.hpp>

namespace rostrum::client {

/// The HTTP status of the answer that declined it; 0 where nothing was answered, for which the response says 500.
inline unsigned status_of(const boost::system::error_code& failed,
                          const boost::beast::websocket::response_type& response) {
  const bool answered = failed == boost::beast::websocket::error::upgrade_declined;
  return answered ? response.result_int() : 0;
}

}  // namespace rostrum::client
