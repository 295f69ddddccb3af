// Holds what clients were told against the log in the data folder, read directly: no acknowledged act is lost, none
// stands there twice, each stands where its Ack said, none that was refused stands there, nobody was answered about
// what was never sent, and what the log adds up to is what the clients saw.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "faults/views.hpp"
#include "robots/notes.hpp"

namespace rostrum::faults {

struct ActInLog {
  std::uint64_t seq = 0;
  std::uint32_t index = 0;
};

/// By seat and command id.
using Log = std::map<std::pair<std::string, std::string>, ActInLog>;

/// Where several nodes serve the session, a refusal says nothing about a copy that was sent over another line before:
/// it may lie in a node that stands still (docs/protocol.md#exactly-once).
enum class Nodes : std::uint8_t { one, several };

/// What was told and is not so, in sentences. `log` has every act once.
[[nodiscard]] std::vector<std::string> untrue(const robots::Notes& notes, const Log& log, Nodes nodes = Nodes::one);

/// What is wrong with the way in which a client lost its connection, in words; empty where a fault may have done it. A
/// server that is killed, frozen or slow cuts connections; it never sends what is out of turn or no frame, and turns
/// nobody away who kept to the protocol.
[[nodiscard]] std::string wrong_end(const client::Failure& failed);

struct LogRead {
  Log acts;
  std::uint64_t tail = 0;
  std::vector<std::string> wrong;  // acts that stand there twice, and views at `seen_at` that do not follow from it
};

/// Reads the journal in `data` to its end, each commit chained to the one before. At commit `seen_at` the log's own
/// projection is held against what each audience saw. The failure names the commit that cannot be read.
[[nodiscard]] Result<LogRead, std::string> read_log(const std::filesystem::path& data, const Views& views,
                                                    std::uint64_t seen_at);

}  // namespace rostrum::faults
