#include <catch2/catch.hpp>

#include "ops/metrics.hpp"

using rostrum::ops::Metrics;

TEST_CASE("metrics are written family by family, with help, type and labels") {
  Metrics metrics;
  metrics.counter({"rostrum_deliveries_total", "Frames queued."}, {{"codec", "json"}}).add(3);
  metrics.counter({"rostrum_deliveries_total", "Frames queued."}, {{"codec", "protobuf"}}).add();
  metrics.gauge({"rostrum_connections", "Open connections."}).set(-2);
  CHECK(metrics.text() == "# HELP rostrum_connections Open connections.\n"
                          "# TYPE rostrum_connections gauge\n"
                          "rostrum_connections -2\n"
                          "# HELP rostrum_deliveries_total Frames queued.\n"
                          "# TYPE rostrum_deliveries_total counter\n"
                          "rostrum_deliveries_total{codec=\"json\"} 3\n"
                          "rostrum_deliveries_total{codec=\"protobuf\"} 1\n");
}

TEST_CASE("a metric asked for twice is the same one") {
  Metrics metrics;
  metrics.counter({"acts_total", "Acts."}).add(2);
  for (int more = 0; more < 40; ++more) metrics.counter({"acts_total", "Acts."}, {{"more", std::to_string(more)}});
  metrics.counter({"acts_total", "Acts."}).add(5);
  CHECK(metrics.counter({"acts_total", "Acts."}).value() == 7);
}

TEST_CASE("a counter keeps its place in memory while others are made") {
  Metrics metrics;
  auto& first = metrics.counter({"acts_total", "Acts."});
  for (int more = 0; more < 100; ++more) metrics.counter({"acts_total", "Acts."}, {{"more", std::to_string(more)}});
  first.add(9);
  CHECK(metrics.counter({"acts_total", "Acts."}).value() == 9);
}

TEST_CASE("a value that another part keeps is read when the text is written") {
  Metrics metrics;
  std::uint64_t commits = 1;
  metrics.counter_from({"commits_total", "Commits."}, {}, [&] { return commits; });
  metrics.gauge_from({"waiting", "Waiting."}, {}, [] { return std::int64_t{4}; });
  commits = 8;
  CHECK(metrics.text().find("commits_total 8\n") != std::string::npos);
  CHECK(metrics.text().find("waiting 4\n") != std::string::npos);
}

TEST_CASE("label values and help texts cannot break the format") {
  Metrics metrics;
  metrics.gauge({"x", "one\ntwo \\"}, {{"name", "a\"b\\c\nd"}}).set(1);
  CHECK(metrics.text() == "# HELP x one\\ntwo \\\\\n# TYPE x gauge\nx{name=\"a\\\"b\\\\c\\nd\"} 1\n");
}
