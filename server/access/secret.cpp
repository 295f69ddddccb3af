#include "access/secret.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/assert.hpp"

namespace rostrum::access {

void fill_at_random(std::span<std::uint8_t> bytes) {
  ROSTRUM_ASSERT(sodium_init() >= 0);
  randombytes_buf(bytes.data(), bytes.size());
}

namespace {

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] bool open() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

std::string cannot(std::string_view what, const std::string& path) {
  return fmt::format("cannot {} {}: {}", what, path, std::strerror(errno));
}

/// Why the open `file` is no secret of ours; none where it may be one.
std::optional<std::string> unfit(const File& file, const std::string& path) {
  struct stat status{};
  if (::fstat(file.descriptor(), &status) != 0) return cannot("look at", path);
  if (!S_ISREG(status.st_mode)) return fmt::format("{} is not a file", path);
  if (status.st_uid != ::geteuid()) return fmt::format("{} belongs to another user", path);
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return fmt::format("others than its owner can use {} (mode {:04o}): remove it to make new codes, or chmod 600 "
                       "where nobody can have read it",
                       path, static_cast<unsigned>(status.st_mode & 07777u));
  if (status.st_size != static_cast<off_t>(secret_bytes))
    return fmt::format("{} has {} bytes, a secret has {}", path, status.st_size, secret_bytes);
  return std::nullopt;
}

bool write_whole(int descriptor, const std::array<std::uint8_t, secret_bytes>& bytes) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const auto count = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    written += static_cast<std::size_t>(count);
  }
  return ::fsync(descriptor) == 0;
}

bool make_name_durable(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  const File file(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return file.open() && ::fsync(file.descriptor()) == 0;
}

/// Makes the file under another name and links it, which never replaces one that is there; why not, where it fails.
std::optional<std::string> create(const std::string& path) {
  std::string draft = path + ".XXXXXX";
  const File file(::mkostemp(draft.data(), O_CLOEXEC));  // mode 0600
  if (!file.open()) return cannot("make", draft);
  std::array<std::uint8_t, secret_bytes> bytes{};
  fill_at_random(bytes);
  std::optional<std::string> why;
  if (!write_whole(file.descriptor(), bytes))
    why = cannot("write", draft);
  else if (::link(draft.c_str(), path.c_str()) != 0 && errno != EEXIST)
    why = cannot("make", path);
  sodium_memzero(bytes.data(), bytes.size());
  ::unlink(draft.c_str());
  if (!why && !make_name_durable(path)) why = cannot("make durable", path);
  return why;
}

}  // namespace

Result<Secret, std::string> Secret::load(const std::string& path) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file.open()) return failure(cannot("read", path));
  if (auto why = unfit(file, path)) return failure(std::move(*why));
  Secret secret;
  if (::read(file.descriptor(), secret.bytes_.data(), secret_bytes) != static_cast<ssize_t>(secret_bytes))
    return failure(cannot("read", path));
  return secret;
}

Result<Secret, std::string> Secret::load_or_create(const std::string& path) {
  if (::access(path.c_str(), F_OK) != 0 && errno == ENOENT)
    if (auto why = create(path)) return failure(std::move(*why));
  return load(path);
}

Secret::~Secret() { sodium_memzero(bytes_.data(), bytes_.size()); }

Digest Secret::hmac(std::string_view message) const {
  static_assert(secret_bytes == crypto_auth_hmacsha256_KEYBYTES &&
                std::tuple_size_v<Digest> == crypto_auth_hmacsha256_BYTES);
  Digest digest{};
  crypto_auth_hmacsha256(digest.data(), reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                         bytes_.data());
  return digest;
}

Secret sealing_key(const Secret& secret, const SessionId& session) {
  return Secret(secret.hmac("rostrum nodes\n" + session.value));
}

}  // namespace rostrum::access
