// A draw by lot that anyone can recompute with three lines of shell (L4). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rostrum::council::fair_time {

/// What is told before the pool is frozen: SHA-256 of the secret as it will be shown, 64 lower-case hexadecimal digits.
[[nodiscard]] std::string lot_commitment(std::string_view secret_hex);

/// What the order is made of: SHA-256 of session, panel, number of the draw, secret and the word that the hall gave
/// after the commitment, a line each.
[[nodiscard]] std::string lot_seed(std::string_view session, std::string_view panel, std::uint32_t draw,
                                   std::string_view secret_hex, std::string_view word);

/// Ascending by SHA-256 of seed, a blank and the label: who withdraws moves nobody else.
[[nodiscard]] std::vector<std::string> lot(std::vector<std::string> labels, std::string_view seed);

}  // namespace rostrum::council::fair_time
