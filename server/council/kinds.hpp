// The kinds of intervention, a row each: where an entry of the kind waits, and what holds of it there and on the floor.
// Rules ask the row and not the kind, so that a new kind is a row here, its words, and the rules that are its own
// (docs/adr/0012-the-floor-is-a-stack.md).
#pragma once

#include <array>

#include "council/terms.hpp"

namespace rostrum::council {

/// The lines of a panel that entries wait in.
ROSTRUM_WORDS(Line, speakers, points, motions)

struct KindFacts {
  Kind kind{};
  Line line = Line::speakers;
  std::optional<LimitOf> limit = {};  // absent: by the category of its delegation (T1)
  bool counts_time = true;            // its speeches are of the panel's time, and their speaker is the last one (L6)
  bool told_while_waiting = true;  // to everyone; else to chair, desk and its delegation, until it has the floor (L5)
  bool takes_text = true;          // a statement can be submitted for it (S1)
  bool in_writing = false;         // can be filed in writing instead of being spoken (L13)
  bool interrupts = false;         // the speech under way, which goes on once this one is over and ruled on (L5)
  bool on_behalf = false;          // of a group or delegations, which it names (L2)
  bool addressed = false;          // to a panellist, where it names one (L2)
  bool before_categories = false;  // in the order by category (L4)
};

inline constexpr std::array<KindFacts, kind_count> all_kinds{{
    {.kind = Kind::statement, .in_writing = true},
    {.kind = Kind::group_statement,
     .limit = LimitOf::group_statement,
     .in_writing = true,
     .on_behalf = true,
     .before_categories = true},
    {.kind = Kind::question, .limit = LimitOf::question, .addressed = true},
    {.kind = Kind::point_of_order,
     .line = Line::points,
     .limit = LimitOf::point_of_order,
     .counts_time = false,
     .told_while_waiting = false,
     .takes_text = false,
     .interrupts = true},
    {.kind = Kind::motion,  // whoever moves it, and whoever speaks on it
     .line = Line::motions,
     .limit = LimitOf::point_of_order,
     .counts_time = false,
     .told_while_waiting = false,
     .takes_text = false,
     .interrupts = true},
}};

[[nodiscard]] constexpr const KindFacts& facts_of(Kind kind) { return all_kinds[static_cast<std::size_t>(kind)]; }

static_assert(
    [] {
      for (int kind = 0; kind < kind_count; ++kind)
        if (all_kinds[static_cast<std::size_t>(kind)].kind != static_cast<Kind>(kind)) return false;
      return true;
    }(),
    "kinds.hpp: a row for each kind of intervention, in the order of Kind");

}  // namespace rostrum::council
