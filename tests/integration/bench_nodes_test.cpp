// The benchmark of several nodes in its quick form: that it measures all that it has goals for, on real nodes and Redis
// servers that it starts and ends. What the figures are is nobody's concern here.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <sstream>

#include <sys/wait.h>

#include "integration/support/server_process.hpp"
#include "support/content.hpp"

using namespace rostrum::test;

namespace {

Ended bench_nodes(const std::string& arguments) {
  const Folder around;
  const auto out = around.path() / "out", err = around.path() / "err";
  const std::string words = std::string(ROSTRUM_BENCH_NODES) + " " + arguments;
  const int status = std::system((words + " >" + out.string() + " 2>" + err.string()).c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
}

std::vector<std::string> goals_of(const std::string& out) {
  std::vector<std::string> goals;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("goal ")) goals.push_back(line.substr(5, line.find(':') - 5));
  return goals;
}

}  // namespace

TEST_CASE("N2, N4 what several nodes cost is measured, one figure for each goal", "[nodes]") {
  const Ended ended = bench_nodes("--quick");
  INFO(ended.out << ended.err);
  CHECK(ended.status == 0);
  CHECK(goals_of(ended.out) == std::vector<std::string>{"nodes_one_p50", "nodes_three_p50", "nodes_three_p90",
                                                        "nodes_forwarded_p50", "nodes_rate_p99", "nodes_press",
                                                        "nodes_delivery_cpu", "nodes_redis_stopped_p50",
                                                        "nodes_redis_stopped_held", "nodes_killed_median",
                                                        "nodes_killed_worst", "nodes_clocks", "nodes_hand_over_worst"});
}

TEST_CASE("what the benchmark of several nodes does not know is told, with status 2") {
  const Ended ended = bench_nodes("--slow");
  CHECK(ended.status == 2);
  CHECK(ended.err.find("unknown argument: --slow") != std::string::npos);
}
