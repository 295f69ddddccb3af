#include "faults/disk.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace rostrum::faults {

namespace {

constexpr auto size = "size=12m";  // many rounds of a hall's acts, and soon filled

void write_line(const char* path, const std::string& line) { std::ofstream(path) << line; }

std::string why(const char* what) { return std::string(what) + ": " + std::strerror(errno); }

}  // namespace

Result<void, std::string> enter_own_mounts() {
  const auto user = ::getuid();
  const auto group = ::getgid();
  if (::unshare(CLONE_NEWNS) != 0) {
    if (errno != EPERM || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
      return failure(why("a mount namespace of its own needs root, or a system that lets users have namespaces"));
    write_line("/proc/self/setgroups", "deny");
    write_line("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
    write_line("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
  }
  // In a chroot the root is no mount: those there stay as private as they were.
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 && errno != EINVAL)
    return failure(why("the mounts cannot be made private"));
  return {};
}

Result<SmallDisk, std::string> SmallDisk::mount(const std::filesystem::path& folder) {
  if (::mount("tmpfs", folder.c_str(), "tmpfs", 0, size) != 0) return failure(why("a tmpfs cannot be mounted"));
  return SmallDisk(folder);
}

SmallDisk::SmallDisk(std::filesystem::path folder) : folder_(std::move(folder)) {}
SmallDisk::SmallDisk(SmallDisk&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}

SmallDisk::~SmallDisk() {
  if (!folder_.empty()) ::umount2(folder_.c_str(), MNT_DETACH);
}

void SmallDisk::fill() const {
  const int file = ::open((folder_ / "filler").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  // Down to the last page: what a page lends is not taken.
  for (std::size_t block = 65'536; block >= 4'096; block /= 4) {
    const std::vector<char> bytes(block, 'x');
    while (::write(file, bytes.data(), block) == static_cast<ssize_t>(block)) continue;
  }
  ::close(file);
}

void SmallDisk::empty() const {
  std::error_code ignored;
  std::filesystem::remove(folder_ / "filler", ignored);
}

}  // namespace rostrum::faults
