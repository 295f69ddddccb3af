// All drop at once and come back at once.
#include "load/profiles.hpp"

namespace rostrum::load {

namespace {

constexpr double acts_missed = 20;

/// One storm: `between` happens while all are away.
Report come_back(const Hall& hall, Crowd& crowd, const Chair& chair, bool with_position,
                 const std::function<void()>& between) {
  crowd.leave();
  between();
  const std::uint64_t bytes_before = crowd.bytes_received();
  const auto clients = crowd.followers().size();
  const Meter meter(hall.server);
  const Spread took = crowd.come_at_once(with_position, chair.last());
  const Usage usage = meter.read();
  Report report{{"all_ms", static_cast<double>(took.largest() / 1'000) / 1'000},
                {"each_ms", milliseconds_of(took)},
                {"resumed", crowd.resumed()},
                {"bytes_a_client", (crowd.bytes_received() - bytes_before) / clients}};
  if (hall.server) {
    report["server_cpu_s"] = seconds_of(usage.server);
    report["server_resident_bytes"] = resident_bytes(*hall.server);
  }
  report["loader_cpu_s"] = seconds_of(usage.loader);
  return report;
}

}  // namespace

Report storm(const Plan& plan) {
  const Place place(plan);
  const Hall& hall = place.hall();
  Loop loop;
  Deliveries deliveries;
  Chair chair(loop);
  chair.prepare(hall.address, hall.code_of("chair"), listed);
  chair.when_acknowledged([](std::uint64_t, Nanos) {});
  Crowd crowd(loop, hall.address, plan.codec, hall.follower_codes(), plan.clients, deliveries);
  crowd.come_in_turn();
  crowd.wait_for(chair.last());

  Report report = begun(plan);
  report["without_position"] = come_back(hall, crowd, chair, false, [] {});
  report["with_position"] = come_back(hall, crowd, chair, true, [] {});
  report["with_acts_missed"] = come_back(hall, crowd, chair, true, [&] {
    for (int count = 0; count < acts_missed; ++count) chair.act(now_ns());
    loop.run_until([&] { return chair.unanswered() == 0; }, now_ns() + 10 * second_ns);
  });
  crowd.wait_for(chair.last());
  add_faults(report, deliveries);
  return report;
}

}  // namespace rostrum::load
