#include "simulation/trace.hpp"

#include <fmt/format.h>

namespace rostrum::simulation {

void Trace::say(Millis now, std::string_view who, std::string_view what, std::string_view about, std::uint64_t number) {
  mix(static_cast<std::uint64_t>(now.value));
  mix(who);
  mix(what);
  mix(about);
  mix(number);
  if (!write_) return;
  const auto at = static_cast<double>(now.value) / 1000;
  auto line = fmt::format("{:10.3f} s  {:<22} {:<18} {}", at, who, what, about);
  if (number != 0) line += fmt::format(" {}", number);
  while (line.ends_with(' ')) line.pop_back();
  write_(line);
}

void Trace::mix(std::string_view bytes) {
  for (const char byte : bytes) digest_ = (digest_ ^ static_cast<std::uint8_t>(byte)) * 1'099'511'628'211u;
  mix(bytes.size());
}

void Trace::mix(std::uint64_t number) { digest_ = (digest_ ^ number) * 1'099'511'628'211u; }

}  // namespace rostrum::simulation
