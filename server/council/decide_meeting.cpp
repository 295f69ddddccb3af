// Meetings: planned, open, suspended, closed (P8).
#include "council/deciding.hpp"
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

}  // namespace

// docs/rules.md#p8-open
Decided<Events> Deciding::operator()(const OpenMeeting& act) const {
  auto found = meeting(act.meeting);
  if (!found) return failure(found.error());
  if (const Meeting* current = state_.open_or_suspended_meeting()) {
    if (current == *found) return failure(rejection(Code::meeting_already_open, act.meeting));
    return failure(rejection(Code::another_meeting_open, current->plan.id));
  }
  return Events{MeetingOpened{act.meeting}};
}

// docs/rules.md#p8-suspend
Decided<Events> Deciding::operator()(const SuspendMeeting& act) const {
  auto found = meeting(act.meeting);
  if (!found) return failure(found.error());
  if ((*found)->status != MeetingStatus::open) return failure(rejection(Code::meeting_not_open));
  if (act.until)
    if (auto refused = refused_instant("until", *act.until, now_)) return failure(*refused);
  Events events{MeetingSuspended{act.meeting, act.until}};
  if (const Speech* speech = speech_on_the_floor(state_); speech && !is_paused(*speech))
    events.push_back(stopped(*speech, PauseCause::suspension));
  if (!act.list_closes_at) return events;
  if (auto refused = refused_instant("list_closes_at", *act.list_closes_at, now_)) return failure(*refused);
  const auto before = events.size();
  for (const auto& [id, panel] : state_.panels)
    if (closes_within(panel, now_, act.until)) events.push_back(ListClosingAnnounced{id, *act.list_closes_at});
  if (events.size() == before)
    return failure(rejection(Code::malformed, "list_closes_at", "a closing announced within the suspension"));
  return events;
}

// docs/rules.md#p8-resume
Decided<Events> Deciding::operator()(const ResumeMeeting& act) const {
  auto found = meeting(act.meeting);
  if (!found) return failure(found.error());
  if ((*found)->status != MeetingStatus::suspended) return failure(rejection(Code::meeting_not_suspended, act.meeting));
  Events events{MeetingResumed{act.meeting}};
  if (const Speech* speech = speech_on_the_floor(state_); speech && paused_by_suspension(*speech))
    events.push_back(SpeechResumed{speech->id});
  return events;
}

// docs/rules.md#p8-close
Decided<Events> Deciding::operator()(const CloseMeeting& act) const {
  auto found = meeting(act.meeting);
  if (!found) return failure(found.error());
  const MeetingStatus status = (*found)->status;
  if (status == MeetingStatus::closed) return failure(rejection(Code::meeting_closed, act.meeting));
  if (status == MeetingStatus::planned) return failure(rejection(Code::meeting_not_open));
  for (const auto& [id, panel] : state_.panels)
    if (auto refused = refused_by_waiting_point(panel)) return failure(*refused);
  if (const Speech* speech = speech_on_the_floor(state_)) return failure(rejection(Code::speech_under_way, speech->id));
  return Events{MeetingClosed{act.meeting}};
}

}  // namespace rostrum::council
