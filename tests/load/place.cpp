#include "load/profiles.hpp"

namespace rostrum::load {

namespace {

constexpr std::uint64_t other_files = 300;  // beside one for each client
constexpr int acts_before_reading = 8;
constexpr Nanos settle_for = second_ns / 4;

void act_some(Loop& loop, Actor& actor) {
  for (int count = 0; count < acts_before_reading; ++count) actor.act(now_ns());
  loop.run_until([&] { return actor.unanswered() == 0; }, now_ns() + 10 * second_ns);
  loop.run_to(now_ns() + settle_for);
}

}  // namespace

Place::Place(const Plan& plan, const std::string& limits) {
  need_open_files(plan.clients + other_files);
  if (plan.server)
    running_ = running_hall(*plan.server, plan.sign_ins);
  else
    own_ = std::make_unique<OwnHall>(plan.clients, council_programme(), limits);
}

Place::Place(const Plan& plan, std::size_t delegations, std::size_t panels) {
  need_open_files(plan.clients + other_files);
  if (plan.server) {
    running_ = running_hall(*plan.server, plan.sign_ins);
    return;
  }
  programme_ = std::make_unique<Folder>();
  own_ = std::make_unique<OwnHall>(plan.clients, write_programme(programme_->path(), delegations, panels), "");
}

std::int64_t resident_bytes_a_connection(const Hall& hall, Loop& loop, Actor& actor, Crowd& warm_up, Crowd& crowd) {
  warm_up.come_in_turn();
  act_some(loop, actor);
  warm_up.leave();
  act_some(loop, actor);
  const auto before = static_cast<std::int64_t>(resident_bytes(*hall.server));
  crowd.come_in_turn();
  act_some(loop, actor);
  const auto after = static_cast<std::int64_t>(resident_bytes(*hall.server));
  return (after - before) / static_cast<std::int64_t>(crowd.followers().size());
}

}  // namespace rostrum::load
