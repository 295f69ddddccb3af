// The log as it is told: some of it, backwards, within bounds (L14).
#pragma once

#include <optional>
#include <vector>

#include "council/state.hpp"
#include "journal/journal.hpp"
#include "wire/frames.hpp"

namespace rostrum::chamber {

// Of an answer. A commit is told whole: one that has more lines than that is an answer of its own.
inline constexpr std::size_t lines_per_answer_max = 200;
inline constexpr std::size_t commits_per_answer_max = 500;         // looked at
inline constexpr std::size_t log_bytes_per_answer_max = 2u << 20;  // read, beyond one commit

/// Some of the log, the latest first.
struct ToldLog {
  std::vector<wire::LogLine> lines;
  std::optional<Seq> next_before;  // what came before this commit has not been looked at
};

struct LogQuestion {
  std::optional<PanelId> panel;  // absent: what is about any
  std::optional<Seq> before;     // absent: from the end on
};

/// Reads `log`, which may reach less far than `state` or further than `tail`, where that is, and tells nothing behind
/// either. None where it cannot be read.
[[nodiscard]] std::optional<ToldLog> tell_log(journal::Journal& log, const council::State& state, Seq tail,
                                              const LogQuestion& question);

}  // namespace rostrum::chamber
