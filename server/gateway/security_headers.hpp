// What every answer over HTTP tells browsers about the server's pages: where their parts may come from, and that nobody
// may put them into a frame.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace rostrum::gateway {

using HeaderField = std::pair<std::string_view, std::string_view>;

inline constexpr std::array security_headers{
    // Scripts are the server's own files. Styles may also stand in the page: the components put theirs there, and the
    // sign-in sheet, shown in a frame of the desk's page, carries its own. 'self' includes the WebSocket.
    HeaderField{
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"},
    HeaderField{"X-Content-Type-Options", "nosniff"},
    HeaderField{"Referrer-Policy", "no-referrer"},
    HeaderField{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
};

/// Under TLS only: for a year, browsers come to this name by TLS and by nothing else.
inline constexpr HeaderField strict_transport{"Strict-Transport-Security", "max-age=31536000"};

}  // namespace rostrum::gateway
