#include "gateway/session.hpp"

#include "gateway/connection.hpp"
#include "gateway/counted.hpp"

namespace rostrum::gateway {

namespace {

ops::Labels with(ops::Labels labels, std::string_view key, std::string_view value) {
  labels.emplace_back(key, value);
  return labels;
}

ops::Counter& deliveries(ops::Metrics& metrics, const ops::Labels& labels, wire::Codec codec) {
  return metrics.counter(counted::deliveries, with(labels, "codec", codec == wire::Codec::json ? "json" : "protobuf"));
}

struct Row {
  const ops::Family* family;
  std::uint64_t chamber::Counters::* counted;
};

constexpr std::array rows{
    Row{&counted::commits, &chamber::Counters::commits},
    Row{&counted::acts, &chamber::Counters::acts},
    Row{&counted::rejections, &chamber::Counters::rejections},
    Row{&counted::duplicates, &chamber::Counters::duplicates},
    Row{&counted::resumes, &chamber::Counters::resumes},
    Row{&counted::snapshots, &chamber::Counters::snapshots_given},
};

}  // namespace

SessionCounts::SessionCounts(ops::Metrics& metrics, const ops::Labels& labels)
    : deliveries{&gateway::deliveries(metrics, labels, wire::Codec::protobuf),
                 &gateway::deliveries(metrics, labels, wire::Codec::json)},
      outbox_overflows(metrics.counter(counted::outbox_overflows, labels)),
      frames_dropped(metrics.counter(counted::frames_dropped, labels)),
      sign_ins(metrics.counter(counted::sign_ins, labels)) {}

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
    metrics.counter_from(*row.family, labels,
                         [&chamber, counted = row.counted] { return chamber.counters().*counted; });
  }
  metrics.counter_from(counted::encodings, with(labels, "of", "patch"),
                       [&chamber] { return chamber.counters().patches_encoded; });
  metrics.counter_from(counted::encodings, with(labels, "of", "snapshot"),
                       [&chamber] { return chamber.counters().snapshots_encoded; });
  metrics.gauge_from(counted::seq, labels, [&chamber] { return static_cast<std::int64_t>(chamber.seq().value); });
  metrics.gauge_from(counted::held, labels, [&chamber] { return std::int64_t{chamber.held() ? 1 : 0}; });
  for (int index = 0; index < views::audience_count; ++index) {
    const auto audience = static_cast<views::Audience>(index);
    metrics.gauge_from(counted::following, with(labels, "audience", views::name(audience)),
                       [&hub, audience] { return static_cast<std::int64_t>(hub.following(audience)); });
  }
}

void observe(ops::Metrics& metrics, const ledger::LocalLedger& ledger, const ops::Labels& labels) {
  metrics.counter_from(counted::room_tries, labels, [&ledger] { return ledger.room_tries(); });
}

void observe(ops::Metrics& metrics, const ledger::Agreed& ledger, const ops::Labels& labels) {
  metrics.gauge_from(counted::node_writes, labels, [&ledger] { return std::int64_t{ledger.writes() ? 1 : 0}; });
  metrics.counter_from(counted::node_take_overs, labels, [&ledger] { return ledger.take_overs(); });
  metrics.gauge_from(counted::node_term, labels, [&ledger] { return static_cast<std::int64_t>(ledger.term().value); });
}

}  // namespace rostrum::gateway
