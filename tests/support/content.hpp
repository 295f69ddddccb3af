// What a file holds. Needs no test framework, so that programs that tests start have it too.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace rostrum::test {

/// All bytes of `file`; none where it cannot be read. In large pieces: an iterator over its characters takes most of
/// the time of a test that reads much.
[[nodiscard]] inline std::string content_of(const std::filesystem::path& file) {
  std::ostringstream all;
  all << std::ifstream(file, std::ios::binary).rdbuf();
  return std::move(all).str();
}

}  // namespace rostrum::test
