// The server's secret, from which every sign-in code is derived (P5): 32 random bytes in a file that only the server
// reads. It is never in the journal and leaves this room only as codes. Losing it makes every printed code void.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"

namespace rostrum::access {

inline constexpr std::size_t secret_bytes = 32;

/// Its file's name in a session's data folder.
inline constexpr std::string_view secret_file_name = "secret";

/// Fills `bytes` with random ones of the system.
void fill_at_random(std::span<std::uint8_t> bytes);
/// So many of those.
[[nodiscard]] std::string random_bytes(std::size_t count);

class Secret {
 public:
  /// The secret in the file at `path`, or why it is none: not readable, not a file of secret_bytes bytes, or readable
  /// by others than its owner.
  [[nodiscard]] static Result<Secret, std::string> load(const std::string& path);

  /// The same; where there is no such file, it is made first with mode 0600, whole and durable or not at all. Of
  /// several processes that make it at once, all get the same one.
  [[nodiscard]] static Result<Secret, std::string> load_or_create(const std::string& path);

  /// One that is known: to a test, or since it was derived.
  explicit Secret(const std::array<std::uint8_t, secret_bytes>& bytes) : bytes_(bytes) {}
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  ~Secret();

  /// HMAC-SHA-256 of `message`.
  [[nodiscard]] Digest hmac(std::string_view message) const;

 private:
  Secret() = default;

  std::array<std::uint8_t, secret_bytes> bytes_{};
};

/// The key by which nodes of a session that have `secret` seal what they tell each other. Of it no code can be found.
[[nodiscard]] Secret sealing_key(const Secret& secret, const SessionId& session);

}  // namespace rostrum::access
