// The server under faults: a process of the built binary on a data folder, which can be killed, stopped, let go on and
// started again on the same port. Nothing here waits but `ended_in_order`: whoever plays the hall asks until it is so.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "faults/process.hpp"

namespace rostrum::faults {

struct ServerPlan {
  std::filesystem::path binary;
  std::filesystem::path programme;
  std::filesystem::path data;
  std::filesystem::path around;  // an existing folder for the sign-in list and what the server says
  std::string clock;             // empty: none is set
  std::string limits;
  std::vector<std::string> more = {};         // of its command line
  std::filesystem::path folder = {};          // that it starts in; empty: this process's
  std::vector<std::string> environment = {};  // NAME=VALUE, beside this process's
};

class Server {
 public:
  explicit Server(ServerPlan plan) : plan_(std::move(plan)) {}

  /// What its next start runs.
  void becomes(std::filesystem::path binary) { plan_.binary = std::move(binary); }
  /// Starts the process; why not, where it cannot be.
  [[nodiscard]] Result<void, std::string> start();
  /// Whether it has said that it is ready since it was started.
  [[nodiscard]] bool ready();
  /// Whether it has ended without having been told to.
  [[nodiscard]] bool ended_by_itself() { return process_.ended_by_itself(); }

  /// Whether it has ended, however; it is not forgotten yet.
  [[nodiscard]] bool is_over() const { return process_.is_over(); }
  /// SIGKILL. Whether that was what ended it: false where it had ended before, by itself.
  [[nodiscard]] bool kill_hard() { return process_.kill_hard(); }
  /// Where it runs.
  void freeze() const { process_.freeze(); }
  void thaw() const { process_.thaw(); }
  void tell_to_end() const { process_.tell_to_end(); }
  /// SIGTERM, and waits for its end with status 0; false where it ends otherwise or not in time, and it is killed then.
  [[nodiscard]] bool ended_in_order(std::chrono::milliseconds within);

  [[nodiscard]] pid_t pid() const { return process_.pid(); }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] const std::filesystem::path& data() const { return plan_.data; }
  [[nodiscard]] std::filesystem::path sign_in_list() const { return plan_.around / "sign-ins.json"; }
  /// What it says on standard error.
  [[nodiscard]] std::filesystem::path log() const { return plan_.around / "server.log"; }
  /// The last lines of that.
  [[nodiscard]] std::string last_words() const { return last_lines_of(log()); }

 private:
  ServerPlan plan_;
  Process process_;
  std::uint16_t port_ = 0;
};

}  // namespace rostrum::faults
