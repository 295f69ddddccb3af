// Three nodes that serve one session over three Redis servers, with a proxy between: all real processes, each of which
// is to be up, to stand still or to be down, as it was told here. One that ends by itself is found by that.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "faults/disk.hpp"
#include "faults/proxy.hpp"
#include "faults/redis_server.hpp"
#include "faults/server.hpp"
#include "support/folder.hpp"

namespace rostrum::faults {

inline constexpr std::size_t nodes = 3;
inline constexpr std::size_t servers = 3;

struct Programs {
  std::filesystem::path rostrum;
  std::filesystem::path rostrumctl;
  std::filesystem::path jumping_clock;  // the library tests/faults/jumping_clock.cpp
  std::filesystem::path before = {};    // an older rostrum, which a rolling restart upgrades; empty: none
};

struct WorldPlan {
  Programs programs;
  std::filesystem::path programme;
  std::filesystem::path folder;  // exists; for this world alone
  std::string clock;
  std::string limits;
  bool jumping_clocks = false;                // of the nodes
  std::optional<std::size_t> disk_of_server;  // which is small, and can be filled
  std::optional<std::size_t> disk_of_node;
};

class World {
 public:
  enum class Is : std::uint8_t { down, up, frozen };

  explicit World(const WorldPlan& plan);

  /// Mounts the small disk, where there is one, and starts the servers.
  [[nodiscard]] Result<void, std::string> start_servers();
  [[nodiscard]] bool servers_are_ready() const;
  /// Begins the session's log on the servers, which are ready.
  [[nodiscard]] Result<void, std::string> begin_log() const;

  // ---- nodes
  [[nodiscard]] Result<void, std::string> start_node(std::size_t node);
  [[nodiscard]] bool node_is_ready(std::size_t node) { return nodes_[node]->ready(); }
  /// False: it had ended before, by itself.
  [[nodiscard]] bool kill_node(std::size_t node);
  void freeze_node(std::size_t node);
  void thaw_node(std::size_t node);
  /// It is about to be ended: by the proxy, or in order.
  void expect_end_of_node(std::size_t node) { node_is_[node] = Is::down; }
  [[nodiscard]] Server& node(std::size_t node) { return *nodes_[node]; }
  /// From its next start on it is of the version under test.
  void upgrade_node(std::size_t node) { nodes_[node]->becomes(plan_.programs.rostrum); }
  [[nodiscard]] Is node_is(std::size_t node) const { return node_is_[node]; }
  /// By so much its machine's clock is another from now on, where it is one that jumps.
  void set_clock(std::size_t node, std::chrono::seconds by) const;

  // ---- servers
  [[nodiscard]] Result<void, std::string> start_server(std::size_t server);
  [[nodiscard]] bool kill_server(std::size_t server);
  void freeze_server(std::size_t server);
  void thaw_server(std::size_t server);
  void expect_end_of_server(std::size_t server) { server_is_[server] = Is::down; }
  [[nodiscard]] RedisServer& server(std::size_t server) { return *servers_[server]; }
  [[nodiscard]] Is server_is(std::size_t server) const { return server_is_[server]; }

  [[nodiscard]] Proxy& proxy() { return *proxy_; }
  [[nodiscard]] SmallDisk& disk() { return *disk_; }

  /// The first that has ended without having been told to, in words; none: all are as they are to be.
  [[nodiscard]] std::optional<std::string> ended_by_itself();
  /// What each has said last, for whoever reads why a round has failed.
  [[nodiscard]] std::vector<std::string> last_words() const;
  /// Keeps what stands on the small disk, which is gone with this value.
  void keep_disk() const;

 private:
  [[nodiscard]] std::filesystem::path folder_of(std::size_t node) const;
  [[nodiscard]] std::vector<std::string> options_of(std::size_t node) const;

  const WorldPlan plan_;
  test::Folder sockets_;  // with a short path
  std::optional<SmallDisk> disk_;
  std::array<std::unique_ptr<RedisServer>, servers> servers_;
  std::unique_ptr<Proxy> proxy_;
  std::array<std::unique_ptr<Server>, nodes> nodes_;
  std::array<Is, servers> server_is_{};
  std::array<Is, nodes> node_is_{};
};

[[nodiscard]] std::string name_of_node(std::size_t node);
/// As a node is given it.
[[nodiscard]] std::string address_of_door(std::size_t server);

}  // namespace rostrum::faults
