// A balancer before real nodes: haproxy or nginx with what deploy/ has for it, at a port of loopback.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <sys/types.h>

#include "client/client.hpp"
#include "integration/support/nodes.hpp"

namespace rostrum::test {

class Balancer {
 public:
  enum class Of : std::uint8_t { haproxy, nginx };

  /// How long a node may be silent: as it is deployed, or so long that a slow machine alone takes no node away.
  enum class Waits : std::uint8_t { as_deployed, for_long };
  /// Starts it, and waits until it lets through to a node.
  Balancer(Of of, Nodes& nodes, Waits waits = Waits::as_deployed);
  ~Balancer();
  Balancer(const Balancer&) = delete;
  Balancer& operator=(const Balancer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }

 private:
  Folder folder_;
  std::uint16_t port_;
  pid_t pid_ = -1;
  int out_descriptor_ = -1;
};

}  // namespace rostrum::test
