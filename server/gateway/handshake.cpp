#include "gateway/handshake.hpp"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace rostrum::gateway {

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// The address of this family that `text` is, as it is usually written; none where it is none.
std::optional<std::string> address_of(int family, std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  in6_addr address{};  // the larger of the two
  if (::inet_pton(family, std::string(text).c_str(), &address) != 1) return std::nullopt;
  std::array<char, INET6_ADDRSTRLEN> written{};
  return std::string(::inet_ntop(family, &address, written.data(), INET6_ADDRSTRLEN));
}

struct Parts {
  std::string scheme;
  std::string authority;  // host[:port], lower case
};

std::optional<Parts> parts_of(std::string_view origin) {
  const auto colon = origin.find("://");
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const auto authority = origin.substr(colon + 3);
  if (authority.empty() || authority.find_first_of("/?#@\\\"<> \t") != std::string_view::npos) return std::nullopt;
  return Parts{lower(origin.substr(0, colon)), lower(authority)};
}

/// Browsers leave out the port of the scheme, in an Origin as in a Host.
std::string without_default_port(const std::string& scheme, std::string authority) {
  const std::string_view port = scheme == "https" ? ":443" : ":80";
  if (authority.ends_with(port)) authority.resize(authority.size() - port.size());
  return authority;
}

}  // namespace

bool is_origin(std::string_view origin) { return parts_of(origin).has_value(); }

bool origin_allowed(std::optional<std::string_view> origin, std::string_view host,
                    const std::vector<std::string>& allowed) {
  if (!origin) return true;
  const auto page = parts_of(*origin);
  if (!page) return false;
  const std::string from = without_default_port(page->scheme, page->authority);
  if (!host.empty() && from == without_default_port(page->scheme, lower(host))) return true;
  return std::any_of(allowed.begin(), allowed.end(), [&](const std::string& one) {
    const auto other = parts_of(one);
    return other && other->scheme == page->scheme && without_default_port(other->scheme, other->authority) == from;
  });
}

std::optional<std::string> forwarded_for(std::string_view value) {
  const auto comma = value.rfind(',');
  auto last = trimmed(comma == std::string_view::npos ? value : value.substr(comma + 1));
  if (last.starts_with('[')) {  // [IPv6], with a port or without
    const auto end = last.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    return address_of(AF_INET6, last.substr(1, end - 1));
  }
  if (std::ranges::count(last, ':') > 1) return address_of(AF_INET6, last);
  return address_of(AF_INET, last.substr(0, last.find(':')));
}

bool is_web_socket_key(std::string_view key) {
  constexpr std::size_t digits = 22;  // and two signs that fill up
  const auto is_digit = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
  };
  return key.size() == digits + 2 && key.ends_with("==") && std::ranges::all_of(key.substr(0, digits), is_digit);
}

std::string_view subprotocol(wire::Codec codec) {
  return codec == wire::Codec::protobuf ? "rostrum.v1.proto" : "rostrum.v1.json";
}

std::optional<wire::Codec> codec_of_offer(std::string_view offer) {
  while (true) {
    const auto comma = offer.find(',');
    const auto one = trimmed(offer.substr(0, comma));
    for (const auto codec : {wire::Codec::protobuf, wire::Codec::json}) {
      if (one == subprotocol(codec)) return codec;
    }
    if (comma == std::string_view::npos) return std::nullopt;
    offer = offer.substr(comma + 1);
  }
}

}  // namespace rostrum::gateway
