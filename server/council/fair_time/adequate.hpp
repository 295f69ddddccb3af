// Adequate time for Member States (T9): what a plan leaves to them, what is due to them, and whether an act may take
// from it. Pure, in whole seconds, exact.
#pragma once

#include <optional>
#include <vector>

#include "council/fair_time/fit.hpp"

namespace rostrum::council::fair_time {

/// What is to come of a list, and in which time. Instants are seconds from any one instant.
struct Plan {
  struct Statement {
    Seconds limit = 0;
    Seconds base = 0;  // what it may still want
    Permille use = 1000;
    bool member = false;
  };
  Seconds now = 0;
  Seconds end = 0;      // of the meeting or the panel
  Seconds reserve = 0;  // off the end, for replies and closing
  Seconds before = 0;   // the rest of the speech under way, and presenters still to come
  Seconds used_by_members = 0;
  bool list_open = false;
  std::vector<Statement> statements;  // in their order
};

/// What is reserved for Members: the minutes that are set, else the share of the panel's planned length, rounded down
/// to a whole minute.
[[nodiscard]] Seconds reserved(Seconds planned_length, Permille share, std::optional<std::int64_t> minutes);

/// What a plan leaves to Members: what they have used, their statements with the hand-overs to these as far as they lie
/// before the end of the floor, and while the list is open what nobody has asked for.
[[nodiscard]] Seconds time_of_members(const Plan& plan, Seconds hand_over);

/// What is reserved; on a closed list no more than Members have used and those who wait may want.
[[nodiscard]] Seconds due_to_members(const Plan& plan, Seconds reserved, Seconds hand_over);

/// What would give Members what is due, each by itself; none where it cannot.
struct Restored {
  std::optional<std::int64_t> extend_minutes;   // a later end, at most extend_minutes_most
  std::optional<std::int64_t> reserve_minutes;  // off the reserve
  std::optional<std::size_t> others_in_writing;
};
inline constexpr std::int64_t extend_minutes_most = 600;
[[nodiscard]] Restored what_restores(const Plan& plan, Seconds due, Seconds hand_over);

/// Whether an act that turns one plan into the other may be done.
struct Guarantee {
  Seconds before = 0;  // left to Members
  Seconds after = 0;
  Seconds due = 0;
  Seconds missing = 0;
  bool accepted = false;             // it leaves what is due, or no less than before
  std::optional<Restored> restores;  // where something is missing
};
[[nodiscard]] Guarantee guarantee(const Plan& before, const Plan& after, Seconds reserved, Seconds hand_over);

}  // namespace rostrum::council::fair_time
