#include "faults/server.hpp"

#include <string_view>

namespace rostrum::faults {

namespace {

constexpr std::string_view ready_line = "Rostrum is ready at http://127.0.0.1:";

}  // namespace

Result<void, std::string> Server::start() {
  std::vector<std::string> words{plan_.binary,    "--listen",       "127.0.0.1:" + std::to_string(port_),
                                 "--data",        plan_.data,       "--programme",
                                 plan_.programme, "--sign-in-json", sign_in_list()};
  if (!plan_.clock.empty()) words.insert(words.end(), {"--clock", plan_.clock});
  if (!plan_.limits.empty()) words.insert(words.end(), {"--limits", plan_.limits});
  words.insert(words.end(), plan_.more.begin(), plan_.more.end());
  return process_.start(
      {.words = std::move(words), .log = log(), .folder = plan_.folder, .environment = plan_.environment});
}

bool Server::ready() {
  const std::string& said = process_.said();
  const auto at = said.find(ready_line);
  if (at == std::string::npos || said.find('\n', at) == std::string::npos) return false;
  port_ = static_cast<std::uint16_t>(std::stoi(said.substr(at + ready_line.size())));
  return true;
}

bool Server::ended_in_order(std::chrono::milliseconds within) {
  tell_to_end();
  return process_.ended_in_order(within);
}

}  // namespace rostrum::faults
