// Acts that people might send, sound and unsound, each made from a few small numbers: for properties and simulations.
#pragma once

#include <array>

#include "council/act.hpp"
#include "council/small_programme.hpp"

namespace rostrum::test {

inline constexpr std::array delegations{"CL", "EC", "KE", "MA", "PH", "VA", "ILO", "CARE"};

/// What is done (`what`, below `step_kinds`), by whom, and with which of the things there are.
struct Step {
  int what = 0;
  int who = 0;
  std::uint32_t number = 0;
  std::uint32_t other = 0;
  int choice = 0;
};
inline constexpr int step_kinds = 70;

/// What those who act see of the high-level panel, so that many acts hit.
struct Seen {
  std::vector<EntryId> order;    // those waiting, from the head on
  std::vector<EntryId> points;   // of order, raised and waiting
  std::optional<EntryId> point;  // of order, recognised
  EntryId speaking;              // the entry that has the floor, so that texts come also while their speech is on
  std::uint32_t last_speech = 0;
};

[[nodiscard]] PanelId panel_of(const Step& step);
[[nodiscard]] council::Act act_of(const Seen& seen, Instant now, const Step& step);

}  // namespace rostrum::test
