// Meetings: planned, open, suspended, closed (P8).
#include "council/deciding.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

/// The speech that has the floor, on whatever panel: at most one panel is open.
const Speech* speech_on_the_floor(const State& state) {
  for (const auto& [id, panel] : state.panels)
    if (panel.speech) return &state.speeches.at(*panel.speech);
  return nullptr;
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
  if (const Speech* speech = speech_on_the_floor(state_); speech && !is_paused(*speech)) {
    // A cut that is due is not called off by the pause.
    if (speech_in_time(speech->id))
      events.push_back(SpeechPaused{speech->id, PauseCause::suspension});
    else
      events.push_back(SpeechEnded{speech->id, EndCause::cut});
  }
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
  if (const Speech* speech = speech_on_the_floor(state_)) return failure(rejection(Code::speech_under_way, speech->id));
  return Events{MeetingClosed{act.meeting}};
}

}  // namespace rostrum::council
