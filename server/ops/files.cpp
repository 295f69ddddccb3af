#include "ops/files.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rostrum::ops {

namespace {

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

}  // namespace

Result<void, std::string> write_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
  std::string beside = path.string() + ".XXXXXX";
  const int descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
  if (descriptor < 0) return failure("cannot write " + path.string() + ": " + std::strerror(errno));
  const bool written = write_all(descriptor, bytes) && ::fchmod(descriptor, mode) == 0 && ::fsync(descriptor) == 0;
  const bool closed = ::close(descriptor) == 0;
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (!written || !closed || ::rename(beside.c_str(), path.c_str()) != 0 || !sync_folder(folder)) {
    const std::string why = std::strerror(errno);
    ::unlink(beside.c_str());
    return failure("cannot write " + path.string() + ": " + why);
  }
  return {};
}

}  // namespace rostrum::ops
