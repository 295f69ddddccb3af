#include "faults/http.hpp"

#include <charconv>

#include "client/http.hpp"

namespace rostrum::faults {

namespace {

Result<client::HttpAnswer, std::string> asked(std::uint16_t port, const std::string& path,
                                              std::chrono::milliseconds within) {
  return client::http_get({.port = port}, path, within);
}

}  // namespace

int http_status(std::uint16_t port, const std::string& path, std::chrono::milliseconds within) {
  const auto answer = asked(port, path, within);
  return answer ? static_cast<int>(answer->status) : 0;
}

std::uint64_t counted(std::uint16_t port, const std::string& series, std::chrono::milliseconds within) {
  const auto answer = asked(port, "/metrics", within);
  if (!answer) return 0;
  const std::string line = '\n' + series + ' ';
  const auto at = answer->body.find(line);
  std::uint64_t value = 0;
  if (at != std::string::npos)
    std::from_chars(answer->body.data() + at + line.size(), answer->body.data() + answer->body.size(), value);
  return value;
}

}  // namespace rostrum::faults
