// Procedural motions: moved while a panel is under way, taken up in their precedence, spoken on by as many as the rules
// allow, decided, and what is carried done at once (L5).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

/// What the rules of procedure say of a kind of motion: how many speak on it, besides its mover.
struct MotionFacts {
  MotionKind kind{};
  std::uint32_t speakers_for = 0;
  std::uint32_t speakers_against = 0;
  bool of_the_chair = false;  // who alone proposes it
};

inline constexpr std::array<MotionFacts, count_of<MotionKind>> all_motions{{
    {.kind = MotionKind::suspend_meeting},                                           // GA 76
    {.kind = MotionKind::adjourn_meeting},                                           // GA 76
    {.kind = MotionKind::adjourn_debate, .speakers_for = 2, .speakers_against = 2},  // GA 74
    {.kind = MotionKind::close_debate, .speakers_against = 2},                       // GA 75
    {.kind = MotionKind::close_list, .of_the_chair = true},                          // GA 73
}};

[[nodiscard]] constexpr const MotionFacts& facts_of(MotionKind kind) {
  return all_motions[static_cast<std::size_t>(kind)];
}

/// How many may speak on a motion of this kind, on one side.
[[nodiscard]] constexpr std::uint32_t speakers_on(MotionKind kind, MotionSide side) {
  return side == MotionSide::in_favour ? facts_of(kind).speakers_for : facts_of(kind).speakers_against;
}

struct MoveMotion {
  static constexpr ActFacts is{.name = "move_motion", .may = managers_and_own};
  PanelId panel;
  std::optional<DelegationId> delegation;  // absent: the sender's own; none where the chair proposes
  MotionKind motion{};
  bool operator==(const MoveMotion&) const = default;
};
Decision decide(const Deciding& on, const MoveMotion& act);

struct TakeUpMotion {
  static constexpr ActFacts is{.name = "take_up_motion", .may = floor_managers};
  EntryId entry;
  bool operator==(const TakeUpMotion&) const = default;
};
Decision decide(const Deciding& on, const TakeUpMotion& act);

struct AskOnMotion {
  static constexpr ActFacts is{.name = "ask_on_motion", .may = managers_and_own};
  EntryId entry;
  std::optional<DelegationId> delegation;  // absent: the sender's own
  MotionSide side{};
  bool operator==(const AskOnMotion&) const = default;
};
Decision decide(const Deciding& on, const AskOnMotion& act);

struct WithdrawFromMotion {
  static constexpr ActFacts is{.name = "withdraw_from_motion", .may = managers_and_own};
  EntryId entry;
  std::optional<DelegationId> delegation;  // absent: the sender's own
  bool operator==(const WithdrawFromMotion&) const = default;
};
Decision decide(const Deciding& on, const WithdrawFromMotion& act);

struct GiveFloorOnMotion {
  static constexpr ActFacts is{.name = "give_floor_on_motion", .may = floor_managers};
  EntryId entry;
  DelegationId delegation;
  MotionSide side{};
  bool operator==(const GiveFloorOnMotion&) const = default;
};
Decision decide(const Deciding& on, const GiveFloorOnMotion& act);

struct AskForObjections {
  static constexpr ActFacts is{.name = "ask_for_objections", .may = floor_managers};
  EntryId entry;
  bool operator==(const AskForObjections&) const = default;
};
Decision decide(const Deciding& on, const AskForObjections& act);

/// By its mover, that it is withdrawn.
struct DecideMotion {
  static constexpr ActFacts is{.name = "decide_motion", .may = managers_and_own};
  EntryId entry;
  MotionOutcome outcome{};
  std::optional<Instant> until;  // of a suspension that is carried; absent: until further notice
  bool operator==(const DecideMotion&) const = default;
};
Decision decide(const Deciding& on, const DecideMotion& act);

/// Without a delegation the chair proposes it.
struct MotionMoved {
  static constexpr EventFacts is{
      .name = "motion_moved", .otherwise = "motion_proposed", .told = [](const auto& event, auto& told) {
        told("motion", event.motion);
        if (!event.delegation) told.otherwise();
      }};
  EntryId entry;
  PanelId panel;
  std::optional<DelegationId> delegation;
  MotionKind motion{};
  std::uint32_t place = 0;  // among those that wait
  std::string language;
  bool operator==(const MotionMoved&) const = default;
};
void evolve(Evolving& on, const MotionMoved& event);

/// Comes after the pause of the speech that it interrupts, where one is under way and not paused already.
struct MotionTakenUp {
  static constexpr EventFacts is{.name = "motion_taken_up"};
  EntryId entry;
  std::optional<SpeechId> speech;  // of the mover; none where the chair proposes
  Millis limit;
  bool operator==(const MotionTakenUp&) const = default;
};
void evolve(Evolving& on, const MotionTakenUp& event);

struct SpeakingOnMotionAsked {
  static constexpr EventFacts is{.name = "speaking_on_motion_asked", .told = [](const auto& event, auto& told) {
                                   told("who", event.delegation, "side", event.side);
                                 }};
  EntryId entry;
  DelegationId delegation;
  MotionSide side{};
  bool operator==(const SpeakingOnMotionAsked&) const = default;
};
void evolve(Evolving& on, const SpeakingOnMotionAsked& event);

struct SpeakingOnMotionWithdrawn {
  static constexpr EventFacts is{.name = "speaking_on_motion_withdrawn",
                                 .told = [](const auto& event, auto& told) { told("who", event.delegation); }};
  EntryId entry;
  DelegationId delegation;
  bool operator==(const SpeakingOnMotionWithdrawn&) const = default;
};
void evolve(Evolving& on, const SpeakingOnMotionWithdrawn& event);

struct FloorGivenOnMotion {
  static constexpr EventFacts is{.name = "floor_given_on_motion", .told = [](const auto& event, auto& told) {
                                   told("who", event.delegation, "side", event.side, "limit_ms", event.limit);
                                 }};
  EntryId entry;
  EntryId by;  // the entry of who speaks, new with this
  SpeechId speech;
  DelegationId delegation;
  MotionSide side{};
  Millis limit;
  std::string language;
  bool operator==(const FloorGivenOnMotion&) const = default;
};
void evolve(Evolving& on, const FloorGivenOnMotion& event);

struct ObjectionsAsked {
  static constexpr EventFacts is{.name = "objections_asked"};
  EntryId entry;
  bool operator==(const ObjectionsAsked&) const = default;
};
void evolve(Evolving& on, const ObjectionsAsked& event);

/// The floor is again with what it was taken up over, or free; what is carried is done by the events that follow.
struct MotionDecided {
  static constexpr EventFacts is{.name = "motion_decided",
                                 .told = [](const auto& event, auto& told) { told("outcome", event.outcome); }};
  EntryId entry;
  MotionOutcome outcome{};
  bool operator==(const MotionDecided&) const = default;
};
void evolve(Evolving& on, const MotionDecided& event);

using MotionActs =
    OneOf<MoveMotion, TakeUpMotion, AskOnMotion, WithdrawFromMotion, GiveFloorOnMotion, AskForObjections, DecideMotion>;
using MotionEvents = OneOf<MotionMoved, MotionTakenUp, SpeakingOnMotionAsked, SpeakingOnMotionWithdrawn,
                           FloorGivenOnMotion, ObjectionsAsked, MotionDecided>;

}  // namespace rostrum::council
