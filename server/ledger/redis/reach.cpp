#include "ledger/redis/reach.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "access/secret.hpp"
#include "ledger/redis/stream.hpp"

namespace rostrum::ledger::redis {

using namespace std::string_literals;

namespace {

/// From 0 to below 1; of the system, since nodes that were copied with their state must not do everything at once.
double random_share() {
  std::array<std::uint8_t, sizeof(std::uint64_t)> bytes{};
  access::fill_at_random(bytes);
  std::uint64_t number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8 | byte;
  return std::ldexp(static_cast<double>(number >> 11), -53);
}

}  // namespace

Result<Reach, std::string> reach_of(const Written& written) {
  auto servers = addresses_of(written.list);
  if (!servers) return failure(std::move(servers.error()));
  Reach reach{.servers = *std::move(servers), .credentials = {}, .trust = {}};
  if (!written.credentials.empty()) {
    auto credentials = credentials_of(written.credentials);
    if (!credentials) return failure(std::move(credentials.error()));
    reach.credentials = *std::move(credentials);
  }
  if (!reach.servers.front().tls) {
    if (!written.authorities.empty())
      return failure("there are authorities for certificates, and no server is reached by TLS: expected rediss://"s);
    return reach;
  }
  const bool given = !written.authorities.empty();
  auto trust = Trust::load(given ? std::optional<std::filesystem::path>(written.authorities) : std::nullopt);
  if (!trust) return failure(std::move(trust.error()));
  reach.trust = *std::move(trust);
  return reach;
}

std::vector<Terms> terms_of(const Reach& reach) {
  std::vector<Terms> all;
  for (const Address& address : reach.servers)
    all.push_back({.address = address,
                   .credentials = reach.credentials,
                   .random = random_share,
                   .limits = {},
                   .trust = reach.trust});
  return all;
}

Moment moment_now() {
  static const auto began = std::chrono::steady_clock::now();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began).count()};
}

std::vector<std::string> names_of(const Reach& reach) {
  std::vector<std::string> names;
  for (const Address& address : reach.servers) names.push_back(text_of(address));
  return names;
}

}  // namespace rostrum::ledger::redis
