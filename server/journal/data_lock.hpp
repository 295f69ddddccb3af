// One server process to a data directory: whoever holds the lock may write there. Programs that only read
// (rostrumctl) do without it.
//
// The lock is the kernel's (flock on the file `lock`), so it ends with the process, however that ends; the file stays
// and says which process holds it or held it last. Used by one thread.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "base/result.hpp"

namespace rostrum::journal {

class DataLock {
 public:
  /// Takes the lock of directory `dir` until the value is destroyed; or, in words, why not: another process has it
  /// (named by its pid), the directory is missing or is not writable.
  [[nodiscard]] static Result<DataLock, std::string> take(const std::filesystem::path& dir);

  DataLock(DataLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  DataLock& operator=(DataLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~DataLock();

 private:
  explicit DataLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace rostrum::journal
