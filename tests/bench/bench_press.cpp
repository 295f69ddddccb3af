// How many acts a second become durable and are acknowledged, over the wire to a real server: by one who sends the next
// when the last is acknowledged, and by more that are under way at once, which the server puts into one commit; then a
// hall in which 500 delegations ask within a second. The disk is that of the temporary folder (TMPDIR).
#include <algorithm>
#include <array>
#include <cstdio>

#include "load/profiles.hpp"

using namespace rostrum::load;

namespace {

constexpr std::array<std::size_t, 4> under_way{1, 8, 64, 512};
constexpr double seconds = 2;
constexpr std::size_t asking = 500;
constexpr double acts_goal = 2'000;    // a second, with the most under way
constexpr double p99_goal_ms = 1'000;  // until each of those who ask within a second is acknowledged

struct Pressed {
  double acts_a_second = 0;
  double acts_a_commit = 0;
  double p50_ms = 0;
  double p99_ms = 0;
};

double ms(Nanos span) { return static_cast<double>(span) / 1e6; }

/// Keeps `count` acts under way for some seconds.
Pressed press_with(const Hall& hall, std::size_t count) {
  Loop loop;
  Chair chair(loop);
  chair.prepare(hall.address, hall.code_of("chair"), listed);
  std::uint64_t acts = 0;
  chair.when_acknowledged([&](std::uint64_t, Nanos) { ++acts; });
  const std::uint64_t commits_before = chair.last();
  const Nanos begin = now_ns();
  const Nanos end = begin + nanos_of(seconds);
  while (now_ns() < end) {
    while (chair.unanswered() < count) chair.act(now_ns());
    loop.run_until([&] { return chair.unanswered() < count; }, end);
  }
  loop.run_until([&] { return chair.unanswered() == 0; }, now_ns() + 30 * second_ns);
  const auto took = static_cast<double>(now_ns() - begin) / static_cast<double>(second_ns);
  const auto commits = static_cast<double>(std::max<std::uint64_t>(chair.last() - commits_before, 1));
  return {.acts_a_second = static_cast<double>(acts) / took,
          .acts_a_commit = static_cast<double>(acts) / commits,
          .p50_ms = ms(chair.acknowledged().at(0.5)),
          .p99_ms = ms(chair.acknowledged().at(0.99))};
}

}  // namespace

int main() {
  try {
    Pressed most;
    for (const std::size_t count : under_way) {
      const OwnHall own(1, council_programme(), {});
      most = press_with(own.hall(), count);
      std::printf("%3zu under way: %6.0f acts a second, %5.1f acts a commit, acknowledged p50 %.2f ms, p99 %.2f ms\n",
                  count, most.acts_a_second, most.acts_a_commit, most.p50_ms, most.p99_ms);
      std::fflush(stdout);
    }
    const Report hall = press({.profile = "press", .clients = asking, .seconds = 1});
    const double p99_ms = hall.at("acknowledged_ms").at("p99");
    std::printf(
        "%zu delegations ask within a second, and all follow: %.1f acts a commit, acknowledged p50 %.2f ms, p99 "
        "%.2f ms; every patch to all, until the last has it p99 %.2f ms\n",
        asking, hall.at("acts_a_commit").get<double>(), hall.at("acknowledged_ms").at("p50").get<double>(), p99_ms,
        hall.at("last_delivery_ms").at("p99").get<double>());
    if (!faultless(hall)) throw std::runtime_error("not everyone had everything:\n" + as_table(hall));
    std::printf("goal press_acts: %.0f acts/s (goal >= %.0f): %s\n", most.acts_a_second, acts_goal,
                most.acts_a_second >= acts_goal ? "met" : "not met");
    std::printf("goal press_p99: %.1f ms (goal <= %.0f): %s\n", p99_ms, p99_goal_ms,
                p99_ms <= p99_goal_ms ? "met" : "not met");
  } catch (const std::exception& failed) {
    std::fprintf(stderr, "bench_press: %s\n", failed.what());
    return 1;
  }
  return 0;
}
