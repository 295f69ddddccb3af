// The server under faults: a process of the built binary on a data folder, which can be killed, stopped, let go on and
// started again on the same port. Nothing here waits but `ended_in_order`: whoever plays the hall asks until it is so.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "base/result.hpp"

namespace rostrum::faults {

struct ServerPlan {
  std::filesystem::path binary;
  std::filesystem::path programme;
  std::filesystem::path data;
  std::filesystem::path around;  // an existing folder for the sign-in list and what the server says
  std::string clock;
  std::string limits;
};

class Server {
 public:
  explicit Server(ServerPlan plan);
  /// Kills it where it still runs.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Starts the process; why not, where it cannot be.
  [[nodiscard]] Result<void, std::string> start();
  /// Whether it has said that it is ready since it was started.
  [[nodiscard]] bool ready();
  /// Whether it has ended without having been told to.
  [[nodiscard]] bool ended_by_itself();

  /// SIGKILL. Whether that was what ended it: false where it had ended before, by itself.
  [[nodiscard]] bool kill_hard();
  /// Where it runs.
  void freeze() const;
  void thaw() const;
  /// SIGTERM, and waits for its end with status 0; false where it ends otherwise or not in time, and it is killed then.
  [[nodiscard]] bool ended_in_order(std::chrono::milliseconds within);

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::filesystem::path sign_in_list() const { return plan_.around / "sign-ins.json"; }
  /// The last lines that it has said on standard error.
  [[nodiscard]] std::string last_words() const;

 private:
  void forget();

  ServerPlan plan_;
  pid_t pid_ = -1;
  int out_ = -1;
  std::string said_;
  std::uint16_t port_ = 0;
};

}  // namespace rostrum::faults
