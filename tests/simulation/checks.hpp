// What must be true of a world, said in words where it is not: empty means that all is well. The log on the disk is the
// truth; everything else is compared with it.
#pragma once

#include <vector>

#include "council/state.hpp"
#include "simulation/client.hpp"
#include "wire/stored.hpp"

namespace rostrum::simulation {

/// The log, read as far as it goes and played as far as is asked for.
class Replica {
 public:
  explicit Replica(const Disk& disk) : disk_(disk) {}

  /// The state after commit `seq`, which is not before the one asked for last and is in the log.
  [[nodiscard]] const council::State& at(Seq seq);

 private:
  const Disk& disk_;
  council::State state_;
  Seq seq_;
};

using Clients = std::vector<std::unique_ptr<Client>>;

/// What each client holds is, at its position, what its audience may see, and all of it.
[[nodiscard]] std::string wrong_pictures(const Disk& disk, const Clients& clients);

/// As above, of what is private, and who is connected, where every client is at the log's end and nothing is under way.
[[nodiscard]] std::string wrong_at_rest(Node& node, const Clients& clients);

/// Every act that was acknowledged is in the log, once and where its Ack says; none is there twice; none whose only
/// copy was rejected is there; nobody was shown anything of a commit from the one on that made its code void.
[[nodiscard]] std::string wrong_answers(const Disk& disk, const Clients& clients);

}  // namespace rostrum::simulation
