// Meetings: planned, open, suspended, closed (P8).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct OpenMeeting {
  MeetingId meeting;
  bool operator==(const OpenMeeting&) const = default;
};
Decision decide(const Deciding& on, const OpenMeeting& act);

struct SuspendMeeting {
  MeetingId meeting;
  std::optional<Instant> until;
  std::optional<Instant> list_closes_at = {};  // where a closing falls in the suspension: its new instant
  bool operator==(const SuspendMeeting&) const = default;
};
Decision decide(const Deciding& on, const SuspendMeeting& act);

struct ResumeMeeting {
  MeetingId meeting;
  bool operator==(const ResumeMeeting&) const = default;
};
Decision decide(const Deciding& on, const ResumeMeeting& act);

struct CloseMeeting {
  MeetingId meeting;
  bool operator==(const CloseMeeting&) const = default;
};
Decision decide(const Deciding& on, const CloseMeeting& act);

struct MeetingOpened {
  MeetingId meeting;
  bool operator==(const MeetingOpened&) const = default;
};
void evolve(Evolving& on, const MeetingOpened& event);

struct MeetingSuspended {
  MeetingId meeting;
  std::optional<Instant> until;
  bool operator==(const MeetingSuspended&) const = default;
};
void evolve(Evolving& on, const MeetingSuspended& event);

struct MeetingResumed {
  MeetingId meeting;
  bool operator==(const MeetingResumed&) const = default;
};
void evolve(Evolving& on, const MeetingResumed& event);

struct MeetingClosed {
  MeetingId meeting;
  bool operator==(const MeetingClosed&) const = default;
};
void evolve(Evolving& on, const MeetingClosed& event);

}  // namespace rostrum::council
