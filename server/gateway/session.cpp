#include "gateway/session.hpp"

#include "gateway/connection.hpp"

namespace rostrum::gateway {

namespace {

ops::Labels with(ops::Labels labels, std::string_view key, std::string_view value) {
  labels.emplace_back(key, value);
  return labels;
}

ops::Counter& deliveries(ops::Metrics& metrics, const ops::Labels& labels, wire::Codec codec) {
  return metrics.counter("rostrum_deliveries_total", "Patches queued for a connection.",
                         with(labels, "codec", codec == wire::Codec::json ? "json" : "protobuf"));
}

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
    Row{"rostrum_room_tries_total", "Tries whether a journal that was full has room again.",
        &chamber::Counters::room_tries},
};

}  // namespace

SessionCounts::SessionCounts(ops::Metrics& metrics, const ops::Labels& labels)
    : deliveries{&gateway::deliveries(metrics, labels, wire::Codec::protobuf),
                 &gateway::deliveries(metrics, labels, wire::Codec::json)},
      outbox_overflows(metrics.counter("rostrum_outbox_overflows_total",
                                       "Times a client was too slow and what waited for it was dropped.", labels)),
      frames_dropped(metrics.counter("rostrum_outbox_dropped_frames_total",
                                     "Frames dropped for clients that were too slow.", labels)),
      sign_ins(metrics.counter("rostrum_sign_ins_total", "Sign-ins that were taken.", labels)) {}

ops::Labels labels_of(const SessionId& session, bool one_of_several) {
  return one_of_several ? ops::Labels{{"session", session.value}} : ops::Labels{};
}

void watch_grants(const std::shared_ptr<Hall>& hall, const Session& session, std::function<void()> renew_codes) {
  session.hub.when_grants_change([weak = std::weak_ptr(hall), &session, renew = std::move(renew_codes)] {
    const auto kept = weak.lock();
    if (!kept) return;
    renew();
    const std::vector<Connection*> all(kept->connections.begin(), kept->connections.end());
    for (Connection* connection : all)
      if (connection->session() == &session) connection->look_at_grant();
  });
}

void observe(ops::Metrics& metrics, const chamber::Chamber& chamber, const Hub& hub, const ops::Labels& labels) {
  for (const Row& row : rows) {
    metrics.counter_from(row.name, row.help, labels,
                         [&chamber, counted = row.counted] { return chamber.counters().*counted; });
  }
  constexpr auto* encodings = "rostrum_encodings_total";
  constexpr auto* help = "Encodings made, one for each audience and codec however many connections get it.";
  metrics.counter_from(encodings, help, with(labels, "of", "patch"),
                       [&chamber] { return chamber.counters().patches_encoded; });
  metrics.counter_from(encodings, help, with(labels, "of", "snapshot"),
                       [&chamber] { return chamber.counters().snapshots_encoded; });
  metrics.gauge_from("rostrum_seq", "The last durable commit.", labels,
                     [&chamber] { return static_cast<std::int64_t>(chamber.seq().value); });
  metrics.gauge_from("rostrum_held", "1 while the journal cannot be written.", labels,
                     [&chamber] { return std::int64_t{chamber.held() ? 1 : 0}; });
  for (int index = 0; index < views::audience_count; ++index) {
    const auto audience = static_cast<views::Audience>(index);
    metrics.gauge_from("rostrum_following", "Connections that follow the session.",
                       with(labels, "audience", views::name(audience)),
                       [&hub, audience] { return static_cast<std::int64_t>(hub.following(audience)); });
  }
}

}  // namespace rostrum::gateway
