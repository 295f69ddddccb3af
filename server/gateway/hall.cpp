#include "gateway/hall.hpp"

namespace rostrum::gateway {

Counts::Counts(ops::Metrics& all)
    : items(all.counter("rostrum_client_items_total", "Commands and time probes received.")),
      too_fast(all.counter("rostrum_too_fast_total", "Commands and time probes refused because they came too fast.")),
      connections(all.gauge("rostrum_connections", "Open WebSocket connections, signed in or not.")),
      http_requests(all.counter("rostrum_http_requests_total", "HTTP requests answered.")),
      metrics(all) {}

std::optional<Admission> admission(const Hall& hall, std::string_view code) {
  std::optional<Admission> found;
  for (const auto& session : hall.sessions) {
    auto grant = session->grant_of(code);
    if (!grant) continue;
    if (found) return std::nullopt;
    found = Admission{session.get(), *std::move(grant)};
  }
  return found;
}

}  // namespace rostrum::gateway
