// What a run is to be, as the command line says it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "load/scan.hpp"

namespace rostrum::load {

struct Plan {
  std::string profile;
  std::size_t clients = 200;
  double seconds = 10;
  std::optional<double> rate;  // acts a second; none: the next as soon as all have the last
  double share = 0.1;          // of the clients: those that read slowly, or that come and go each second
  Codec codec = Codec::protobuf;
  std::optional<std::string> server;  // HOST:PORT of one that runs; none: one of our own
  std::filesystem::path sign_ins;     // of that server
  std::optional<std::string> json;
};

inline constexpr std::size_t clients_max = 20'000;
inline constexpr double seconds_max = 3'600;
inline constexpr double slow_seconds_max = 20;  // who reads nothing answers no ping either, and is given up after 45 s
inline constexpr double rate_max = 10'000;

/// The plan, or the exit status to end with: help was asked for, or the command line is misused, which has been said.
[[nodiscard]] std::variant<Plan, int> plan_of(int count, char** arguments);

}  // namespace rostrum::load
