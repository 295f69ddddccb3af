// Files of a programme for a test, in a folder of its own that goes with it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/assert.hpp"

namespace rostrum::programme {

class Files {
 public:
  Files() {
    std::string name = (std::filesystem::temp_directory_path() / "rostrum-programme-XXXXXX").string();
    ROSTRUM_ASSERT(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ~Files() { std::filesystem::remove_all(folder_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return path(name);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace rostrum::programme
