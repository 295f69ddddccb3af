// Who follows a session at its other nodes, as these tell, and what this one tells them: which delegations at once,
// since a command may rest on it that comes next, and all devices each second. A node that tells nothing any more has
// nobody.
//
// Touched by the hall's strand only.
#pragma once

#include <functional>
#include <map>

#include "gateway/session.hpp"
#include "wire/node_message.hpp"

namespace rostrum::gateway {

inline constexpr Millis here_told_every = seconds(1);
inline constexpr Millis neighbour_forgotten_after = seconds(4);

class Neighbours {
 public:
  using Moment = Millis;  // of the machine's monotonic clock
  using Tell = std::function<void(wire::Here)>;

  /// `session` outlives it.
  Neighbours(Session& session, Tell tell);

  /// What another node tells.
  void heard(Moment now, const wire::Here& here);
  void tick(Moment now);

 private:
  struct Neighbour {
    std::uint64_t number = 0;
    Moment heard;
    council::Present delegations;
    std::map<SeatId, std::uint32_t> devices;
  };

  void tell_delegations();
  void unite();

  Session& session_;
  Tell tell_;
  std::optional<Moment> told_;
  std::map<wire::WriterName, Neighbour> neighbours_;
};

}  // namespace rostrum::gateway
