#include "client/address.hpp"

#include <charconv>

namespace rostrum::client {

Result<Address, std::string> address_of(const std::string& url) {
  constexpr std::string_view scheme = "http://";
  const std::string wrong = '"' + url + "\" is not such as http://127.0.0.1:8080, the address that the server prints";
  if (!url.starts_with(scheme)) return failure(wrong);
  std::string rest = url.substr(scheme.size());
  while (rest.ends_with('/')) rest.pop_back();
  Address address{.host = rest, .port = 80};
  const auto bracket = rest.rfind(']');
  const auto colon = rest.rfind(':');
  if (colon != std::string::npos && (bracket == std::string::npos || colon > bracket)) {
    address.host = rest.substr(0, colon);
    const char* end = rest.data() + rest.size();
    const auto [read, error] = std::from_chars(rest.data() + colon + 1, end, address.port);
    if (error != std::errc() || read != end || address.port == 0) return failure(wrong);
  }
  if (address.host.starts_with('[') && address.host.ends_with(']'))
    address.host = address.host.substr(1, address.host.size() - 2);
  if (address.host.empty() || address.host.find('/') != std::string::npos) return failure(wrong);
  return address;
}

}  // namespace rostrum::client
