// What must be true of a world, said in words where it is not: empty means that all is well. What is final is the
// truth; everything else is compared with it.
#pragma once

#include <vector>

#include "council/state.hpp"
#include "simulation/client.hpp"
#include "simulation/servers.hpp"
#include "simulation/truth.hpp"
#include "wire/stored.hpp"

namespace rostrum::simulation {

/// The log, read as far as it goes and played as far as is asked for.
class Replica {
 public:
  explicit Replica(const Truth& truth) : truth_(truth) {}

  /// The state after commit `seq`, which is not before the one asked for last and is in the log.
  [[nodiscard]] const council::State& at(Seq seq);

 private:
  const Truth& truth_;
  council::State state_;
  Seq seq_;
};

using Clients = std::vector<std::unique_ptr<Client>>;

/// What each client holds is, at its position, what its audience may see, and all of it.
[[nodiscard]] std::string wrong_pictures(const Truth& truth, const Clients& clients);

/// As above, of what is private and of who is connected to `node`, where every client is at the log's end and nothing
/// is under way; and the node's own state.
[[nodiscard]] std::string wrong_at_rest(const Truth& truth, Node& node, const Clients& clients);

/// Every act that was acknowledged is in the log, once and where its Ack says; none is there twice; none whose only
/// copy was rejected is there; nobody was shown anything of a commit from the one on that made its code void.
[[nodiscard]] std::string wrong_answers(const Truth& truth, const Clients& clients);

/// Each server that is a member holds all that is final, and nothing else.
[[nodiscard]] std::string wrong_servers(const Truth& truth, const Servers& servers);

}  // namespace rostrum::simulation
