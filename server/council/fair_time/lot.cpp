#include "council/fair_time/lot.hpp"

#include <algorithm>

#include "base/digest.hpp"

namespace rostrum::council::fair_time {

namespace {

std::string digits_of(std::string_view bytes) { return hex(as_bytes(sha256(bytes))); }

}  // namespace

std::string lot_commitment(std::string_view secret_hex) { return digits_of(secret_hex); }

std::string lot_seed(std::string_view session, std::string_view panel, std::uint32_t draw, std::string_view secret_hex,
                     std::string_view word) {
  const std::string number = std::to_string(draw);
  std::string lines;
  for (const std::string_view line : {session, panel, std::string_view(number), secret_hex, word})
    lines.append(line).append("\n");
  return digits_of(lines);
}

std::vector<std::string> lot(std::vector<std::string> labels, std::string_view seed) {
  std::ranges::sort(labels, {}, [&](const std::string& label) { return digits_of(std::string(seed) + ' ' + label); });
  return labels;
}

}  // namespace rostrum::council::fair_time
