#include "council/floor/floor.hpp"

#include <utility>

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

Decided<FloorGiven> floor_given_to(const Deciding& on, const Panel& panel, const GiveFloor& act) {
  FloorGiven given{.speech = {on.state.last_speech + 1}, .panel = act.panel, .to = act.to};
  if (const auto* panellist = std::get_if<PanellistId>(&act.to)) {
    if (!on.state.find(panel, *panellist)) return failure(rejection(Code::unknown_panellist, *panellist));
    given.limit_of = LimitOf::panellist;
  } else {
    auto found = on.listed_entry(std::get<EntryId>(act.to));
    if (!found) return failure(found.error());
    if ((*found)->panel != act.panel) return failure(rejection(Code::unknown_entry, (*found)->id));
    given.limit_of = limit_of((*found)->kind, on.state.category_of(**found));
    given.limit = limit_for(on.state, **found);
    return given;
  }
  given.limit = panel.plan.limits.at(given.limit_of);
  return given;
}

std::optional<Rejection> refused_while_interrupted(const Deciding& on, SpeechId speech) {
  const Panel& panel = on.state.panels.at(on.state.speeches.at(speech).panel);
  return panel.is_interrupted(speech) ? refused_while_interrupting(on, panel) : std::nullopt;
}

}  // namespace

Event stopped(const Deciding& on, const Speech& speech, PauseCause cause) {
  // A cut that is due is not called off by the pause.
  if (on.speech_in_time(speech.id)) return SpeechPaused{speech.id, cause};
  return SpeechEnded{speech.id, EndCause::cut};
}

