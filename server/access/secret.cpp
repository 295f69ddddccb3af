#include "access/secret.hpp"

#include <cerrno>
#include <filesystem>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include "access/private_file.hpp"
#include "base/assert.hpp"

namespace rostrum::access {

void fill_at_random(std::span<std::uint8_t> bytes) {
  ROSTRUM_ASSERT(sodium_init() >= 0);
  randombytes_buf(bytes.data(), bytes.size());
}

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  fill_at_random({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  return bytes;
}

namespace {

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
  const PrivateFile file(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return file.descriptor() >= 0 && ::fsync(file.descriptor()) == 0;
}

/// Makes the file under another name and links it, which never replaces one that is there; why not, where it fails.
std::optional<std::string> create(const std::string& path) {
  std::string draft = path + ".XXXXXX";
  const PrivateFile file(::mkostemp(draft.data(), O_CLOEXEC));  // mode 0600
  if (file.descriptor() < 0) return cannot("make", draft);
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
  const auto file = PrivateFile::open(path, "remove it to make new codes");
  if (!file) return failure(file.error());
  if (file->size() != secret_bytes)
    return failure(fmt::format("{} has {} bytes, a secret has {}", path, file->size(), secret_bytes));
  Secret secret;
  if (::read(file->descriptor(), secret.bytes_.data(), secret_bytes) != static_cast<ssize_t>(secret_bytes))
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
