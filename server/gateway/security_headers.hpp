// What every answer over HTTP tells browsers about the server's pages: where their parts may come from, and that nobody
// may put them into a frame.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace rostrum::gateway {

using HeaderField = std::pair<std::string_view, std::string_view>;

inline constexpr std::array security_headers{
    // Scripts, and the worker that keeps them on the device, are the server's own files. Styles may also stand in the
    // page: the components put theirs there, and the sign-in sheet, shown in a frame of the desk's page, carries its
    // own. 'self' includes the WebSocket.
    HeaderField{
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"},
    HeaderField{"X-Content-Type-Options", "nosniff"},
    HeaderField{"Referrer-Policy", "no-referrer"},
    HeaderField{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
};

/// The policy, where pages may also connect to other places than where they come from: `places` is written as it stands
/// in a policy, such as "wss://node-2.example wss://node-3.example".
[[nodiscard]] inline std::string policy_that_also_connects(std::string_view places) {
  constexpr std::string_view before = "connect-src 'self'";
  std::string policy(security_headers.front().second);
  return policy.insert(policy.find(before) + before.size(), " " + std::string(places));
}

/// Under TLS only: for a year, browsers come to this name by TLS and by nothing else.
inline constexpr HeaderField strict_transport{"Strict-Transport-Security", "max-age=31536000"};

}  // namespace rostrum::gateway
