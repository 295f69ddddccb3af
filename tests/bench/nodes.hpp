// Real nodes that serve one session together over real Redis servers, all on loopback and set up as they have to be, on
// which rostrumctl has begun the log. Everything ends with the value.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "load/hall.hpp"

namespace rostrum::bench {

class Redis {
 public:
  Redis();

  /// As --journal has it.
  [[nodiscard]] std::string name() const { return "redis://127.0.0.1:" + std::to_string(port_); }
  /// SIGTERM, and waits for its end; what it holds stays.
  void stop() { process_.reset(); }
  void start();

 private:
  load::Folder folder_;
  std::uint16_t port_;
  std::unique_ptr<load::Process> process_;
};

class Nodes {
 public:
  /// Begins a log on so many servers and starts so many nodes, which let `clients` in, and waits until all follow.
  Nodes(std::size_t nodes, std::size_t servers, std::size_t clients);

  [[nodiscard]] std::size_t count() const { return nodes_.size(); }
  [[nodiscard]] load::Address address(std::size_t number) const { return {.port = nodes_.at(number).port}; }
  [[nodiscard]] std::vector<load::Address> addresses() const;
  [[nodiscard]] pid_t process(std::size_t number) const { return nodes_.at(number).process->id(); }
  /// The session's, the same at every node.
  [[nodiscard]] const load::Hall& hall() const { return hall_; }

  /// The node that writes, once there is one and no more: its number.
  [[nodiscard]] std::size_t writer() const;
  /// How many nodes say now that nothing becomes final.
  [[nodiscard]] std::size_t held() const;

  /// Sends a node a signal, and waits for nothing.
  void signal(std::size_t number, int signal) { nodes_.at(number).process->signal(signal); }
  /// Waits for the end of a node that was sent one, starts it anew, and waits until it follows.
  void restart(std::size_t number);

  [[nodiscard]] Redis& redis(std::size_t number) { return *redis_.at(number); }
  /// Waits until every node uses that server.
  void wait_for_redis(std::size_t number) const;

 private:
  struct Node {
    std::uint16_t port = 0;
    std::unique_ptr<load::Process> process;
  };

  void begin_log();
  void start(std::size_t number);
  void wait_until_follows(std::size_t number) const;
  [[nodiscard]] std::uint64_t counted(std::size_t number, const std::string& series) const;
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }

  load::Folder folder_;
  std::size_t clients_;
  std::vector<std::unique_ptr<Redis>> redis_;
  std::string servers_;
  std::vector<Node> nodes_;
  load::Hall hall_;
};

}  // namespace rostrum::bench
