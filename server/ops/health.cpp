#include "ops/health.hpp"

namespace rostrum::ops {

std::vector<std::pair<std::string, std::string>> Health::troubles() const {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& [part, check] : checks_) {
    if (auto why = check()) found.emplace_back(part, std::move(*why));
  }
  return found;
}

std::string Health::text() const {
  const auto found = troubles();
  if (found.empty()) return "ready\n";
  std::string out;
  for (const auto& [part, why] : found) out += part + ": " + why + '\n';
  return out;
}

}  // namespace rostrum::ops
