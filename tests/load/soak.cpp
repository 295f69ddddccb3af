// All follow for long, while some drop and come back each second.
#include <algorithm>
#include <cmath>

#include "load/profiles.hpp"

namespace rostrum::load {

Report soak(const Plan& plan) {
  const Place place(plan);
  const Hall& hall = place.hall();
  Loop loop;
  Deliveries deliveries;
  Chair chair(loop);
  chair.prepare(hall.address, hall.code_of("chair"), listed);
  Crowd crowd(loop, hall.address, plan.codec, hall.follower_codes(), plan.clients, deliveries);
  crowd.come_in_turn();
  crowd.wait_for(chair.last());
  chair.when_acknowledged([&](std::uint64_t seq, Nanos due) { deliveries.acted(seq, due); });

  Report report = begun(plan);
  report["share"] = plan.share;
  const auto resident_before = hall.server ? resident_bytes(*hall.server) : 0;
  const auto going = static_cast<std::size_t>(std::ceil(plan.share * static_cast<double>(plan.clients)));
  std::size_t gone = 0;
  const auto come_and_go = [&] {
    for (std::size_t count = 0; count < going; ++count, ++gone) {
      const std::size_t number = gone % plan.clients;
      Follower& follower = *crowd.followers()[number];
      follower.leave();
      follower.there_at(chair.last());
      follower.join(hall.address, static_cast<unsigned>(number), gone % 4 != 0);  // every fourth as if never here
    }
  };
  const Meter meter(hall.server);
  crowd.follow_acts(chair, plan.seconds, plan.rate, come_and_go);
  const Usage usage = meter.read();
  deliveries.settle();
  add_deliveries(report, deliveries, usage, place.own());
  report["came_back"] = gone;
  if (hall.server) {
    report["server_resident_bytes_before"] = resident_before;
    report["server_resident_bytes_after"] = resident_bytes(*hall.server);
  }
  report["snapshots_in_between"] = deliveries.snapshots;
  add_faults(report, deliveries);
  return report;
}

}  // namespace rostrum::load
