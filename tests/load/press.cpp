// Each client is a delegation of its own and asks for the floor, all within a second.
#include <algorithm>

#include "load/failed.hpp"
#include "load/profiles.hpp"

namespace rostrum::load {

namespace {

constexpr std::size_t delegations_max = 2'000;
constexpr std::size_t asked_on_a_panel = 500;
constexpr Nanos answer_within = 60 * second_ns;

}  // namespace

Report press(const Plan& plan) {
  if (plan.clients > delegations_max)
    throw Failed("press: each client is a delegation, of which a session has at most " +
                 std::to_string(delegations_max));
  const std::size_t panels = (plan.clients + asked_on_a_panel - 1) / asked_on_a_panel;
  const Place place(plan, plan.clients, panels);
  const Hall& hall = place.hall();
  const auto codes = hall.delegation_codes();
  if (codes.size() < plan.clients)
    throw Failed("press: each client is a delegation, and there are sign-ins of " + std::to_string(codes.size()));
  Loop loop;
  Deliveries deliveries;
  Chair chair(loop);
  const auto asked = chair.open_lists(hall.address, hall.code_of("chair"), panels);
  Crowd crowd(loop, hall.address, plan.codec, codes, plan.clients, deliveries);
  crowd.come_in_turn();
  crowd.wait_for(chair.last());
  deliveries.expect(plan.clients);

  std::vector<Nanos> due(plan.clients);
  Spread acknowledged;
  std::size_t answered = 0;
  std::size_t rejected = 0;
  std::uint64_t last = chair.last();
  for (std::size_t number = 0; number < plan.clients; ++number) {
    crowd.followers()[number]->when_answered([&, number](const Item& item, Nanos at) {
      ++answered;
      if (item.kind == Item::Kind::rejection) {
        if (++rejected == 1) deliveries.lost.push_back("rejected: " + std::string(item.code));
        return;
      }
      acknowledged.add(at - due[number]);
      deliveries.acted(item.seq, due[number]);
      last = std::max(last, item.seq);
    });
  }
  const std::uint64_t before = last;
  const std::uint64_t bytes_before = crowd.bytes_received();
  const Meter meter(hall.server);
  const Nanos begin = now_ns();
  for (std::size_t number = 0; number < plan.clients; ++number) {
    due[number] = begin + nanos_of(plan.seconds * static_cast<double>(number) / static_cast<double>(plan.clients));
    loop.run_to(due[number]);
    crowd.followers()[number]->send(ask_for_floor(plan.codec, asked[number % panels],
                                                  "load-" + std::to_string(begin) + '-' + std::to_string(number)));
  }
  if (!loop.run_until([&] { return answered == plan.clients; }, now_ns() + answer_within))
    throw Failed("press: " + std::to_string(plan.clients - answered) + " acts were not answered");
  const Nanos all_acknowledged = now_ns() - begin;
  crowd.wait_for(last);
  const Usage usage = meter.read();
  deliveries.settle();

  Report report = begun(plan);
  add_deliveries(report, deliveries, usage, place.own());
  report["bytes_a_delivery"] = (crowd.bytes_received() - bytes_before) / std::max<std::uint64_t>(deliveries.count(), 1);
  report["acknowledged_ms"] = milliseconds_of(acknowledged);
  report["all_acknowledged_s"] = seconds_of(all_acknowledged);
  const std::uint64_t commits = std::max<std::uint64_t>(last - before, 1);
  report["acts_a_commit"] = static_cast<double>(plan.clients * 100 / commits) / 100;
  report["snapshots_in_between"] = deliveries.snapshots;
  report["rejected"] = rejected;
  add_faults(report, deliveries);
  return report;
}

}  // namespace rostrum::load
