// A small disk of its own for a data folder, which can be filled and emptied: a tmpfs, in a mount namespace of this
// process (and of the servers it starts), so that nothing is left mounted however it ends.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace rostrum::faults {

/// Goes into a mount namespace of its own: as root, or else in a user namespace, where the system lets users have one.
/// To be called once, before the process has a second thread; or why it cannot.
[[nodiscard]] Result<void, std::string> enter_own_mounts();

class SmallDisk {
 public:
  /// Mounts at `folder`, which exists.
  [[nodiscard]] static Result<SmallDisk, std::string> mount(const std::filesystem::path& folder);
  ~SmallDisk();
  SmallDisk(SmallDisk&& other) noexcept;
  SmallDisk& operator=(SmallDisk&&) = delete;

  /// Writes a file until there is no room; then `empty` removes it.
  void fill() const;
  void empty() const;

 private:
  explicit SmallDisk(std::filesystem::path folder);
  std::filesystem::path folder_;
};

}  // namespace rostrum::faults
