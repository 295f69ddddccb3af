// One acts, all follow.
#include <algorithm>

#include "load/profiles.hpp"

namespace rostrum::load {

namespace {

constexpr std::size_t warm_up_clients = 20;

}  // namespace

Report fan_out(const Plan& plan) {
  const Place place(plan);
  const Hall& hall = place.hall();
  Loop loop;
  Deliveries before;
  Deliveries deliveries;
  Chair chair(loop);
  chair.prepare(hall.address, hall.code_of("chair"), listed);
  Report report = begun(plan);
  Crowd crowd(loop, hall.address, plan.codec, hall.follower_codes(), plan.clients, before);
  if (hall.server) {
    Crowd warm_up(loop, hall.address, plan.codec, hall.follower_codes(), warm_up_clients, before);
    report["resident_bytes_a_connection"] = resident_bytes_a_connection(hall, loop, chair, warm_up, crowd);
  } else {
    crowd.come_in_turn();
  }
  crowd.wait_for(chair.last());
  crowd.count_in(deliveries);
  deliveries.expect(plan.clients);
  chair.when_acknowledged([&](std::uint64_t seq, Nanos due) { deliveries.acted(seq, due); });

  const std::uint64_t bytes_before = crowd.bytes_received();
  const Meter meter(hall.server);
  crowd.follow_acts(chair, plan.seconds, plan.rate);
  const Usage usage = meter.read();
  deliveries.settle();
  add_deliveries(report, deliveries, usage, place.own());
  report["bytes_a_delivery"] = (crowd.bytes_received() - bytes_before) / std::max<std::uint64_t>(deliveries.count(), 1);
  report["acknowledged_ms"] = milliseconds_of(chair.acknowledged());
  report["snapshots_in_between"] = deliveries.snapshots;
  add_faults(report, deliveries);
  return report;
}

}  // namespace rostrum::load
