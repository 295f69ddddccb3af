// Sign-in codes (P5). A code is derived from the server's secret, the session, the seat and the generation of its
// grant, so none is stored and a sheet can be printed again; a new generation makes the old code void.
//
// Eight characters of 32 are 40 bits: what keeps guesses out is the throttle at the gateway. Two grants of a session
// that would have the same code are told apart by a counter in the derivation, the later one (by generation, then seat)
// giving way. `Codes` is touched by the strand of the session's chamber only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

#include "access/secret.hpp"
#include "council/state.hpp"

namespace rostrum::access {

/// Without I, L, O and U, which are taken for 1, 1, 0 and V.
inline constexpr std::string_view code_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
inline constexpr std::size_t code_characters = 8;
inline constexpr std::size_t code_input_bytes_max = 64;

/// The code of a seat's grant, such as "7K3MQ0ZX"; `turn` counts how often it gave way to the same code of another.
[[nodiscard]] std::string code_of(const Secret& secret, const SessionId& session, const SeatId& seat,
                                  std::uint32_t generation, std::uint32_t turn = 0);

/// As it is shown and printed: "7K3M-Q0ZX".
[[nodiscard]] std::string shown(const std::string& code);

/// What a person typed, as `code_of` gives it: case, spaces and hyphens do not matter, look-alikes count as what they
/// look like. None where it cannot be a code.
[[nodiscard]] std::optional<std::string> normalized(std::string_view typed);

/// Derives the code of a grant at its `turn`.
using Derive = std::function<std::string(const council::Grant& grant, std::uint32_t turn)>;

/// The codes of these grants, each its own. Revoked grants keep theirs, so that no other code changes with them.
[[nodiscard]] std::unordered_map<GrantId, std::string> assign_codes(const std::map<GrantId, council::Grant>& grants,
                                                                    const Derive& derive);

/// The codes of a session's grants. Made again when its grants change.
class Codes {
 public:
  Codes(const Secret& secret, const council::State& state);

  /// The grant that has this code, as a person typed it, or had it before it was revoked: who holds an old sheet is
  /// told more than that nobody has the code.
  [[nodiscard]] std::optional<GrantId> grant(std::string_view typed) const;

  /// Whether a code of these is one of `other` too, the void ones counted.
  [[nodiscard]] bool shares_with(const Codes& other) const;

  /// The code of a valid grant; empty where it is revoked or unknown.
  [[nodiscard]] std::string code(const GrantId& grant) const;

 private:
  std::unordered_map<std::string, GrantId> grants_;
  std::unordered_map<GrantId, std::string> codes_;
};

}  // namespace rostrum::access