// docs/rules.md#l6-give
Decision decide(const Deciding& on, const GiveFloor& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if ((*found)->status != PanelStatus::open) return failure(rejection(Code::panel_not_open, act.panel));
  if (!on.meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  if (auto refused = refused_while_interrupting(on, **found)) return failure(*refused);
  auto given = floor_given_to(on, **found, act);
  if (!given) return failure(given.error());
  Events events;
  if (const auto speech = (*found)->speech()) events.push_back(SpeechEnded{*speech, EndCause::next});
  // A panellist's turn calls nobody behind: who was passed over stays so.
  if (std::holds_alternative<EntryId>(act.to))
    for (const EntryId id : (*found)->order())
      if (on.state.entries.at(id).skipped) events.push_back(SkipCleared{id});
  events.push_back(*std::move(given));
  return events;
}

// docs/rules.md#t2-pause
Decision decide(const Deciding& on, const PauseSpeech& act) {
  auto found = on.speech_in_time(act.speech);
  if (!found) return failure(found.error());
  if (auto refused = refused_while_interrupted(on, act.speech)) return failure(*refused);
  if (is_paused(**found)) return failure(rejection(Code::already_paused, act.speech));
  return Events{SpeechPaused{act.speech, PauseCause::chair}};
}

// docs/rules.md#t2-pause
Decision decide(const Deciding& on, const ResumeSpeech& act) {
  auto found = on.speech_under_way(act.speech);
  if (!found) return failure(found.error());
  if (auto refused = refused_while_interrupted(on, act.speech)) return failure(*refused);
  if (!is_paused(**found)) return failure(rejection(Code::not_paused, act.speech));
  if (!on.meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  return Events{SpeechResumed{act.speech}};
}

// docs/rules.md#t4-add
Decision decide(const Deciding& on, const AddTime& act) {
  auto found = on.speech_in_time(act.speech);
  if (!found) return failure(found.error());
  if (auto refused = out_of_range("added_ms", act.added, added_least, added_most)) return failure(*refused);
  if (auto refused = out_of_range("limit_ms", (*found)->limit + act.added, limit_least, limit_most))
    return failure(*refused);
  return Events{TimeAdded{act.speech, act.added}};
}

// docs/rules.md#t1-change
Decision decide(const Deciding& on, const SetSpeechLimit& act) {
  auto found = on.speech_in_time(act.speech);
  if (!found) return failure(found.error());
  if (auto refused = out_of_range("limit_ms", act.limit, limit_least, limit_most)) return failure(*refused);
  if ((*found)->limit == act.limit) return failure(rejection(Code::nothing_changes));
  return Events{SpeechLimitSet{act.speech, act.limit}};
}

// docs/rules.md#l6-end
Decision decide(const Deciding& on, const EndSpeech& act) {
  const Speech* named = on.state.find(act.speech);
  if (named && !on.acts_for(delegation_of(on.state, *named))) return failure(on.not_yours("end_speech"));
  if (auto found = on.speech_under_way(act.speech); !found) return failure(found.error());
  if (auto refused = refused_while_interrupted(on, act.speech)) return failure(*refused);
  return Events{SpeechEnded{act.speech, on.actor.own_only ? EndCause::speaker : EndCause::chair}};
}

// docs/rules.md#l6-return
Decision decide(const Deciding& on, const ReturnSpeaker& act) {
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if (auto refused = refused_while_interrupting(on, **found)) return failure(*refused);
  const auto last = (*found)->speech() ? (*found)->speech() : (*found)->last_speech;
  const EntryId* of = last ? std::get_if<EntryId>(&on.state.speeches.at(*last).of) : nullptr;
  if (!of) return failure(rejection(Code::no_last_speaker, act.panel));
  const Entry& entry = on.state.entries.at(*of);
  const bool still_speaking = (*found)->speech().has_value();
  if (!still_speaking && entry.status != EntryStatus::spoken)
    return failure(rejection(Code::no_last_speaker, act.panel));
  if (auto refused = refused_again(on, entry)) return failure(*refused);
  Events events;
  if (still_speaking) events.push_back(SpeechEnded{*last, EndCause::returned});
  events.push_back(EntryReturned{.entry = entry.id, .place = 0});
  return events;
}

// docs/rules.md#t4-cut
Decision decide(const Deciding& on, const CutSpeech& act) {
  auto found = on.speech_under_way(act.speech);
  if (!found) return failure(found.error());
  const auto cut = cut_at(on.state.panels.at((*found)->panel), **found);
  if (!cut || on.now < *cut) return failure(rejection(Code::nothing_changes));
  return Events{SpeechEnded{act.speech, EndCause::cut}};
}

namespace {

/// What passed between two speeches; longer, it was no hand-over but something that held the floor up.
constexpr Millis hand_over_most = minutes(2);

/// What the beginning of a speech from the list tells of those to come, and the hand-over that led to it.
Millis learn_from_call(const Evolving& on, Panel& panel) {
  fair_time::Gathered& seen = on.learning();
  ++seen.calls;
  panel.list_begun = true;
  if (!panel.free_since) return {};
  const Millis passed = on.stamp.at - *panel.free_since;
  if (passed > hand_over_most) return ++seen.stops, Millis{};
  seen.add_hand_over(in_seconds(passed));
  return passed;
}

/// The same of its end. One that is returned to the list is not over.
void learn_from_end(const Evolving& on, const Speech& speech, const Entry& entry, Millis used) {
  Panel& panel = on.state.panels.at(speech.panel);
  if (is_of_a_member(on.state, entry)) panel.used_by_members += speech.hand_over + used;
  if (speech.end_cause == EndCause::returned) return;
  on.learning().add(
      {.speech = {.kind = speech.limit_of, .base = whole_seconds(speech.base), .limit = whole_seconds(speech.limit)},
       .elapsed = in_seconds(used)});
}

}  // namespace

void evolve(Evolving& on, const FloorGiven& event) {
  ROSTRUM_ASSERT(event.speech.value == on.state.last_speech + 1);
  on.state.last_speech = event.speech.value;
  Panel& panel = on.state.panels.at(event.panel);
  ROSTRUM_ASSERT(panel.floor.empty());
  panel.floor.push_back({.of = event.to, .speech = event.speech});
  on.note(&Changes::turns, event.speech);
  on.note(&Changes::expected, event.panel);
  Millis hand_over;
  if (const auto* id = std::get_if<EntryId>(&event.to)) {
    hand_over = learn_from_call(on, panel);
    on.forget_standing(on.take_off(*id, EntryStatus::has_floor));
    // Who is passed over is so once, also where a move is taken back.
    for (const EntryId waiting : panel.order())
      if (auto& stood = on.state.entries.at(waiting).stood) stood->skipped = false;
  }
  panel.free_since.reset();
  on.state.speeches.emplace(event.speech, Speech{.id = event.speech,
                                                 .panel = event.panel,
                                                 .of = event.to,
                                                 .limit = event.limit,
                                                 .limit_of = event.limit_of,
                                                 .base = base_limit(panel, event.limit_of),
                                                 .hand_over = hand_over,
                                                 .started_at = on.stamp.at});
}

void evolve(Evolving& on, const SpeechPaused& event) {
  Speech& speech = on.under_way(event.speech);
  ROSTRUM_ASSERT(!is_paused(speech));
  speech.pauses.push_back({.from = on.stamp.at, .cause = event.cause});
}

void evolve(Evolving& on, const SpeechResumed& event) {
  Speech& speech = on.under_way(event.speech);
  ROSTRUM_ASSERT(is_paused(speech));
  speech.pauses.back().until = on.stamp.at;
}

namespace {

void set_limit(const Evolving& on, SpeechId id, Millis limit) {
  Speech& speech = on.under_way(id);
  speech.limit = limit;
  on.note(&Changes::expected, speech.panel);
}

}  // namespace

void evolve(Evolving& on, const TimeAdded& event) {
  set_limit(on, event.speech, on.state.speeches.at(event.speech).limit + event.added);
}

void evolve(Evolving& on, const SpeechLimitSet& event) { set_limit(on, event.speech, event.limit); }

namespace {

/// Whoever spoke before has been the last to speak until now.
void note_no_longer_last(const Evolving& on, const Panel& panel) {
  const Speech* before = panel.speech_before_last ? on.state.find(*panel.speech_before_last) : nullptr;
  if (const auto* id = before ? std::get_if<EntryId>(&before->of) : nullptr) on.note(&Changes::stands, *id);
}

}  // namespace

void evolve(Evolving& on, const SpeechEnded& event) {
  Speech& speech = on.under_way(event.speech);
  if (is_paused(speech)) speech.pauses.back().until = on.stamp.at;
  speech.ended_at = on.stamp.at;
  speech.end_cause = event.cause;
  const Millis used = elapsed(speech, on.stamp.at);
  Panel& panel = on.state.panels.at(speech.panel);
  ROSTRUM_ASSERT(panel.speech() == event.speech);
  if (panel.floor.back().stays)
    panel.floor.back().speech.reset();  // until it is ruled on
  else
    panel.floor.pop_back();
  on.note(&Changes::turns, event.speech);
  const auto* id = std::get_if<EntryId>(&speech.of);
  if (id) on.set_status(on.state.entries.at(*id), EntryStatus::spoken);
  if (id && !facts_of(on.state.entries.at(*id).kind).counts_time) return;
  panel.speech_before_last = std::exchange(panel.last_speech, event.speech);
  note_no_longer_last(on, panel);
  on.note(&Changes::panels, speech.panel);
  on.note(&Changes::expected, speech.panel);
  panel.spoken += used;
  ++panel.speeches;
  panel.free_since = on.stamp.at;
  if (id) {
    Entry& entry = on.state.entries.at(*id);
    learn_from_end(on, speech, entry, used);
    if (event.cause == EndCause::cut) on.stand(entry, Outcome::cut);
    if (event.cause != EndCause::returned && counts_as_own(entry)) {
      on.state.spoken[*entry.delegation] += used;
      on.note(&Changes::heard, *entry.delegation);
    }
  } else {
    const PanellistId& panellist = std::get<PanellistId>(speech.of);
    on.note(&Changes::panellists, {speech.panel, panellist});
    auto& [speeches, spoken] = panel.panellists[panellist];
    ++speeches;
    spoken += used;
  }
}

}  // namespace rostrum::council
