#include "journal/data_lock.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace rostrum::journal {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

/// What the holder has written into the file: its pid, or nothing yet.
std::string holder(int descriptor) {
  std::array<char, 20> text{};
  const auto count = ::pread(descriptor, text.data(), text.size(), 0);
  std::string pid;
  for (ssize_t i = 0; i < count && text[static_cast<std::size_t>(i)] >= '0' && text[static_cast<std::size_t>(i)] <= '9';
       ++i) {
    pid += text[static_cast<std::size_t>(i)];
  }
  return pid.empty() ? "another process" : "process " + pid;
}

bool write_pid(int descriptor) {
  const auto pid = std::to_string(::getpid()) + "\n";
  return ::ftruncate(descriptor, 0) == 0 &&
         ::pwrite(descriptor, pid.data(), pid.size(), 0) == static_cast<ssize_t>(pid.size());
}

}  // namespace

Result<DataLock, std::string> DataLock::take(const std::filesystem::path& dir) {
  const auto path = dir / "lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return failure(path.string() + " cannot be opened: " + reason(errno));
  DataLock lock(descriptor);

  int taken = 0;
  do {
    taken = ::flock(descriptor, LOCK_EX | LOCK_NB);
  } while (taken != 0 && errno == EINTR);
  if (taken != 0 && errno == EWOULDBLOCK) {
    return failure(dir.string() + " is in use by " + holder(descriptor) + ", which holds " + path.string() +
                   ": one server at a time writes there");
  }
  if (taken != 0) return failure(path.string() + " cannot be locked: " + reason(errno));
  if (!write_pid(descriptor)) return failure(path.string() + " cannot be written: " + reason(errno));
  return lock;
}

DataLock::~DataLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace rostrum::journal
