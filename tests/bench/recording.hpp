// What a server has sent, to be sent again byte for byte by the bare loop.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rostrum::bench {

/// Whole WebSocket frames, each string one or more of them.
struct Recording {
  std::string join;                  // all that a client is sent that was never there
  std::string resume;                // and one that stands where the server is
  std::vector<std::string> patches;  // from then on, one for each act
};

/// In the file every string stands behind its length, 4 bytes, the lowest first.
void write(const Recording& recording, const std::filesystem::path& path);

/// Ends the process where the file is none.
[[nodiscard]] Recording read_recording(const std::filesystem::path& path);

}  // namespace rostrum::bench
