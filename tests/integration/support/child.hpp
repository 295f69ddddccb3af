// A process that a test has started: what it says, and its end.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace rostrum::test {

struct Spawned {
  pid_t pid = -1;
  int out = -1;  // the reading end of its standard output
};

/// Starts a program, by its path or as PATH finds it. What it says on standard error is added to the file `err`.
[[nodiscard]] Spawned spawn(const std::vector<std::string>& words, const std::filesystem::path& err);

/// Reads a line's worth or more; false at the end, which a process's own end is too.
bool read_more(int descriptor, std::string& into);

/// The process's status once it has ended; it is killed where it does not.
int reaped(pid_t pid);

}  // namespace rostrum::test
