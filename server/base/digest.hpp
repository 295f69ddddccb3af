// SHA-256, as the journal's chain, the commands' content and the programme's source use it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rostrum {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 of `bytes`.
[[nodiscard]] Digest sha256(std::string_view bytes);

/// Lower-case hexadecimal, two characters a byte.
[[nodiscard]] std::string hex(std::string_view bytes);

[[nodiscard]] inline std::string_view as_bytes(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace rostrum
