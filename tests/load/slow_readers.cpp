// Some clients read slowly and some read nothing; the others must not suffer, and the slow ones must come to the same
// in the end.
#include <cmath>

#include "load/profiles.hpp"

namespace rostrum::load {

namespace {

// A server of ours holds little for each client, so that a few seconds of acts are more than it holds.
constexpr auto small_bounds = "socket_send_bytes=4096,outbox_bytes_max=8192";
constexpr int slow_buffer_bytes = 4'096;
constexpr std::size_t slow_bytes_a_second = 1'024;

/// Acts while all that `deliveries` counts follow: how it went for them.
Report follow(const Plan& plan, const Place& place, Crowd& crowd, Chair& chair, Deliveries& deliveries,
              const std::function<void()>& every_second) {
  chair.when_acknowledged([&](std::uint64_t seq, Nanos due) { deliveries.acted(seq, due); });
  const Meter meter(place.hall().server);
  crowd.follow_acts(chair, plan.seconds, plan.rate, every_second);
  const Usage usage = meter.read();
  deliveries.settle();
  Report report;
  add_deliveries(report, deliveries, usage, place.own());
  report["snapshots_in_between"] = deliveries.snapshots;
  return report;
}

}  // namespace

Report slow_readers(const Plan& plan) {
  const Place place(plan, small_bounds);
  const Hall& hall = place.hall();
  Loop loop;
  Deliveries coming;
  Deliveries before;
  Deliveries then;
  Deliveries of_slow;
  Chair chair(loop);
  chair.prepare(hall.address, hall.code_of("chair"), listed);
  const auto slow_count =
      std::min(static_cast<std::size_t>(std::ceil(plan.share * static_cast<double>(plan.clients))), plan.clients - 1);
  Crowd crowd(loop, hall.address, plan.codec, hall.follower_codes(), plan.clients - slow_count, coming);
  Crowd slow(loop, hall.address, plan.codec, hall.follower_codes(), slow_count, of_slow);
  for (const auto& follower : slow.followers()) {
    follower->hold_at_most(slow_buffer_bytes);
    follower->take_its_time();
  }
  crowd.come_in_turn();
  slow.come_in_turn();
  crowd.wait_for(chair.last());

  Report report = begun(plan);
  report["share"] = plan.share;
  report["slow"] = slow_count;
  crowd.count_in(before);
  report["all_read"] = follow(plan, place, crowd, chair, before, {});
  slow.wait_for(chair.last());

  crowd.count_in(then);
  for (const auto& follower : slow.followers()) follower->stop_listening();
  report["some_slow"] = follow(plan, place, crowd, chair, then, [&] {
    for (std::size_t number = 0; number < slow_count; number += 2)
      slow.followers()[number]->read_now(slow_bytes_a_second);
  });

  for (const auto& follower : slow.followers()) follower->listen();
  slow.wait_for(chair.last());
  report["snapshots_of_slow"] = of_slow.snapshots;
  for (const Deliveries* one : {&coming, &before, &of_slow}) {
    then.missing += one->missing;
    then.out_of_order += one->out_of_order;
    then.lost.insert(then.lost.end(), one->lost.begin(), one->lost.end());
  }
  add_faults(report, then);
  return report;
}

}  // namespace rostrum::load
