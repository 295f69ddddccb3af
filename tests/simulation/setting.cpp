#include "simulation/setting.hpp"

#include <array>

namespace rostrum::simulation {

namespace {

std::optional<Millis> maybe(Chance& chance, Millis least, Millis most) {
  if (chance.one_in(3)) return std::nullopt;
  return chance.span(least, most);
}

}  // namespace

Setting::Setting(Chance& chance) {
  clients = static_cast<int>(chance.between(4, 10));
  acts = static_cast<int>(chance.between(60, 150));
  think_most = chance.pick(std::array{Millis{300}, seconds(2), seconds(5)});
  clock_speed = chance.pick(std::array{1.0, 1.0, 4.0, 30.0});
  codes_valid = chance.pick(std::array{Millis{}, Millis{}, Millis{}, minutes(20)});
  limits.outbox_bytes_max = chance.pick(std::array<std::uint64_t, 3>{600, 4'000, 1u << 20});
  limits.items_burst_max = chance.pick(std::array<std::uint64_t, 2>{10, 40});

  latency_most = chance.pick(std::array{Millis{2}, Millis{40}, Millis{300}});
  bytes_per_ms = chance.pick(std::array<std::int64_t, 3>{20, 1'000, 100'000});
  line_bytes_max = chance.pick(std::array<std::size_t, 3>{300, 4'000, 128u << 10});
  late_one_in = chance.pick(std::array<std::uint64_t, 3>{20, 200, 1u << 30});
  duplicate_one_in = chance.pick(std::array<std::uint64_t, 3>{4, 20, 1u << 30});

  write_most = chance.pick(std::array{Millis{1}, Millis{10}, Millis{100}});

  if (!chance.one_in(6)) {
    nodes = chance.pick(std::array{1, 2, 2, 3, 3, 4});
    servers = chance.pick(std::array{1, 3, 3, 3, 5});
  }
  network.latency_most = chance.pick(std::array{Millis{1}, Millis{10}, Millis{80}});
  network.lost_one_in = chance.pick(std::array<std::uint64_t, 4>{0, 100, 20, 8});
  network.late_one_in = chance.pick(std::array<std::uint64_t, 3>{20, 200, 1u << 30});
  network.twice_one_in = chance.pick(std::array<std::uint64_t, 2>{10, 1u << 30});

  if (chance.one_in(8)) return;  // a calm world
  every.cut = maybe(chance, Millis{500}, seconds(20));
  every.slow_reader = maybe(chance, seconds(1), seconds(20));
  every.crash = maybe(chance, seconds(2), seconds(40));
  every.slow_disk = maybe(chance, seconds(5), seconds(30));
  every.full_disk = maybe(chance, seconds(10), seconds(60));
  every.jump = maybe(chance, seconds(5), seconds(60));
  every.stray = maybe(chance, seconds(10), seconds(60));
  if (!shared()) return;
  every.wipe = maybe(chance, seconds(5), seconds(60));
  every.cut_off = maybe(chance, seconds(2), seconds(40));
  for (std::optional<Millis>* any :
       {&every.freeze, &every.take_over, &every.hand_over, &every.server_away, &every.server_freeze, &every.deafen,
        &every.server_restart, &every.server_full, &every.line_lost})
    *any = maybe(chance, seconds(3), seconds(40));
  for (std::optional<Millis>* made :
       {&every.strand, &every.usurp, &every.inherit, &every.forget, &every.late_vote, &every.hold_back, &every.forge})
    *made = maybe(chance, seconds(5), seconds(40));
}

}  // namespace rostrum::simulation
