// Acts that people might send, sound and unsound, each made from a few small numbers: for properties and simulations.
// Every act that can be sent is among them: its members are made from the numbers by their types, and acts.cpp says
// what differs.
#pragma once

#include <array>
#include <optional>

#include "council/act.hpp"
#include "council/small_programme.hpp"
#include "wire/generated/members.hpp"

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

/// Of how many of the steps each act is one: of more where little would happen otherwise.
template <class Act>
inline constexpr int steps_of = 1;
template <>
inline constexpr int steps_of<council::RequestFloor> = 10;
template <>
inline constexpr int steps_of<council::GiveFloor> = 4;
template <>
inline constexpr int steps_of<council::SubmitStatement> = 3;
template <>
inline constexpr int steps_of<council::MoveEntry> = 2;
template <>
inline constexpr int steps_of<council::RemoveEntry> = 2;
template <>
inline constexpr int steps_of<council::RaisePointOfOrder> = 2;
template <>
inline constexpr int steps_of<council::RecognisePointOfOrder> = 2;
template <>
inline constexpr int steps_of<council::RulePointOfOrder> = 2;
template <>
inline constexpr int steps_of<council::MoveMotion> = 2;
template <>
inline constexpr int steps_of<council::TakeUpMotion> = 2;
template <>
inline constexpr int steps_of<council::DecideMotion> = 2;
template <>
inline constexpr int steps_of<council::ReachParagraph> = 2;
template <>
inline constexpr int steps_of<council::RaiseSignal> = 2;

namespace steps {

inline constexpr const generated::SentActs* sent = nullptr;

template <class... Act>
constexpr int count(const std::tuple<Act...>*) {
  return (0 + ... + steps_of<Act>);
}

template <class Wanted, class... Act>
constexpr int before(const std::tuple<Act...>*) {
  int before = 0;
  bool found = false;
  ((found = found || std::is_same_v<Act, Wanted>, before += found ? 0 : steps_of<Act>), ...);
  return before;
}

}  // namespace steps

inline constexpr int step_kinds = steps::count(steps::sent);

/// The first of the steps that are this act.
template <class Act>
inline constexpr int step_for = steps::before<Act>(steps::sent);

/// What those who act see of the high-level panel, so that many acts hit.
struct Seen {
  std::vector<EntryId> order;     // those waiting, from the head on
  std::vector<EntryId> points;    // of order, raised and waiting
  std::optional<EntryId> point;   // of order, recognised
  std::vector<EntryId> motions;   // that wait, the one that goes first before the others
  std::optional<EntryId> motion;  // that is before the chair
  EntryId speaking;               // the entry that has the floor, so that texts come also while their speech is on
  std::uint32_t last_speech = 0;
};

[[nodiscard]] PanelId panel_of(const Step& step);
[[nodiscard]] council::Act act_of(const Seen& seen, Instant now, const Step& step);

}  // namespace rostrum::test
