// A process to which things happen: it can be killed, stopped, let go on, ended in order and started again. It ends
// with the value, by its process id. Nothing here waits but `ended_in_order` and `kill_hard`, for an end that comes.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "base/result.hpp"

namespace rostrum::faults {

struct Start {
  std::vector<std::string> words;             // the first is the program, by its path or as PATH finds it
  std::filesystem::path log;                  // what it says on standard error is added to this file
  std::filesystem::path folder = {};          // that it starts in; empty: this process's
  std::vector<std::string> environment = {};  // NAME=VALUE, beside this process's
};

class Process {
 public:
  Process() = default;
  /// Kills it where it still runs.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// Why not, where it cannot be started.
  [[nodiscard]] Result<void, std::string> start(const Start& start);
  /// All that it has said on standard output since it was started.
  [[nodiscard]] const std::string& said();
  [[nodiscard]] bool runs() const { return pid_ > 0; }
  [[nodiscard]] pid_t pid() const { return pid_; }

  /// Whether it has ended without having been told to by this value.
  [[nodiscard]] bool ended_by_itself();
  /// Whether it has ended, however; it is not forgotten yet.
  [[nodiscard]] bool is_over() const;
  /// SIGKILL, unless somebody else has sent it. Whether that was what ended it: false where it had ended before, by
  /// itself.
  [[nodiscard]] bool kill_hard();
  /// Where it runs.
  void freeze() const;
  void thaw() const;
  void tell_to_end() const;
  /// Waits for its end with status 0, which it was told to; false where it ends otherwise or not in time, and it is
  /// killed then.
  [[nodiscard]] bool ended_in_order(std::chrono::milliseconds within);

 private:
  void forget();

  pid_t pid_ = -1;
  int out_ = -1;
  std::string said_;
};

/// The last lines of a log, for whoever reads why a round has failed.
[[nodiscard]] std::string last_lines_of(const std::filesystem::path& log);

}  // namespace rostrum::faults
