// What a run has shown, as JSON and as a table.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "load/crowd.hpp"
#include "load/plan.hpp"

namespace rostrum::load {

/// Figures by name, units last in the name; a spread is {p50, p99, max} in milliseconds.
using Report = nlohmann::ordered_json;

[[nodiscard]] double seconds_of(Nanos span);
[[nodiscard]] Report milliseconds_of(const Spread& spread);

/// What was asked for.
[[nodiscard]] Report begun(const Plan& plan);

/// Acts, deliveries, how long each took, and what the server's processor had of it where it is ours.
void add_deliveries(Report& report, const Deliveries& deliveries, const Usage& usage, bool own_server);
/// What must be nothing.
void add_faults(Report& report, const Deliveries& deliveries);
/// Whether a report's faults are nothing.
[[nodiscard]] bool faultless(const Report& report);

/// A line for each figure.
[[nodiscard]] std::string as_table(const Report& report);

}  // namespace rostrum::load
