#include "council/meeting/meeting.hpp"

#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/inverse.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

/// Whether the list closes while the meeting is suspended until `until`, or until further notice.
bool closes_within(const Panel& panel, Instant now, const std::optional<Instant>& until) {
  return panel.list_closes_at && *panel.list_closes_at > now && (!until || *panel.list_closes_at <= *until);
}

bool paused_by_suspension(const Speech& speech) {
  return is_paused(speech) && speech.pauses.back().cause == PauseCause::suspension;
}

Decided<const Meeting*> meeting(const Deciding& on, const MeetingId& id) {
  if (const Meeting* found = on.state.find(id)) return found;
  return failure(rejection(Code::unknown_meeting, id));
}

/// A hand-over that a suspension or the end of the meeting cuts through tells nothing.
void forget_hand_overs(const Evolving& on) {
  for (auto& [id, panel] : on.state.panels) panel.free_since.reset();
}

void unsuspend(Meeting& meeting, MeetingStatus status) {
  meeting.status = status;
  meeting.suspended_at.reset();
  meeting.suspended_until.reset();
}

}  // namespace

Inverse end_as_it_was(const State& before, Instant now, const SetMeetingEnd& act) {
  const Meeting* meeting = before.find(act.meeting);
  if (!meeting || meeting->plan.planned_end <= now) return {};
  return {{SetMeetingEnd{act.meeting, meeting->plan.planned_end}}};
}

// docs/rules.md#p8-open
Decision decide(const Deciding& on, const OpenMeeting& act) {
  auto found = meeting(on, act.meeting);
  if (!found) return failure(found.error());
  if (const Meeting* current = on.state.open_or_suspended_meeting()) {
    if (current == *found) return failure(rejection(Code::meeting_already_open, act.meeting));
    return failure(rejection(Code::another_meeting_open, current->plan.id));
  }
  return Events{MeetingOpened{act.meeting}};
}

// docs/rules.md#p8-suspend
Decision decide(const Deciding& on, const SuspendMeeting& act) {
  auto found = meeting(on, act.meeting);
  if (!found) return failure(found.error());
  if ((*found)->status != MeetingStatus::open) return failure(rejection(Code::meeting_not_open));
  if (act.until)
    if (auto refused = refused_instant("until", *act.until, on.now)) return failure(*refused);
  Events events{MeetingSuspended{act.meeting, act.until}};
  if (const Speech* speech = speech_on_the_floor(on.state); speech && !is_paused(*speech))
    events.push_back(stopped(on, *speech, PauseCause::suspension));
  if (!act.list_closes_at) return events;
  if (auto refused = refused_instant("list_closes_at", *act.list_closes_at, on.now)) return failure(*refused);
  const auto before = events.size();
  for (const auto& [id, panel] : on.state.panels)
    if (closes_within(panel, on.now, act.until)) events.push_back(ListClosingAnnounced{id, *act.list_closes_at});
  if (events.size() == before)
    return failure(rejection(Code::malformed, "list_closes_at", "a closing announced within the suspension"));
  return events;
}

// docs/rules.md#p8-resume
Decision decide(const Deciding& on, const ResumeMeeting& act) {
  auto found = meeting(on, act.meeting);
  if (!found) return failure(found.error());
  if ((*found)->status != MeetingStatus::suspended) return failure(rejection(Code::meeting_not_suspended, act.meeting));
  Events events{MeetingResumed{act.meeting}};
  if (const Speech* speech = speech_on_the_floor(on.state); speech && paused_by_suspension(*speech))
    events.push_back(SpeechResumed{speech->id});
  return events;
}

// docs/rules.md#p8-close
Decision decide(const Deciding& on, const CloseMeeting& act) {
  auto found = meeting(on, act.meeting);
  if (!found) return failure(found.error());
  const MeetingStatus status = (*found)->status;
  if (status == MeetingStatus::closed) return failure(rejection(Code::meeting_closed, act.meeting));
  if (status == MeetingStatus::planned) return failure(rejection(Code::meeting_not_open));
  for (const auto& [id, panel] : on.state.panels)
    if (auto refused = refused_by_procedure(on, panel)) return failure(*refused);
  if (const Speech* speech = speech_on_the_floor(on.state))
    return failure(rejection(Code::speech_under_way, speech->id));
  return Events{MeetingClosed{act.meeting}};
}

// docs/rules.md#t5-end
Decision decide(const Deciding& on, const SetMeetingEnd& act) {
  auto found = meeting(on, act.meeting);
  if (!found) return failure(found.error());
  if ((*found)->status == MeetingStatus::closed) return failure(rejection(Code::meeting_closed, act.meeting));
  if (auto refused = refused_instant("ends_at", act.ends_at, on.now)) return failure(*refused);
  const MeetingPlan& plan = (*found)->plan;
  if (act.ends_at <= plan.planned_start || act.ends_at - plan.planned_start > meeting_most)
    return failure(rejection(Code::malformed, "ends_at", "an instant after the start, by 24 hours at most"));
  if (act.ends_at == plan.planned_end) return failure(rejection(Code::nothing_changes));
  return Events{MeetingEndSet{act.meeting, act.ends_at}};
}

void evolve(Evolving& on, const MeetingEndSet& event) {
  on.note(&Changes::meetings, event.meeting);
  on.state.meetings.at(event.meeting).plan.planned_end = event.ends_at;
}

void evolve(Evolving& on, const MeetingOpened& event) {
  on.note(&Changes::meetings, event.meeting);
  Meeting& meeting = on.state.meetings.at(event.meeting);
  meeting.status = MeetingStatus::open;
  if (!meeting.opened_at) meeting.opened_at = on.stamp.at;
  meeting.closed_at.reset();
}

void evolve(Evolving& on, const MeetingSuspended& event) {
  on.note(&Changes::meetings, event.meeting);
  Meeting& meeting = on.state.meetings.at(event.meeting);
  meeting.status = MeetingStatus::suspended;
  meeting.suspended_at = on.stamp.at;
  meeting.suspended_until = event.until;
  forget_hand_overs(on);
}

void evolve(Evolving& on, const MeetingResumed& event) {
  on.note(&Changes::meetings, event.meeting);
  unsuspend(on.state.meetings.at(event.meeting), MeetingStatus::open);
}

void evolve(Evolving& on, const MeetingClosed& event) {
  on.note(&Changes::meetings, event.meeting);
  Meeting& meeting = on.state.meetings.at(event.meeting);
  unsuspend(meeting, MeetingStatus::closed);
  meeting.closed_at = on.stamp.at;
  forget_hand_overs(on);
}

}  // namespace rostrum::council
