// A file that only the user of this process may use: what is in it lets whoever reads it act for somebody else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace rostrum::access {

/// "cannot WHAT PATH: " and why, as errno has it.
[[nodiscard]] std::string cannot(std::string_view what, const std::string& path);

class PrivateFile {
 public:
  /// The file at `path`, to be read; or in words why it is none of this sort: not readable, no file but a link or a
  /// folder, of another user, or usable by others, with `cure` against what they may know of it by now.
  [[nodiscard]] static Result<PrivateFile, std::string> open(const std::string& path, std::string_view cure);

  /// Of an open file, which is closed with the value; below 0: none.
  explicit PrivateFile(int descriptor) : descriptor_(descriptor) {}
  ~PrivateFile();
  PrivateFile(PrivateFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}
  PrivateFile& operator=(PrivateFile&&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  int descriptor_;
  std::size_t size_ = 0;  // when it was opened
};

}  // namespace rostrum::access
