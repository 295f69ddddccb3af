// A real server for a test: the built binary on a data folder of its own, on a free port of loopback. It ends with the
// value, by its process id. Its output is shown where a test fails.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "support/folder.hpp"

namespace rostrum::test {

/// The Council programme with one thing changed in its text, in a folder of its own with the roster.
class ChangedProgramme {
 public:
  /// Puts `to` in the place of `from`, which has to stand there.
  ChangedProgramme(const std::string& from, const std::string& to);

  [[nodiscard]] std::string path() const { return (folder_.path() / "council-2005.yaml").string(); }

 private:
  Folder folder_;
};

struct ServerOptions {
  std::string programme = ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml";
  std::string clock = "2005-11-29T14:55+01:00,1";  // empty: none
  std::string limits = {};
  std::vector<std::string> more = {};
  std::vector<std::string> under = {};  // the command that runs the server, where one does: it has to become it
};

/// How a process ended, and all it said.
struct Ended {
  int status = -1;  // exit status; -1 where a signal ended it
  std::string out;
  std::string err;
};

/// Runs the server where it is not expected to become ready, until it ends.
[[nodiscard]] Ended run_server(const std::filesystem::path& data, const ServerOptions& options,
                               const std::string& listen = "127.0.0.1:0");

class ServerProcess {
 public:
  /// Starts it and waits until it is ready.
  explicit ServerProcess(ServerOptions options = {});
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] const std::filesystem::path& data() const { return data_.path(); }
  /// What it said on standard output until it was ready, and perhaps more.
  [[nodiscard]] const std::string& out() const { return out_; }

  /// The file that it writes the sign-ins to.
  [[nodiscard]] std::filesystem::path sign_in_list() const { return around_.path() / "links.json"; }
  /// The code of a role's first seat ("chair", "display"), of a delegation's ("KE"), or of the one so named
  /// ("booth-fr"); of the first session, or of the one that is named.
  [[nodiscard]] std::string code(const std::string& who, const std::string& session = {}) const;

  /// SIGTERM; waits for the end.
  Ended stop();
  void send_stop() const;
  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] Ended wait();
  /// As a power cut would end it.
  void kill_hard();
  /// Starts it again, on the same data and the same port.
  void start();
  void start(ServerOptions options);

  /// The value of a line of /metrics; 0 where there is none.
  [[nodiscard]] std::uint64_t metric(const std::string& name_and_labels) const;

 private:
  Folder data_;
  Folder around_;  // the web client's folder, the sign-in list, the output
  ServerOptions options_;
  pid_t pid_ = -1;
  int out_descriptor_ = -1;
  std::string out_;
  std::uint16_t port_ = 0;
};

}  // namespace rostrum::test
