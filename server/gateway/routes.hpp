// What an HTTP request is answered with, as a value: the pages of the site, and what operators ask for. Pure but for
// what health and metrics read. The way to /ws is in http_session.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/site.hpp"
#include "ops/health.hpp"
#include "ops/metrics.hpp"

namespace rostrum::gateway {

struct Request {
  bool reads = true;  // GET or HEAD
  std::string_view target;
  std::optional<std::string_view> if_none_match;
  std::optional<std::string_view> accept_encoding = std::nullopt;
};

struct Reply {
  unsigned status = 200;
  std::string_view type = "text/plain; charset=utf-8";
  std::shared_ptr<const std::string> body;  // of a HEAD too: its length is told
  std::vector<std::pair<std::string_view, std::string>> headers;
};

[[nodiscard]] Reply answer(const Request& request, const Site& site, const ops::Health& health,
                           const ops::Metrics& metrics);

/// A reply of one line of text.
[[nodiscard]] Reply plain(unsigned status, std::string text);

/// The path of a target: what stands before the query.
[[nodiscard]] std::string_view path_of(std::string_view target);

/// Whether an If-None-Match names this ETag.
[[nodiscard]] bool names(std::string_view if_none_match, std::string_view etag);

}  // namespace rostrum::gateway
