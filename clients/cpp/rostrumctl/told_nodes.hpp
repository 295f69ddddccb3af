// What a node tells of itself over HTTP, and what is not well with several.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::ctl {

/// A Redis server, as a node has it.
struct ToldServer {
  std::string server;
  std::string is;                              // "ready", or why it cannot be used in a word, such as "away"
  std::optional<std::uint64_t> behind;         // final commits that it is not known to hold: at the node that writes
  std::optional<std::uint64_t> synced_ms_ago;  // since it last had a commit on its disk: likewise

  [[nodiscard]] bool ready() const { return is == "ready"; }

  bool operator==(const ToldServer&) const = default;
};

struct ToldSession {
  std::string id;     // empty: it is the node's only one
  bool alone = true;  // the server serves it by itself
  bool writes = false;
  bool held = false;
  std::uint64_t term = 0;
  std::uint64_t last = 0;  // final commit
  std::vector<ToldServer> servers;

  bool operator==(const ToldSession&) const = default;
};

struct ToldNode {
  std::string url;
  std::string unreached;              // why nothing below is known; empty: it is
  std::vector<std::string> troubles;  // why it is not ready, a line each; empty: it is
  std::vector<ToldSession> sessions;
};

/// From the text of /metrics.
[[nodiscard]] std::vector<ToldSession> sessions_of(std::string_view metrics);

/// What is not well with the nodes, a phrase each; empty: all is well.
[[nodiscard]] std::vector<std::string> not_well(const std::vector<ToldNode>& nodes);

/// "writes", "follows", or "alone".
[[nodiscard]] std::string_view role_of(const ToldSession& session);

}  // namespace rostrum::ctl
