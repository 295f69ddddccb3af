// A real Redis server under faults, on a folder of its own and set up as a server of a log has to be: it can be killed,
// stopped, started again, and lose everything. Beside the nodes, its log is read and its settings are changed directly.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "faults/chain.hpp"
#include "faults/process.hpp"

namespace rostrum::faults {

class RedisServer {
 public:
  /// `data` and the socket's folder exist. The socket's path is short, as the system wants it.
  RedisServer(std::filesystem::path data, std::filesystem::path socket)
      : data_(std::move(data)),
        socket_(std::move(socket)) {}

  [[nodiscard]] Result<void, std::string> start();
  /// Whether it answers, with all that it had kept.
  [[nodiscard]] bool ready() const { return says({"PING"}) == "PONG"; }
  [[nodiscard]] Process& process() { return process_; }

  /// It has lost all that it held, and runs on.
  [[nodiscard]] bool forget() const { return says({"FLUSHALL"}) == "OK"; }
  /// Of what it had kept nothing is there when it is started again.
  void lose_its_disk() const;
  [[nodiscard]] bool set(const std::string& setting, const std::string& value) const {
    return says({"CONFIG", "SET", setting, value}) == "OK";
  }
  /// How long the session's log is at this server; 0 where it does not answer.
  [[nodiscard]] std::uint64_t length_of_log(const SessionId& session) const;
  /// The log that it holds, or why it cannot be read.
  [[nodiscard]] Result<Chain, std::string> log(const SessionId& session) const;

  [[nodiscard]] const std::filesystem::path& data() const { return data_; }
  [[nodiscard]] const std::filesystem::path& socket() const { return socket_; }
  [[nodiscard]] std::string last_words() const { return last_lines_of(log_file()); }

  /// Asks it: the answer in words; empty where none comes.
  [[nodiscard]] std::string says(const std::vector<std::string>& command) const;

 private:
  [[nodiscard]] std::filesystem::path log_file() const { return std::filesystem::path(data_) += ".log"; }

  std::filesystem::path data_;
  std::filesystem::path socket_;
  Process process_;
};

}  // namespace rostrum::faults
