// The program append_until_killed as a child process: what it says, line by line, until it is killed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace rostrum::journal {

class Child {
 public:
  Child(const char* program, std::vector<std::string> arguments);
  ~Child();  // kills it where it still runs
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// The next whole line, waited for; nothing once the child has ended. A line cut short by the kill is none.
  [[nodiscard]] std::optional<std::string> line();

  /// SIGKILL, and waits for its end; it may have ended by itself. What it has said before can still be read.
  void kill();

  [[nodiscard]] pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  bool running_ = false;
  std::string unread_;
};

}  // namespace rostrum::journal
