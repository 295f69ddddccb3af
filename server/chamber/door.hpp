// Who wants to follow a session, until they are let in or sent elsewhere. Where several nodes serve it, a client may
// have seen more at another one than is final here yet: it waits for that, so that nobody's picture ever goes back, but
// not for long.
//
// Touched by the hall's strand only.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/scheduler.hpp"
#include "chamber/audience.hpp"

namespace rostrum::chamber {

/// Why a client is not let in.
enum class NotLetIn : std::uint8_t {
  grant,      // it is not valid (Chamber::grant_is)
  elsewhere,  // another node can let it in: this one has not seen as much, or is out of touch
};
using LetIn = Result<Joined, NotLetIn>;

inline constexpr Millis ahead_waits_most = seconds(2);  // in real time

class Door {
 public:
  struct Knock {
    GrantId grant;
    wire::Codec codec{};
    std::optional<wire::Position> position;
    std::function<void(LetIn)> done;
  };
  /// How things are where somebody knocks.
  struct Here {
    std::string epoch;  // hexadecimal, as positions have it
    Seq seq;            // of the last commit that is final here
    bool only = true;   // nobody else has more
    bool out_of_touch = false;
    Instant now;  // by the clock of the alarms, which may lie behind the last act
    double speed = 1;
  };

  /// `again` is called when those who wait have waited for long enough; `scheduler` outlives it.
  Door(Scheduler& scheduler, std::function<void()> again) : scheduler_(scheduler), again_(std::move(again)) {}

  void knock(Knock knock) { waiting_.push_back({.knock = std::move(knock), .until = {}}); }
  [[nodiscard]] bool nobody_waits() const { return waiting_.empty(); }
  /// Sends away who cannot be let in, keeps who is ahead, and gives all others to `let_in`.
  void open(const Here& here, const std::function<void(const Knock&)>& let_in);

 private:
  struct Waiting {
    Knock knock;
    std::optional<Instant> until;  // once it was found to be ahead
  };

  Scheduler& scheduler_;
  std::function<void()> again_;
  std::vector<Waiting> waiting_;
  std::unique_ptr<Alarm> alarm_;
};

}  // namespace rostrum::chamber
