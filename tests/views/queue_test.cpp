// The list of speakers: seen by everyone who sees the panel.
#include <cmath>

#include "council/panel_time.hpp"
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

TEST_CASE("L10 the queue tells of each place the mean and the variance until it begins, in whole seconds") {
  Given given = on_the_floor();
  for (const char* delegation : {"CL", "EC", "KE"}) given.ask(delegation);
  given.give({1});
  const auto queue = seen<Queue>(given.state, high_level_queue);
  const auto expected = council::expected(given.state, given.panel());
  CHECK(numbers(queue.entries) == std::vector<std::uint32_t>{2, 3});
  REQUIRE(queue.mean_s.size() == 2);
  REQUIRE(queue.variance.size() == 2);
  for (std::size_t place = 0; place < 2; ++place) {
    CHECK(std::abs(queue.mean_s[place] - expected.places[place].mean) <= 0.5);
    CHECK(std::abs(queue.variance[place] - expected.places[place].variance) <= 0.5);
  }
  CHECK(queue.mean_s[0] == 15);  // a hand-over
  CHECK(queue.finish_mean_s > queue.mean_s[1]);
  CHECK(queue.speech_mean_s == 162);  // nine tenths of 180 s
  CHECK(queue.speech_variance == 1050);
}

TEST_CASE("L10 while nobody speaks the queue tells of no speech") {
  const auto queue = seen<Queue>(four_waiting().state, high_level_queue);
  CHECK(queue.speech_mean_s == 0);
  CHECK(queue.speech_variance == 0);
}

}  // namespace rostrum::views
