#include "ledger/redis/credentials.hpp"

#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <unistd.h>

#include "access/private_file.hpp"

namespace rostrum::ledger::redis {

namespace {

constexpr std::string_view user_is = "user: ", password_is = "password: ";

Result<std::string, std::string> text_in(const access::PrivateFile& file, const std::string& path) {
  std::array<char, credentials_bytes_max + 1> bytes;
  std::size_t size = 0;
  while (size < bytes.size()) {
    const auto count = ::read(file.descriptor(), bytes.data() + size, bytes.size() - size);
    if (count < 0) return failure(access::cannot("read", path));
    if (count == 0) return std::string(bytes.data(), size);
    size += static_cast<std::size_t>(count);
  }
  return failure(fmt::format("{} is too long: expected {} bytes at most", path, credentials_bytes_max));
}

/// Takes the value of a line; or what was expected. Nothing of the line is said again: it may be a password.
std::optional<std::string_view> expected(std::string_view line, std::string_view name, std::string& value) {
  line.remove_prefix(name.size());
  if (!value.empty()) return "this only once";
  if (line.empty()) return "a text after the colon and the space";
  for (const char c : line)
    if (static_cast<unsigned char>(c) < ' ') return "no control character, such as a carriage return";
  if (name == user_is && line.find(' ') != std::string_view::npos) return "a name without spaces";
  value = line;
  return std::nullopt;
}

std::optional<std::string_view> expected(std::string_view line, Credentials& into) {
  if (line.starts_with(user_is)) return expected(line, user_is, into.user);
  if (line.starts_with(password_is)) return expected(line, password_is, into.password);
  return "'user: NAME' or 'password: TEXT'";
}

Result<Credentials, std::string> credentials_in(std::string_view text, const std::string& path) {
  Credentials found;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    if (const auto wanted = expected(text.substr(0, end), found))
      return failure(fmt::format("{}, line {}: expected {}", path, number, *wanted));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  if (found.password.empty()) return failure(fmt::format("{}: expected a line 'password: TEXT'", path));
  return found;
}

}  // namespace

Result<Credentials, std::string> credentials_of(const std::string& path) {
  const auto file = access::PrivateFile::open(path, "give the Redis servers' user another password");
  if (!file) return failure(file.error());
  return text_in(*file, path).and_then([&](const std::string& text) { return credentials_in(text, path); });
}

}  // namespace rostrum::ledger::redis
