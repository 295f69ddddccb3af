// The followers of a run: they come, go and are waited for together, and acts are sent to them.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "load/actor.hpp"
#include "load/deliveries.hpp"
#include "load/follower.hpp"
#include "load/hall.hpp"

namespace rostrum::load {

/// What a run took: of the clock, of the server's processor time where it is ours, and of our own.
struct Usage {
  Nanos wall = 0;
  Nanos server = 0;
  Nanos loader = 0;
};

/// Reads what has been taken since it was made.
class Meter {
 public:
  explicit Meter(std::optional<pid_t> server);
  [[nodiscard]] Usage read() const;

 private:
  std::optional<pid_t> server_;
  Usage before_;
};

class Crowd {
 public:
  /// `size` followers, whose sign-ins are `codes` in turn.
  Crowd(Loop& loop, Address address, Codec codec, const std::vector<std::string>& codes, std::size_t size,
        Deliveries& deliveries);

  /// From now on what they get is counted there.
  void count_in(Deliveries& deliveries);

  /// Each comes when some before it follow: no more than a few dozen are on their way at once. Throws where they do not
  /// come.
  void come_in_turn();
  /// All at once, once they have left; each is there when it stands at `there_at`. Gives how long each took, from now
  /// on. Throws where not all come within a minute or two.
  Spread come_at_once(bool with_position, std::uint64_t there_at);
  void leave();

  /// Acts for `seconds`, and waits until everyone has everything: the next as soon as all have the last, or `rate` acts
  /// a second, each at its own instant whatever became of the others. `every_second` is called so often where it is
  /// set.
  void follow_acts(Actor& actor, double seconds, std::optional<double> rate,
                   const std::function<void()>& every_second = {});
  /// Waits until all stand at `seq`; what is still missing after half a minute is counted so.
  void wait_for(std::uint64_t seq);

  [[nodiscard]] std::vector<std::unique_ptr<Follower>>& followers() { return followers_; }
  [[nodiscard]] std::uint64_t bytes_received() const;
  /// So many of them were sent what they had missed when they came back.
  [[nodiscard]] std::size_t resumed() const;

 private:
  Loop& loop_;
  const Address address_;
  Deliveries* deliveries_;
  std::vector<std::unique_ptr<Follower>> followers_;
};

}  // namespace rostrum::load
