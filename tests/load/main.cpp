// Loads a server as a hall would, and tells what it took. Ends with 0 where every client had everything in its order, 1
// where not or where it could not be measured, 2 for a command line that it does not understand.
#include <csignal>
#include <cstdio>
#include <fstream>

#include <fmt/format.h>

#include "load/failed.hpp"
#include "load/profiles.hpp"

using namespace rostrum::load;

namespace {

Report run(const Plan& plan) {
  if (plan.profile == "fan-out") return fan_out(plan);
  if (plan.profile == "storm") return storm(plan);
  if (plan.profile == "press") return press(plan);
  if (plan.profile == "slow-readers") return slow_readers(plan);
  return soak(plan);
}

void write_json(const Report& report, const std::filesystem::path& path) {
  std::ofstream out(path);
  out << report.dump(2) << '\n';
  out.close();
  if (!out) throw Failed("cannot write " + path.string());
}

}  // namespace

int main(int count, char** arguments) {
  std::signal(SIGPIPE, SIG_IGN);
  const auto wanted = plan_of(count, arguments);
  if (const int* status = std::get_if<int>(&wanted)) return *status;
  const Plan& plan = std::get<Plan>(wanted);
  try {
    const Report report = run(plan);
    fmt::print("{}", as_table(report));
    if (plan.json) write_json(report, *plan.json);
    return faultless(report) ? 0 : 1;
  } catch (const std::exception& failed) {
    fmt::print(stderr, "load: {}\n", failed.what());
    return 1;
  }
}
