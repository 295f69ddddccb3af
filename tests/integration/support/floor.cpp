#include "integration/support/floor.hpp"

#include <cstdlib>
#include <fstream>

namespace rostrum::test {

nlohmann::json log_of(const ServerProcess& server) {
  const Folder around;
  const auto out = around.path() / "out";
  const std::string command = ROSTRUM_CTL " log --json --data " + server.data().string() + " >" + out.string();
  REQUIRE(std::system(command.c_str()) == 0);
  std::ifstream in(out);
  return nlohmann::json::parse(in);
}

}  // namespace rostrum::test
