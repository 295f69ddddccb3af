// An invariant that breaks stops the process rather than the truth: a restart replays the journal.
#pragma once

namespace rostrum {

/// Writes `what` with its place to standard error and aborts.
[[noreturn]] void invariant_broken(const char* what, const char* file, int line);

}  // namespace rostrum

#define ROSTRUM_ASSERT(condition)                                                  \
  do {                                                                             \
    if (!(condition)) ::rostrum::invariant_broken(#condition, __FILE__, __LINE__); \
  } while (false)
