// What the server answers over HTTP: its health, and what it counts.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rostrum::faults {

/// Asks for `path` and waits for the answer: its status, or 0 where none comes within the time.
[[nodiscard]] int http_status(std::uint16_t port, const std::string& path, std::chrono::milliseconds within);

/// What the server counts under `series`, as /metrics has it: name and labels. 0 where it counts nothing there or does
/// not answer in time.
[[nodiscard]] std::uint64_t counted(std::uint16_t port, const std::string& series, std::chrono::milliseconds within);

}  // namespace rostrum::faults
