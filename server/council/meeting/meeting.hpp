// Meetings: planned, open, suspended, closed (P8), and when they end (T5).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct OpenMeeting {
  static constexpr ActFacts is{.name = "open_meeting", .may = floor_managers, .panel = no_panel};
  MeetingId meeting;
  bool operator==(const OpenMeeting&) const = default;
};
Decision decide(const Deciding& on, const OpenMeeting& act);

struct SuspendMeeting {
  static constexpr ActFacts is{.name = "suspend_meeting", .may = floor_managers, .panel = no_panel};
  MeetingId meeting;
  std::optional<Instant> until;
  std::optional<Instant> list_closes_at = {};  // where a closing falls in the suspension: its new instant
  bool operator==(const SuspendMeeting&) const = default;
};
Decision decide(const Deciding& on, const SuspendMeeting& act);

struct ResumeMeeting {
  static constexpr ActFacts is{.name = "resume_meeting", .may = floor_managers, .panel = no_panel};
  MeetingId meeting;
  bool operator==(const ResumeMeeting&) const = default;
};
Decision decide(const Deciding& on, const ResumeMeeting& act);

struct CloseMeeting {
  static constexpr ActFacts is{
      .name = "close_meeting", .may = floor_managers, .panel = no_panel, .inverse = inverse_of<OpenMeeting>};
  MeetingId meeting;
  bool operator==(const CloseMeeting&) const = default;
};
Decision decide(const Deciding& on, const CloseMeeting& act);

struct SetMeetingEnd;
/// The end of before, where that is still to come.
Inverse end_as_it_was(const State& before, Instant now, const SetMeetingEnd& act);

struct SetMeetingEnd {
  static constexpr ActFacts is{
      .name = "set_meeting_end", .may = floor_managers, .panel = no_panel, .inverse = end_as_it_was};
  MeetingId meeting;
  Instant ends_at;
  bool operator==(const SetMeetingEnd&) const = default;
};
Decision decide(const Deciding& on, const SetMeetingEnd& act);

struct MeetingOpened {
  static constexpr EventFacts is{.name = "meeting_opened"};
  MeetingId meeting;
  bool operator==(const MeetingOpened&) const = default;
};
void evolve(Evolving& on, const MeetingOpened& event);

struct MeetingSuspended {
  static constexpr EventFacts is{.name = "meeting_suspended", .told = [](const auto& event, auto& told) {
                                   if (event.until) told("until", *event.until);
                                 }};
  MeetingId meeting;
  std::optional<Instant> until;
  bool operator==(const MeetingSuspended&) const = default;
};
void evolve(Evolving& on, const MeetingSuspended& event);

struct MeetingResumed {
  static constexpr EventFacts is{.name = "meeting_resumed"};
  MeetingId meeting;
  bool operator==(const MeetingResumed&) const = default;
};
void evolve(Evolving& on, const MeetingResumed& event);

struct MeetingClosed {
  static constexpr EventFacts is{.name = "meeting_closed"};
  MeetingId meeting;
  bool operator==(const MeetingClosed&) const = default;
};
void evolve(Evolving& on, const MeetingClosed& event);

struct MeetingEndSet {
  static constexpr EventFacts is{.name = "meeting_end_set",
                                 .told = [](const auto& event, auto& told) { told("at", event.ends_at); }};
  MeetingId meeting;
  Instant ends_at;
  bool operator==(const MeetingEndSet&) const = default;
};
void evolve(Evolving& on, const MeetingEndSet& event);

using MeetingActs = OneOf<OpenMeeting, SuspendMeeting, ResumeMeeting, CloseMeeting, SetMeetingEnd>;
using MeetingEvents = OneOf<MeetingOpened, MeetingSuspended, MeetingResumed, MeetingClosed, MeetingEndSet>;

}  // namespace rostrum::council
