// Processes that are measured: started with their output kept, ended by their id, and what the system says they took.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "load/loop.hpp"
#include "support/folder.hpp"

namespace rostrum::load {

using test::Folder;

class Process {
 public:
  /// Starts `words`, the first of which is the program, with its errors kept in the file `errors`. It ends with the
  /// value, and with this process however that ends.
  Process(const std::vector<std::string>& words, const std::filesystem::path& errors);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// Waits for a line on its standard output that begins like that, and gives the rest of that line. Throws with what
  /// it said on standard error where it ends before, or takes longer than a minute.
  std::string wait_for(const std::string& beginning);
  /// The same, until it has said this somewhere.
  void wait_until_said(const std::string& part);

  /// SIGTERM, and a kill where it does not end within some seconds.
  void stop();
  /// Sends it a signal, and waits for nothing.
  void signal(int number) const;
  /// Waits until it has ended; a kill where it does not within some seconds.
  void wait_for_end();

  [[nodiscard]] pid_t id() const { return id_; }
  /// What it has said on standard error.
  [[nodiscard]] std::string errors() const;

 private:
  void read_more(Nanos until);

  pid_t id_ = -1;
  int output_ = -1;
  std::string said_;
  std::filesystem::path errors_;
};

/// Processor time that all threads of a process have had, in nanoseconds.
[[nodiscard]] Nanos processor_time(pid_t process);
/// Of this process.
[[nodiscard]] Nanos processor_time();

/// What of a process is in memory, in bytes.
[[nodiscard]] std::uint64_t resident_bytes(pid_t process);

/// Lets this process and its children open that many files. Throws where the system does not allow so many.
void need_open_files(std::uint64_t count);

}  // namespace rostrum::load
