// The floor: given, paused, lengthened, ended, cut, taken back (L6, T1, T2, T4).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct GiveFloor {
  static constexpr ActFacts is{.name = "give_floor", .may = floor_managers};
  PanelId panel;
  std::variant<EntryId, PanellistId> to;
  bool operator==(const GiveFloor&) const = default;
};
Decision decide(const Deciding& on, const GiveFloor& act);

struct PauseSpeech {
  static constexpr ActFacts is{.name = "pause_speech", .may = floor_managers};
  SpeechId speech;
  bool operator==(const PauseSpeech&) const = default;
};
Decision decide(const Deciding& on, const PauseSpeech& act);

struct ResumeSpeech {
  static constexpr ActFacts is{.name = "resume_speech", .may = floor_managers};
  SpeechId speech;
  bool operator==(const ResumeSpeech&) const = default;
};
Decision decide(const Deciding& on, const ResumeSpeech& act);

struct AddTime {
  static constexpr ActFacts is{.name = "add_time", .may = floor_managers};
  SpeechId speech;
  Millis added;
  bool operator==(const AddTime&) const = default;
};
Decision decide(const Deciding& on, const AddTime& act);

struct SetSpeechLimit {
  static constexpr ActFacts is{.name = "set_speech_limit", .may = floor_managers};
  SpeechId speech;
  Millis limit;
  bool operator==(const SetSpeechLimit&) const = default;
};
Decision decide(const Deciding& on, const SetSpeechLimit& act);

struct EndSpeech {
  static constexpr ActFacts is{.name = "end_speech", .may = managers_and_own};
  SpeechId speech;
  bool operator==(const EndSpeech&) const = default;
};
Decision decide(const Deciding& on, const EndSpeech& act);

struct ReturnSpeaker {
  static constexpr ActFacts is{.name = "return_speaker", .may = floor_managers};
  PanelId panel;
  bool operator==(const ReturnSpeaker&) const = default;
};
Decision decide(const Deciding& on, const ReturnSpeaker& act);

struct CutSpeech {
  static constexpr ActFacts is{.name = "cut_speech", .may = server_only};
  SpeechId speech;
  bool operator==(const CutSpeech&) const = default;
};
Decision decide(const Deciding& on, const CutSpeech& act);

struct FloorGiven {
  static constexpr EventFacts is{.name = "floor_given",
                                 .told = [](const auto& event, auto& told) { told("limit_ms", event.limit); }};
  SpeechId speech;
  PanelId panel;
  std::variant<EntryId, PanellistId> to;
  Millis limit;
  LimitOf limit_of = LimitOf::member;
  bool operator==(const FloorGiven&) const = default;
};
void evolve(Evolving& on, const FloorGiven& event);

struct SpeechPaused {
  static constexpr EventFacts is{.name = "speech_paused",
                                 .told = [](const auto& event, auto& told) { told("cause", event.cause); }};
  SpeechId speech;
  PauseCause cause = PauseCause::chair;
  bool operator==(const SpeechPaused&) const = default;
};
void evolve(Evolving& on, const SpeechPaused& event);

struct SpeechResumed {
  static constexpr EventFacts is{.name = "speech_resumed"};
  SpeechId speech;
  bool operator==(const SpeechResumed&) const = default;
};
void evolve(Evolving& on, const SpeechResumed& event);

struct TimeAdded {
  static constexpr EventFacts is{.name = "time_added",
                                 .told = [](const auto& event, auto& told) { told("added_ms", event.added); }};
  SpeechId speech;
  Millis added;
  bool operator==(const TimeAdded&) const = default;
};
void evolve(Evolving& on, const TimeAdded& event);

struct SpeechLimitSet {
  static constexpr EventFacts is{.name = "speech_limit_set",
                                 .told = [](const auto& event, auto& told) { told("limit_ms", event.limit); }};
  SpeechId speech;
  Millis limit;
  bool operator==(const SpeechLimitSet&) const = default;
};
void evolve(Evolving& on, const SpeechLimitSet& event);

struct SpeechEnded {
  static constexpr EventFacts is{.name = "speech_ended",
                                 .told = [](const auto& event, auto& told) { told("cause", event.cause); }};
  SpeechId speech;
  EndCause cause = EndCause::chair;
  bool operator==(const SpeechEnded&) const = default;
};
void evolve(Evolving& on, const SpeechEnded& event);

using FloorActs =
    OneOf<GiveFloor, PauseSpeech, ResumeSpeech, AddTime, SetSpeechLimit, EndSpeech, ReturnSpeaker, CutSpeech>;
using FloorEvents = OneOf<FloorGiven, SpeechPaused, SpeechResumed, TimeAdded, SpeechLimitSet, SpeechEnded>;

}  // namespace rostrum::council
