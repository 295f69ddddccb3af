// The floor: given, paused, lengthened, ended, cut, taken back (L6, T1, T2, T4).
#include "council/deciding.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

Decided<FloorGiven> Deciding::floor_given_to(const Panel& panel, const GiveFloor& act) const {
  FloorGiven given{.speech = {state_.last_speech + 1}, .panel = act.panel, .to = act.to};
  if (const auto* panellist = std::get_if<PanellistId>(&act.to)) {
    if (!state_.find(panel, *panellist)) return failure(rejection(Code::unknown_panellist, *panellist));
    given.limit_of = LimitOf::panellist;
  } else {
    auto found = listed_entry(std::get<EntryId>(act.to));
    if (!found) return failure(found.error());
    if ((*found)->panel != act.panel) return failure(rejection(Code::unknown_entry, (*found)->id));
    given.limit_of = limit_of((*found)->kind, state_.category_of(**found));
  }
  given.limit = panel.plan.limits.at(given.limit_of);
  return given;
}

// docs/rules.md#l6-give
Decided<Events> Deciding::operator()(const GiveFloor& act) const {
  auto found = panel(act.panel);
  if (!found) return failure(found.error());
  if ((*found)->status != PanelStatus::open) return failure(rejection(Code::panel_not_open, act.panel));
  if (!meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  if (auto refused = refused_by_point(**found)) return failure(*refused);
  auto given = floor_given_to(**found, act);
  if (!given) return failure(given.error());
  Events events;
  if ((*found)->speech) events.push_back(SpeechEnded{*(*found)->speech, EndCause::next});
  // A panellist's turn calls nobody behind: who was passed over stays so.
  if (std::holds_alternative<EntryId>(act.to))
    for (const EntryId id : (*found)->order)
      if (state_.entries.at(id).skipped) events.push_back(SkipCleared{id});
  events.push_back(*std::move(given));
  return events;
}

// docs/rules.md#t2-pause
Decided<Events> Deciding::operator()(const PauseSpeech& act) const {
  auto found = speech_in_time(act.speech);
  if (!found) return failure(found.error());
  if (auto refused = refused_while_interrupted(act.speech)) return failure(*refused);
  if (is_paused(**found)) return failure(rejection(Code::already_paused, act.speech));
  return Events{SpeechPaused{act.speech, PauseCause::chair}};
}

// docs/rules.md#t2-pause
Decided<Events> Deciding::operator()(const ResumeSpeech& act) const {
  auto found = speech_under_way(act.speech);
  if (!found) return failure(found.error());
  if (auto refused = refused_while_interrupted(act.speech)) return failure(*refused);
  if (!is_paused(**found)) return failure(rejection(Code::not_paused, act.speech));
  if (!meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  return Events{SpeechResumed{act.speech}};
}

// docs/rules.md#t4-add
Decided<Events> Deciding::operator()(const AddTime& act) const {
  auto found = speech_in_time(act.speech);
  if (!found) return failure(found.error());
  if (auto refused = out_of_range("added_ms", act.added, added_least, added_most)) return failure(*refused);
  if (auto refused = out_of_range("limit_ms", (*found)->limit + act.added, limit_least, limit_most))
    return failure(*refused);
  return Events{TimeAdded{act.speech, act.added}};
}

// docs/rules.md#t1-change
Decided<Events> Deciding::operator()(const SetSpeechLimit& act) const {
  auto found = speech_in_time(act.speech);
  if (!found) return failure(found.error());
  if (auto refused = out_of_range("limit_ms", act.limit, limit_least, limit_most)) return failure(*refused);
  if ((*found)->limit == act.limit) return failure(rejection(Code::nothing_changes));
  return Events{SpeechLimitSet{act.speech, act.limit}};
}

// docs/rules.md#l6-end
Decided<Events> Deciding::operator()(const EndSpeech& act) const {
  const Speech* named = state_.find(act.speech);
  if (named && !acts_for(delegation_of(state_, *named))) return failure(not_yours("end_speech"));
  if (auto found = speech_under_way(act.speech); !found) return failure(found.error());
  if (auto refused = refused_while_interrupted(act.speech)) return failure(*refused);
  return Events{SpeechEnded{act.speech, actor_.own_only ? EndCause::speaker : EndCause::chair}};
}

// docs/rules.md#l6-return
Decided<Events> Deciding::operator()(const ReturnSpeaker& act) const {
  auto found = panel(act.panel);
  if (!found) return failure(found.error());
  if (auto refused = refused_by_point(**found)) return failure(*refused);
  const auto last = (*found)->speech ? (*found)->speech : (*found)->last_speech;
  const EntryId* of = last ? std::get_if<EntryId>(&state_.speeches.at(*last).of) : nullptr;
  if (!of) return failure(rejection(Code::no_last_speaker, act.panel));
  const Entry& entry = state_.entries.at(*of);
  const bool still_speaking = (*found)->speech.has_value();
  if (!still_speaking && entry.status != EntryStatus::spoken)
    return failure(rejection(Code::no_last_speaker, act.panel));
  if (auto refused = refused_again(entry)) return failure(*refused);
  Events events;
  if (still_speaking) events.push_back(SpeechEnded{*last, EndCause::returned});
  events.push_back(EntryReturned{.entry = entry.id, .place = 0});
  return events;
}

// docs/rules.md#t4-cut
Decided<Events> Deciding::operator()(const CutSpeech& act) const {
  auto found = speech_under_way(act.speech);
  if (!found) return failure(found.error());
  const auto cut = cut_at(state_.panels.at((*found)->panel), **found);
  if (!cut || now_ < *cut) return failure(rejection(Code::nothing_changes));
  return Events{SpeechEnded{act.speech, EndCause::cut}};
}

}  // namespace rostrum::council
