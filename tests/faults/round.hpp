// One round of faults: a server of its own, a hall of robots on a fast clock, one kind of fault while they act, and
// then the checker over all that they were told. Everything but the timing of the machine follows from the seed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::faults {

enum class Kind { kill, freeze, full_disk, deaf, silent, storm, garbage };
inline constexpr int kinds = 7;

[[nodiscard]] std::string_view name(Kind kind);
/// The kinds follow each other by the seed, so that so many seeds in a row have each of them.
[[nodiscard]] Kind kind_of(std::uint64_t seed);

struct Plan {
  std::filesystem::path server;  // the binary
  std::filesystem::path programme;
  std::filesystem::path folder;                // for the round alone; made, and removed where it has passed
  std::optional<std::string> no_disk_because;  // a small disk cannot be mounted; none: it can
};

struct Outcome {
  std::vector<std::string> failures;  // none: the round has passed
  std::uint64_t acks = 0;
  std::uint64_t commits = 0;
  std::uint64_t views_compared = 0;
};

/// Plays the round of `seed`. What failed keeps its folder.
[[nodiscard]] Outcome play(const Plan& plan, std::uint64_t seed);

}  // namespace rostrum::faults
