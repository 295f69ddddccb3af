// Real nodes that serve one session together, over real Redis servers, on which rostrumctl has begun its log.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "client/client.hpp"
#include "integration/support/redis_process.hpp"
#include "integration/support/server_process.hpp"

namespace rostrum::test {

/// Runs rostrumctl to its end.
[[nodiscard]] Ended rostrumctl(const std::string& arguments);

class RedisServers {
 public:
  /// So many, each set up as it has to be.
  explicit RedisServers(std::size_t count);

  [[nodiscard]] RedisProcess& operator[](std::size_t number) { return *servers_.at(number); }
  [[nodiscard]] std::size_t count() const { return servers_.size(); }
  /// As --journal has it.
  [[nodiscard]] std::string list() const;

 private:
  std::vector<std::unique_ptr<RedisProcess>> servers_;
};

class Nodes {
 public:
  /// Begins a log on `servers` Redis servers and starts `nodes` nodes, "a", "b" and so on.
  Nodes(std::size_t nodes, std::size_t servers, std::string clock = "2005-11-29T14:55+01:00,1");

  [[nodiscard]] ServerProcess& operator[](std::size_t number) { return *nodes_.at(number); }
  [[nodiscard]] std::size_t count() const { return nodes_.size(); }
  /// What the node of that number is started with.
  [[nodiscard]] ServerOptions options(std::size_t number) const;
  [[nodiscard]] std::string secret() const { return (around_.path() / "secret").string(); }

  RedisServers redis;

 private:
  Folder around_;
  std::vector<std::unique_ptr<ServerProcess>> nodes_;
};

/// A client at that node, as soon as it lets it in.
[[nodiscard]] std::unique_ptr<client::Client> signed_in_at(const ServerProcess& node, const std::string& who,
                                                           client::Store held = {});

/// Acts, and is acknowledged, however often it has to ask since it is not known what became of it: under one id, and on
/// a new line where the node is away, which is what a client does.
[[nodiscard]] v1::Ack must_in_the_end(client::Client& client, v1::Command command);

}  // namespace rostrum::test
