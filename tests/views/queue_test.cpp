// The list of speakers: seen by everyone who sees the panel.
#include "views/seen.hpp"

namespace rostrum::views {

namespace {

const Key high_level_queue{.kind = KeyKind::queue, .id = "high-level"};

std::vector<std::uint32_t> numbers(const std::vector<EntryId>& entries) {
  std::vector<std::uint32_t> out;
  for (const EntryId entry : entries) out.push_back(entry.value);
  return out;
}

}  // namespace

TEST_CASE("L10 the queue gives each place a range in whole seconds: the earliest rounded down, the latest up") {
  Given given = on_the_floor();
  given.must(chair, SetLimit{high_level, LimitOf::member, Millis{100'500}});
  for (const char* delegation : {"CL", "EC", "KE"}) given.ask(delegation);
  const auto queue = seen<Queue>(given.state, high_level_queue);
  CHECK(numbers(queue.entries) == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(queue.earliest_s == std::vector<std::uint32_t>{0, 72, 144});  // 67.0 s and 5 s each
  CHECK(queue.latest_s == std::vector<std::uint32_t>{0, 121, 241});   // 100.5 s and 20 s each
  CHECK(queue.finish_earliest_s == 211);
  CHECK(queue.finish_latest_s == 342);  // 341.5 s
}

}  // namespace rostrum::views
