// A question to a server over plain HTTP.
#pragma once

#include <chrono>
#include <string>

#include "base/result.hpp"
#include "client/address.hpp"

namespace rostrum::client {

struct HttpAnswer {
  unsigned status = 0;
  std::string body;
};

/// Asks for `path`; or why there is no answer, in words. A name is looked up at once, which may take longer.
[[nodiscard]] Result<HttpAnswer, std::string> http_get(const Address& address, const std::string& path,
                                                       std::chrono::milliseconds within);

}  // namespace rostrum::client
