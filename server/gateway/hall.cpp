#include "gateway/hall.hpp"

#include "gateway/counted.hpp"

namespace rostrum::gateway {

Counts::Counts(ops::Metrics& all)
    : items(all.counter(counted::client_items)),
      too_fast(all.counter(counted::too_fast)),
      connections(all.gauge(counted::connections)),
      http_requests(all.counter(counted::http_requests)),
      metrics(all) {}

std::string to_connect_to(const std::vector<std::string>& origins) {
  std::string places;
  for (const std::string& origin : origins)  // http://... and https://...
    places += (places.empty() ? "ws" : " ws") + origin.substr(std::string_view("http").size());
  return places;
}

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
