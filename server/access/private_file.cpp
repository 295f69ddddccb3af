#include "access/private_file.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rostrum::access {

std::string cannot(std::string_view what, const std::string& path) {
  return fmt::format("cannot {} {}: {}", what, path, std::strerror(errno));
}

PrivateFile::~PrivateFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<PrivateFile, std::string> PrivateFile::open(const std::string& path, std::string_view cure) {
  PrivateFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (file.descriptor_ < 0) return failure(cannot("read", path));
  struct stat status{};
  if (::fstat(file.descriptor_, &status) != 0) return failure(cannot("look at", path));
  if (!S_ISREG(status.st_mode)) return failure(fmt::format("{} is not a file", path));
  if (status.st_uid != ::geteuid()) return failure(fmt::format("{} belongs to another user", path));
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return failure(fmt::format("others than its owner can use {} (mode {:04o}): {}, or chmod 600 where nobody can have "
                               "read it",
                               path, static_cast<unsigned>(status.st_mode & 07777u), cure));
  file.size_ = static_cast<std::size_t>(status.st_size);
  return file;
}

}  // namespace rostrum::access
