// What stands between nodes and the Redis servers, and goes wrong there: lines that are cut or silent, requests that
// arrive late, and a node that is killed at a given point of a commit, which only who sees its requests can tell.
//
// Each node has doors of its own, a socket for each server in a folder of the node's; each line through one is a line
// to that server. All that comes is passed on message by message, as long as nothing is said here. The proxy has a
// thread of its own, since a node is killed at that very request; all calls are from the thread that made it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <sys/types.h>

#include "base/result.hpp"

namespace rostrum::faults {

/// What is between a node and a server.
enum class Between : std::uint8_t {
  open,
  silent,  // nothing passes, and nobody is told; what has come arrives once it is open again, if its line still stands
  shut,    // lines are ended, and none can be made
};

/// A point of a commit at which a node is killed: of the next one that it proposes.
struct Strike {
  enum class At : std::uint8_t {
    before_append,  // no server has been asked
    standing,       // it stands on these servers, and the node does not know that
    after_bell,     // it is final, and rung for by way of one server
  };
  At at = At::before_append;
  std::size_t node = 0;
  pid_t process = -1;
  std::set<std::size_t> on = {};  // where it stands at `standing`
};

class Proxy {
 public:
  /// `doors`, a folder for each node, exist; in them stand `redis-1` and so on, for the servers that listen at these
  /// sockets.
  Proxy(const std::vector<std::filesystem::path>& doors, const std::vector<std::filesystem::path>& servers);
  ~Proxy();
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;

  void set(std::size_t node, std::size_t server, Between between);
  /// From the next commit on that the node proposes, what it asks these servers for is kept so long, and then delivered
  /// whatever has become of the node: once for each server.
  void keep_next(std::size_t node, const std::set<std::size_t>& servers, std::chrono::milliseconds span);
  /// How many requests are being kept.
  [[nodiscard]] std::size_t keeps() const;
  /// How many requests have been kept and then delivered.
  [[nodiscard]] std::size_t delivered_late() const;

  void strike(const Strike& strike);
  /// Whether it has struck: the process has been sent SIGKILL, and nothing that it sent before passes any more.
  [[nodiscard]] bool has_struck() const;

 private:
  class Lines;
  std::unique_ptr<Lines> lines_;
};

/// The name of a server's door.
[[nodiscard]] std::string door_of(std::size_t server);

}  // namespace rostrum::faults
