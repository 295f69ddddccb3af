// Limits that let all be heard in the time that is left, and what can be done where none do (T6); what a list as it
// stands comes to (T7). Pure, in whole seconds, exact. docs/time-allocation.md has it in words, with worked examples.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "council/fair_time/fraction.hpp"
#include "council/terms.hpp"

namespace rostrum::council::fair_time {

using Seconds = std::int64_t;

/// Of a limit, planned to be used: a thousandth each.
using Permille = std::int64_t;

/// No plan is given more than this: of either sign where it is an instant or what is left.
inline constexpr Seconds seconds_most = 1'000'000'000;
inline constexpr Permille use_most = 10'000;

/// What a chair can announce, and what the next speaker takes to begin.
struct Steps {
  Seconds minimum = 60;  // no limit is scaled below this, or below its base where that is less
  Seconds step = 5;
  Seconds hand_over = 15;  // before each statement
};

/// Every factor at which the limit of some base changes, ascending, from none of it to all of it.
[[nodiscard]] std::vector<Fraction> factors(std::vector<Seconds> bases, Seconds step);

/// An entry as it waits.
struct Planned {
  LimitOf kind = LimitOf::member;
  Seconds base = 0;  // the limit of its sort, from 1
  Permille use = 1000;
  std::optional<Seconds> fixed = {};  // a limit set by hand, or told to one of the next two: it is not scaled
  bool member = false;                // a statement of a Member State, or of a group of them
};

/// The base limit under a factor from 0 to 1: itself at 1; below, rounded down to the step, and never under the smaller
/// of base and minimum.
[[nodiscard]] Seconds limit_at(Seconds base, const Fraction& factor, const Steps& steps);

/// What a statement takes of the time that is left: of its limit what is planned to be used, rounded up, and the
/// hand-over.
[[nodiscard]] Seconds cost(Seconds limit, Permille use, const Steps& steps);

/// What can be done where even the least limits do not fit: each by itself, with its numbers.
struct Choices {
  struct Lot {
    bool among_members = false;  // else among the others, where all Members fit
    std::size_t drawn = 0;       // places that hold whoever is drawn
    std::size_t of = 0;
  };
  struct Writing {
    std::size_t last = 0;
    std::size_t of_them_members = 0;
  };
  std::int64_t extend_minutes = 0;           // for those still expected too
  std::optional<Seconds> short_once_closed;  // what is still short once the list is closed; none where it is
  std::size_t places_given_up = 0;           // by closing it
  Lot lot;
  Writing in_writing;  // from the end of the list as it stands
  Writing in_writing_others_first;
};

/// Limits in the order of the entries.
struct Fitted {
  Fraction factor;
  std::vector<Seconds> limits;
  std::map<LimitOf, Seconds> by_kind;  // of entries that are scaled
  Seconds planned = 0;
  Seconds left = 0;  // goes to the reserve
};

struct Fit {
  Seconds available = 0;
  Seconds least = 0;             // what all take at the least limits
  std::optional<Fitted> fitted;  // or `choices`
  std::optional<Choices> choices;
};

/// The greatest common factor whose rounded limits fit into `available`, where any do. `kept` are still expected while
/// the list is open: they get the same limits, behind all others.
[[nodiscard]] Fit fit(Seconds available, const std::vector<Planned>& entries, const std::vector<Planned>& kept,
                      bool list_closed, const Steps& steps);

}  // namespace rostrum::council::fair_time
