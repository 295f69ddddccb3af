#include "load/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace rostrum::load {

namespace {

constexpr std::array faults{"missing", "out_of_order", "lost_connections", "rejected"};

double milliseconds(Nanos span) { return static_cast<double>(span / 1'000) / 1'000; }

/// To so many digits after the point as figures of measurements deserve.
double rounded(double value) { return std::round(value * 1'000) / 1'000; }

void add_lines(std::string& out, const std::string& before, const Report& report) {
  for (const auto& [name, value] : report.items()) {
    std::string label = before + name;
    std::ranges::replace(label, '_', ' ');
    if (value.is_object() && value.contains("p50")) {
      out += fmt::format("{:<44} p50 {:>10.3f}   p99 {:>10.3f}   max {:>10.3f}\n", label, value["p50"].get<double>(),
                         value["p99"].get<double>(), value["max"].get<double>());
    } else if (value.is_object()) {
      add_lines(out, label + ": ", value);
    } else {
      out += fmt::format("{:<44} {:>14}\n", label, value.is_string() ? value.get<std::string>() : value.dump());
    }
  }
}

}  // namespace

double seconds_of(Nanos span) { return rounded(static_cast<double>(span) / static_cast<double>(second_ns)); }

Report milliseconds_of(const Spread& spread) {
  return {{"p50", milliseconds(spread.at(0.5))},
          {"p99", milliseconds(spread.at(0.99))},
          {"max", milliseconds(spread.largest())}};
}

Report begun(const Plan& plan) {
  Report report{
      {"profile", plan.profile}, {"clients", plan.clients}, {"codec", plan.codec == Codec::json ? "json" : "proto"}};
  if (plan.seconds > 0) report["seconds"] = plan.seconds;
  if (plan.rate) report["rate"] = *plan.rate;
  if (plan.profile == "fan-out") report["loop"] = plan.rate ? "open" : "closed";
  return report;
}

void add_deliveries(Report& report, const Deliveries& deliveries, const Usage& usage, bool own_server) {
  const auto count = static_cast<double>(std::max<std::uint64_t>(deliveries.count(), 1));
  report["acts"] = deliveries.acts();
  report["commits"] = deliveries.commits();
  report["deliveries"] = deliveries.count();
  report["wall_s"] = seconds_of(usage.wall);
  report["delivery_ms"] = milliseconds_of(deliveries.each());
  report["last_delivery_ms"] = milliseconds_of(deliveries.last());
  if (own_server) {
    report["server_cpu_s"] = seconds_of(usage.server);
    report["server_cpu_s_per_million_deliveries"] = rounded(static_cast<double>(usage.server) / 1e9 / count * 1e6);
  }
  report["loader_cpu_s"] = seconds_of(usage.loader);
  report["loader_cpu_share"] =
      rounded(static_cast<double>(usage.loader) / static_cast<double>(std::max<Nanos>(usage.wall, 1)));
}

void add_faults(Report& report, const Deliveries& deliveries) {
  report["missing"] = deliveries.missing;
  report["out_of_order"] = deliveries.out_of_order;
  report["lost_connections"] = deliveries.lost.size();
  if (!deliveries.lost.empty()) report["lost_because"] = deliveries.lost.front();
}

bool faultless(const Report& report) {
  return std::ranges::all_of(faults, [&](const char* fault) { return report.value(fault, 0) == 0; });
}

std::string as_table(const Report& report) {
  std::string out;
  add_lines(out, "", report);
  return out;
}

}  // namespace rostrum::load
