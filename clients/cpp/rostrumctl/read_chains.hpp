// The logs that are held against each other: of data folders and exports, which are read as they are, and of Redis
// servers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chains.hpp"
#include "held_logs.hpp"

namespace rostrum::ctl {

struct ReadChain {
  Chain chain;
  std::optional<SessionId> session;  // that its first commit is of
};

/// Of the journal in the data folder `path`, or in the file of that name that `export` has written. It may be written
/// to meanwhile.
[[nodiscard]] ReadChain chain_of(const std::string& path);

struct ServerChain {
  Chain chain;
  HeldLog held;
};
/// Of each server of `talk`, in their order.
[[nodiscard]] std::vector<ServerChain> chains_of(Talk& talk);

}  // namespace rostrum::ctl
