// What the server asks of the system for itself.
#pragma once

#include <cstdint>
#include <string>

namespace rostrum::ops {

/// The version of this build, such as "0.1.0".
[[nodiscard]] const char* version();

/// Lets the process open as many files as the system allows it, and says how many: a connection takes one each.
std::uint64_t raise_open_files_limit();

/// A reader of the output or a log that goes away ends nothing.
void ignore_broken_pipes();

}  // namespace rostrum::ops
