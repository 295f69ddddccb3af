// What a chamber hides by, known to the tests: the same salts at every run, and a key that anybody knows.
#pragma once

#include <numeric>
#include <string>

#include "base/digest.hpp"
#include "base/ids.hpp"
#include "wire/stored.hpp"

namespace rostrum::test {

inline void known_salts(std::span<std::uint8_t> bytes) { std::iota(bytes.begin(), bytes.end(), std::uint8_t{1}); }

inline Digest known_key(const Digest& content) { return sha256("known key" + std::string(as_bytes(content))); }

/// What a draw is made of.
inline std::string known_lot(const PanelId& of, std::uint32_t draw) {
  return hex(as_bytes(sha256("known lot" + of.value + std::to_string(draw))));
}

/// What nodes seal with that have the same secret.
inline Digest known_hmac(std::string_view message) { return sha256("known secret" + std::string(message)); }

}  // namespace rostrum::test
