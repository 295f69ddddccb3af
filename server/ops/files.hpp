// Small files that are whole or not there, whatever happens while they are written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace rostrum::ops {

/// Writes `bytes` to `path` with `mode`, in place of what stands there: durable when this returns. Fails in words, and
/// leaves then what stood there.
[[nodiscard]] Result<void, std::string> write_file(const std::filesystem::path& path, std::string_view bytes,
                                                   unsigned mode);

}  // namespace rostrum::ops
