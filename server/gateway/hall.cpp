#include "gateway/hall.hpp"

#include "gateway/connection.hpp"

namespace rostrum::gateway {

Counts::Counts(ops::Metrics& all)
    : deliveries{&all.counter("rostrum_deliveries_total", "Patches queued for a connection.", {{"codec", "protobuf"}}),
                 &all.counter("rostrum_deliveries_total", "Patches queued for a connection.", {{"codec", "json"}})},
      outbox_overflows(all.counter("rostrum_outbox_overflows_total",
                                   "Times a client was too slow and what waited for it was dropped.")),
      frames_dropped(
          all.counter("rostrum_outbox_dropped_frames_total", "Frames dropped for clients that were too slow.")),
      sign_ins(all.counter("rostrum_sign_ins_total", "Sign-ins that were taken.")),
      items(all.counter("rostrum_client_items_total", "Commands and time probes received.")),
      too_fast(all.counter("rostrum_too_fast_total", "Commands and time probes refused because they came too fast.")),
      connections(all.gauge("rostrum_connections", "Open WebSocket connections, signed in or not.")),
      http_requests(all.counter("rostrum_http_requests_total", "HTTP requests answered.")),
      metrics(all) {}

namespace {

using Counted = std::uint64_t chamber::Counters::*;

struct Row {
  const char* name;
  const char* help;
  Counted counted;
};

constexpr std::array rows{
    Row{"rostrum_commits_total", "Commits appended to the journal.", &chamber::Counters::commits},
    Row{"rostrum_acts_total", "Acts accepted.", &chamber::Counters::acts},
    Row{"rostrum_rejections_total", "Commands rejected.", &chamber::Counters::rejections},
    Row{"rostrum_duplicates_total", "Commands that had been taken before.", &chamber::Counters::duplicates},
    Row{"rostrum_resumes_total", "Joins answered with the patches missed.", &chamber::Counters::resumes},
    Row{"rostrum_snapshots_total", "Joins answered with a snapshot.", &chamber::Counters::snapshots_given},
};

}  // namespace

void watch_grants(const std::shared_ptr<Hall>& hall, std::function<void()> renew_codes) {
  hall->hub.when_grants_change([weak = std::weak_ptr(hall), renew = std::move(renew_codes)] {
    const auto kept = weak.lock();
    if (!kept) return;
    renew();
    const std::vector<Connection*> all(kept->connections.begin(), kept->connections.end());
    for (Connection* connection : all) connection->look_at_grant();
  });
}

void observe(ops::Metrics& metrics, const chamber::Chamber& chamber, const Hub& hub) {
  for (const Row& row : rows) {
    metrics.counter_from(row.name, row.help, {},
                         [&chamber, counted = row.counted] { return chamber.counters().*counted; });
  }
  constexpr auto* encodings = "rostrum_encodings_total";
  constexpr auto* help = "Encodings made, one for each audience and codec however many connections get it.";
  metrics.counter_from(encodings, help, {{"of", "patch"}}, [&chamber] { return chamber.counters().patches_encoded; });
  metrics.counter_from(encodings, help, {{"of", "snapshot"}},
                       [&chamber] { return chamber.counters().snapshots_encoded; });
  metrics.gauge_from("rostrum_seq", "The last durable commit.", {},
                     [&chamber] { return static_cast<std::int64_t>(chamber.seq().value); });
  metrics.gauge_from("rostrum_held", "1 while the journal cannot be written.", {},
                     [&chamber] { return std::int64_t{chamber.held() ? 1 : 0}; });
  for (int index = 0; index < views::audience_count; ++index) {
    const auto audience = static_cast<views::Audience>(index);
    metrics.gauge_from("rostrum_following", "Connections that follow the session.",
                       {{"audience", std::string(views::name(audience))}},
                       [&hub, audience] { return static_cast<std::int64_t>(hub.following(audience)); });
  }
}

}  // namespace rostrum::gateway
