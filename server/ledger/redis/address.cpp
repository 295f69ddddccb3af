#include "ledger/redis/address.hpp"

#include <algorithm>
#include <charconv>

namespace rostrum::ledger::redis {

namespace {

using namespace std::string_literals;

constexpr std::string_view over_tcp = "redis://", over_unix = "redis+unix://", over_tls = "rediss://";
constexpr std::size_t path_bytes_max = 107;  // of a unix socket

bool is_of_host(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == ':';
}

Result<std::string, std::string> host_of(std::string_view text) {
  const bool bracketed = text.starts_with('[') && text.ends_with(']');
  if (bracketed) text = text.substr(1, text.size() - 2);
  std::string host(text);
  std::ranges::transform(host, host.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  if (host.empty()) return failure("there is no host: expected redis://HOST:PORT"s);
  if (!std::ranges::all_of(host, is_of_host))
    return failure("the host has a character that none has: expected a name, an IPv4 address or [an IPv6 address]"s);
  if (!bracketed && host.find(':') != std::string::npos)
    return failure("the host has a colon: expected an IPv6 address in brackets, as in redis://[::1]:6379"s);
  return host;
}

Result<std::uint16_t, std::string> port_of(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port == 0)
    return failure("the port is '" + std::string(text) + "': expected a number from 1 to 65535");
  return port;
}

Result<Address, std::string> tcp_address_of(std::string_view rest, bool tls) {
  if (rest.find_first_of("/?#") != std::string_view::npos)
    return failure("something follows the port: expected redis://HOST:PORT and no more; the database is the first"s);
  const std::size_t colon = rest.rfind(':');
  if (colon == std::string_view::npos || rest.ends_with(']'))
    return failure("there is no port: expected redis://HOST:PORT"s);
  auto host = host_of(rest.substr(0, colon));
  if (!host) return failure(std::move(host.error()));
  auto port = port_of(rest.substr(colon + 1));
  if (!port) return failure(std::move(port.error()));
  return Address{.host = std::move(*host), .port = *port, .path = {}, .tls = tls};
}

Result<Address, std::string> unix_address_of(std::string_view path) {
  if (!path.starts_with('/')) return failure("there is no whole path: expected redis+unix:///PATH"s);
  if (path.size() > path_bytes_max)
    return failure("the path is too long: expected " + std::to_string(path_bytes_max) + " bytes at most");
  return Address{.host = {}, .port = 0, .path = std::string(path)};
}

Result<Address, std::string> address_of(std::string_view text) {
  if (text.empty()) return failure("there is nothing: expected redis://HOST:PORT"s);
  if (text.starts_with(over_unix)) return unix_address_of(text.substr(over_unix.size()));
  // What stands there is not said again: it may be a password.
  if (text.find('@') != std::string_view::npos)
    return failure("it has a user or a password: expected them in a file of their own, and redis://HOST:PORT here"s);
  if (text.starts_with(over_tls)) return tcp_address_of(text.substr(over_tls.size()), true);
  if (text.starts_with(over_tcp)) return tcp_address_of(text.substr(over_tcp.size()), false);
  return failure("it begins otherwise: expected redis://HOST:PORT"s);
}

std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> parts;
  for (std::size_t comma = 0; (comma = list.find(',')) != std::string_view::npos; list.remove_prefix(comma + 1))
    parts.push_back(list.substr(0, comma));
  parts.push_back(list);
  return parts;
}

/// One behind the first may leave out how it is reached: as that one is.
std::string like_the_first(std::string_view part, const std::vector<Address>& before) {
  const bool said = part.empty() || part.find("://") != std::string_view::npos;
  if (said || before.empty() || !before.front().path.empty()) return std::string(part);
  return std::string(before.front().tls ? over_tls : over_tcp) + std::string(part);
}

}  // namespace

std::string text_of(const Address& address) {
  if (!address.path.empty()) return std::string(over_unix) + address.path;
  const bool brackets = address.host.find(':') != std::string::npos;
  const std::string host = brackets ? '[' + address.host + ']' : address.host;
  return std::string(address.tls ? over_tls : over_tcp) + host + ':' + std::to_string(address.port);
}

Result<std::vector<Address>, std::string> addresses_of(std::string_view list) {
  std::vector<Address> addresses;
  for (const std::string_view part : parts_of(list)) {
    const std::string where = "address " + std::to_string(addresses.size() + 1) + " of the Redis servers: ";
    auto address = address_of(like_the_first(part, addresses));
    if (!address) return failure(where + address.error());
    if (std::ranges::find(addresses, *address) != addresses.end())
      return failure(where + text_of(*address) + " is there twice: expected another server");
    if (!addresses.empty() && address->tls != addresses.front().tls)
      return failure(where + text_of(*address) +
                     " differs from the others in TLS: expected rediss:// in all or in none");
    addresses.push_back(std::move(*address));
  }
  if (const std::size_t count = addresses.size(); count != 1 && count != 3 && count != 5)
    return failure("the Redis servers are " + std::to_string(count) + ": expected one, three or five");
  return addresses;
}

}  // namespace rostrum::ledger::redis
