// The status of an HTTP answer of the server, for its health.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rostrum::faults {

/// Asks for `path` and waits for the answer: its status, or 0 where none comes within the time.
[[nodiscard]] int http_status(std::uint16_t port, const std::string& path, std::chrono::milliseconds within);

}  // namespace rostrum::faults
