// The command line of the server.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gateway/limits.hpp"
#include "ledger/redis/reach.hpp"
#include "ops/clock_anchor.hpp"

namespace rostrum {

/// Sessions of one server: each has a writer's thread and a journal.
inline constexpr int sessions_max = 32;

/// What this server shares with others, which serve its sessions too: it is one node of several then.
struct Shared {
  ledger::redis::Reach servers;  // that hold the sessions' logs
  std::string node;              // its name, unlike the others'
  std::filesystem::path secret;  // the same one at all nodes
};

struct Options {
  std::string host;
  std::uint16_t port = 0;  // 0: a free one
  std::filesystem::path data;
  std::optional<Shared> shared;              // none: the journals in the data folder are all there is
  std::vector<std::string> programmes;       // one for each session
  std::optional<std::filesystem::path> web;  // none: no pages are served
  std::optional<ops::ClockStart> clock;
  std::optional<std::filesystem::path> sign_in_json;
  std::optional<std::string> url;  // where people reach the server; none: where it listens
  std::vector<std::string> origins;
  std::vector<std::string> elsewhere;  // origins of other nodes that serve the sessions too
  bool trust_forwarded = false;
  std::filesystem::path tls_certificate;  // empty: no TLS; together with the next
  std::filesystem::path tls_key;
  gateway::Limits limits;
  bool verbose = false;
};

/// The options, or the status to exit with: what there is to say has been said.
[[nodiscard]] std::variant<Options, int> options_of(int count, char** arguments);

/// "127.0.0.1", or "[::1]" as it stands in an address.
[[nodiscard]] std::string in_address(const std::string& host);

}  // namespace rostrum
