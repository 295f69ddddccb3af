// The floor: given, paused, lengthened, ended, cut, taken back (L6, T1, T2, T4).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct GiveFloor {
  PanelId panel;
  std::variant<EntryId, PanellistId> to;
  bool operator==(const GiveFloor&) const = default;
};
Decision decide(const Deciding& on, const GiveFloor& act);

struct PauseSpeech {
  SpeechId speech;
  bool operator==(const PauseSpeech&) const = default;
};
Decision decide(const Deciding& on, const PauseSpeech& act);

struct ResumeSpeech {
  SpeechId speech;
  bool operator==(const ResumeSpeech&) const = default;
};
Decision decide(const Deciding& on, const ResumeSpeech& act);

struct AddTime {
  SpeechId speech;
  Millis added;
  bool operator==(const AddTime&) const = default;
};
Decision decide(const Deciding& on, const AddTime& act);

struct SetSpeechLimit {
  SpeechId speech;
  Millis limit;
  bool operator==(const SetSpeechLimit&) const = default;
};
Decision decide(const Deciding& on, const SetSpeechLimit& act);

struct EndSpeech {
  SpeechId speech;
  bool operator==(const EndSpeech&) const = default;
};
Decision decide(const Deciding& on, const EndSpeech& act);

struct ReturnSpeaker {
  PanelId panel;
  bool operator==(const ReturnSpeaker&) const = default;
};
Decision decide(const Deciding& on, const ReturnSpeaker& act);

struct CutSpeech {
  SpeechId speech;
  bool operator==(const CutSpeech&) const = default;
};
Decision decide(const Deciding& on, const CutSpeech& act);

struct FloorGiven {
  SpeechId speech;
  PanelId panel;
  std::variant<EntryId, PanellistId> to;
  Millis limit;
  LimitOf limit_of = LimitOf::member;
  bool operator==(const FloorGiven&) const = default;
};
void evolve(Evolving& on, const FloorGiven& event);

struct SpeechPaused {
  SpeechId speech;
  PauseCause cause = PauseCause::chair;
  bool operator==(const SpeechPaused&) const = default;
};
void evolve(Evolving& on, const SpeechPaused& event);

struct SpeechResumed {
  SpeechId speech;
  bool operator==(const SpeechResumed&) const = default;
};
void evolve(Evolving& on, const SpeechResumed& event);

struct TimeAdded {
  SpeechId speech;
  Millis added;
  bool operator==(const TimeAdded&) const = default;
};
void evolve(Evolving& on, const TimeAdded& event);

struct SpeechLimitSet {
  SpeechId speech;
  Millis limit;
  bool operator==(const SpeechLimitSet&) const = default;
};
void evolve(Evolving& on, const SpeechLimitSet& event);

struct SpeechEnded {
  SpeechId speech;
  EndCause cause = EndCause::chair;
  bool operator==(const SpeechEnded&) const = default;
};
void evolve(Evolving& on, const SpeechEnded& event);

}  // namespace rostrum::council
