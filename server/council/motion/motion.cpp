#include "council/motion/motion.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

bool is_paused_by_motion(const Speech& speech) {
  return is_paused(speech) && speech.pauses.back().cause == PauseCause::motion;
}

/// A motion that an act names, or the rejection that says that it is none.
Decided<const Entry*> motion_entry(const Deciding& on, EntryId id) {
  auto found = on.entry(id);
  if (found && !on.state.motion_of(id)) return failure(rejection(Code::malformed, "entry", "a motion"));
  return found;
}

/// A motion that is before the chair: nothing stands on it but who speaks on it.
Decided<const Entry*> motion_under_way(const Deciding& on, EntryId id) {
  auto found = motion_entry(on, id);
  if (!found) return found;
  const Panel& panel = on.state.panel_of(**found);
  if (!panel.held_by(id)) return failure(rejection(Code::not_taken_up, id));
  if (panel.interrupting() != id) return failure(*refused_while_interrupting(on, panel));
  if (!on.meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  return found;
}

auto by_delegation(const std::vector<OnMotion>& all, const DelegationId& delegation) {
  return std::ranges::find(all, delegation, &OnMotion::delegation);
}

/// Why a delegation may not speak on a motion; none where it may.
std::optional<Rejection> refused_speaking(const Deciding& on, const Entry& entry, const DelegationId& delegation,
                                          MotionSide side) {
  const Motion& motion = on.state.motions.at(entry.id);
  const std::uint32_t most = speakers_on(motion.kind, side);
  const auto heard = std::ranges::count(motion.spoken, side, &OnMotion::side);
  if (heard >= most) return rejection(Code::speakers_heard, name(side), most);
  if (entry.delegation == delegation || by_delegation(motion.spoken, delegation) != motion.spoken.end())
    return rejection(Code::already_spoken, delegation);
  return std::nullopt;
}

const Speech* find(const State& state, const std::optional<SpeechId>& id) { return id ? state.find(*id) : nullptr; }

/// What a motion that holds the floor was taken up over.
const Holding* below(const Panel& panel, EntryId motion) {
  const Holding* held = panel.held_by(motion);
  return held && held != &panel.floor.front() ? held - 1 : nullptr;
}

// Ends a motion, and what it was taken up over where the meeting or the panel ends with it.
class Ending {
 public:
  Ending(const Deciding& on, const Panel& panel) : on_(on), panel_(panel) {}

  /// The motion alone, with who speaks on it.
  void decide(EntryId id, MotionOutcome outcome) {
    if (panel_.held_by(id) && panel_.speech()) events.push_back(SpeechEnded{*panel_.speech(), EndCause::ruled});
    events.push_back(MotionDecided{id, outcome});
  }

  void resume(EntryId motion) {
    const Holding* held = below(panel_, motion);
    const Speech* speech = held ? find(on_.state, held->speech) : nullptr;
    if (speech && is_paused_by_motion(*speech)) events.push_back(SpeechResumed{speech->id});
  }

  /// All that `motion` was taken up over, from the top to the bottom, and what waits: other motions lapse, and the
  /// speaker waits again at the head of the list.
  void clear_floor(EntryId motion) {
    for (const Holding* held = below(panel_, motion); held; held = held == &panel_.floor.front() ? nullptr : held - 1) {
      if (held->stays)
        lapse(*held);
      else
        put_back(*held);
    }
    for (const EntryId id : panel_.lines[Line::motions]) events.push_back(MotionDecided{id, MotionOutcome::lapsed});
  }

  Events events;

 private:
  void lapse(const Holding& held) {
    if (held.speech) events.push_back(SpeechEnded{*held.speech, EndCause::ruled});
    events.push_back(MotionDecided{std::get<EntryId>(held.of), MotionOutcome::lapsed});
  }

  void put_back(const Holding& held) {
    const auto* id = std::get_if<EntryId>(&held.of);
    const Entry* entry = id ? on_.state.find(*id) : nullptr;
    if (!entry || entry->on_motion) return events.push_back(SpeechEnded{*held.speech, EndCause::ruled});
    // It may have asked again, and waits already.
    if (refused_again(on_, *entry)) return events.push_back(SpeechEnded{*held.speech, EndCause::chair});
    events.push_back(SpeechEnded{*held.speech, EndCause::returned});
    events.push_back(EntryReturned{.entry = *id, .place = 0});
  }

  const Deciding& on_;
  const Panel& panel_;
};

/// What a motion that is carried does at once.
Decision carried(const Deciding& on, const Panel& panel, const DecideMotion& act) {
  Ending ending(on, panel);
  ending.decide(act.entry, MotionOutcome::carried);
  Events& events = ending.events;
  const MeetingId& meeting = on.state.open_or_suspended_meeting()->plan.id;
  switch (on.state.motions.at(act.entry).kind) {
  case MotionKind::suspend_meeting: {
    ending.resume(act.entry);
    const auto* resumed = std::get_if<SpeechResumed>(&events.back());
    const auto speech = resumed ? std::optional(resumed->speech) : std::nullopt;
    events.push_back(MeetingSuspended{meeting, act.until});
    if (speech) events.push_back(SpeechPaused{*speech, PauseCause::suspension});
    break;
  }
  case MotionKind::adjourn_meeting:
    ending.clear_floor(act.entry);
    events.push_back(MeetingClosed{meeting});
    break;
  case MotionKind::adjourn_debate:
  case MotionKind::close_debate:
    ending.clear_floor(act.entry);
    if (panel.list != ListStatus::closed) events.push_back(ListClosed{panel.plan.id});
    events.push_back(PanelClosed{panel.plan.id});
    break;
  case MotionKind::close_list:
    ending.resume(act.entry);
    if (panel.list != ListStatus::closed) events.push_back(ListClosed{panel.plan.id});
    break;
  }
  return std::move(events);
}

Outcome standing_after(MotionOutcome outcome) {
  switch (outcome) {
  case MotionOutcome::carried:
    return Outcome::carried;
  case MotionOutcome::not_carried:
    return Outcome::not_carried;
  case MotionOutcome::withdrawn:
  case MotionOutcome::lapsed:
    return Outcome::lapsed;
  }
  ROSTRUM_ASSERT(false);
}

}  // namespace

std::optional<Rejection> refused_motion(const Deciding& on, const Panel& panel,
                                        const std::optional<DelegationId>& delegation) {
  if (panel.status != PanelStatus::open) return rejection(Code::panel_not_open, panel.plan.id);
  if (!on.state.open_or_suspended_meeting()) return rejection(Code::meeting_not_open);
  const auto& waiting = panel.lines[Line::motions];
  if (waiting.size() >= motions_max) return rejection(Code::list_full, motions_max);
  std::vector<EntryId> all = waiting;
  for (const Holding& held : panel.floor)
    if (const auto* id = std::get_if<EntryId>(&held.of); id && on.state.motion_of(*id)) all.push_back(*id);
  for (const EntryId id : all)
    if (on.state.entries.at(id).delegation == delegation) return rejection(Code::already_listed, id);
  return std::nullopt;
}

std::uint32_t place_of_motion(const State& state, const Panel& panel, MotionKind kind) {
  const auto& waiting = panel.lines[Line::motions];
  const auto behind = std::ranges::find_if(waiting, [&](EntryId id) { return state.motions.at(id).kind > kind; });
  return static_cast<std::uint32_t>(behind - waiting.begin());
}

std::optional<Rejection> refused_while_interrupting(const Deciding& on, const Panel& panel) {
  if (auto refused = refused_by_point(on, panel)) return refused;
  const auto motion = panel.interrupting();
  return motion ? std::optional(rejection(Code::motion_under_way, *motion)) : std::nullopt;
}

std::optional<Rejection> refused_by_procedure(const Deciding& on, const Panel& panel) {
  if (auto refused = refused_by_waiting_point(on, panel)) return refused;
  if (const auto motion = panel.interrupting()) return rejection(Code::motion_waits, *motion);
  const auto& waiting = panel.lines[Line::motions];
  return waiting.empty() ? std::nullopt : std::optional(rejection(Code::motion_waits, waiting.front()));
}

// docs/rules.md#l5-move
Decision decide(const Deciding& on, const MoveMotion& act) {
  std::optional<DelegationId> delegation;
  if (facts_of(act.motion).of_the_chair) {
    if (on.actor.own_only) return failure(on.not_yours(MoveMotion::is.name));
    if (act.delegation) return failure(rejection(Code::malformed, "delegation", "none: the chair proposes it"));
  } else {
    auto acting = on.acting_delegation(act.delegation, MoveMotion::is.name);
    if (!acting) return failure(acting.error());
    delegation = *std::move(acting);
  }
  auto found = on.panel(act.panel);
  if (!found) return failure(found.error());
  if (auto refused = refused_motion(on, **found, delegation)) return failure(*refused);
  if (act.motion == MotionKind::close_list && list_status(**found, on.now) == ListStatus::closed)
    return failure(rejection(Code::list_already_closed, act.panel));
  return Events{MotionMoved{.entry = {on.state.last_entry + 1},
                            .panel = act.panel,
                            .delegation = std::move(delegation),
                            .motion = act.motion,
                            .place = place_of_motion(on.state, **found, act.motion),
                            .language = on.state.session.languages.front()}};
}

// docs/rules.md#l5-take-up
Decision decide(const Deciding& on, const TakeUpMotion& act) {
  auto found = motion_entry(on, act.entry);
  if (!found) return failure(found.error());
  if (auto waiting = on.waiting_entry(act.entry); !waiting) return failure(waiting.error());
  const Panel& panel = on.state.panel_of(**found);
  if (auto refused = refused_by_waiting_point(on, panel)) return failure(*refused);
  if (!on.meeting_is_open()) return failure(rejection(Code::meeting_not_open));
  const EntryId first = panel.lines[Line::motions].front();
  if (first != act.entry) return failure(rejection(Code::motion_goes_first, first));
  if (const auto other = panel.interrupting())
    if (on.state.motions.at(*other).kind <= on.state.motions.at(act.entry).kind)
      return failure(rejection(Code::motion_under_way, *other));
  Events events;
  if (const Speech* speech = find(on.state, panel.speech()); speech && !is_paused(*speech))
    events.push_back(stopped(on, *speech, PauseCause::motion));
  const bool spoken = (*found)->delegation.has_value();
  events.push_back(MotionTakenUp{.entry = act.entry,
                                 .speech = spoken ? std::optional(SpeechId{on.state.last_speech + 1}) : std::nullopt,
                                 .limit = limit_for(on.state, **found)});
  return events;
}

// docs/rules.md#l5-speak-on
Decision decide(const Deciding& on, const AskOnMotion& act) {
  auto delegation = on.acting_delegation(act.delegation, AskOnMotion::is.name);
  if (!delegation) return failure(delegation.error());
  auto found = motion_entry(on, act.entry);
  if (!found) return failure(found.error());
  if (!on.state.panel_of(**found).held_by(act.entry)) return failure(rejection(Code::not_taken_up, act.entry));
  if (auto refused = refused_speaking(on, **found, *delegation, act.side)) return failure(*refused);
  const auto& asks = on.state.motions.at(act.entry).asks;
  const auto asked = by_delegation(asks, *delegation);
  if (asked != asks.end() && asked->side == act.side) return failure(rejection(Code::nothing_changes));
  return Events{SpeakingOnMotionAsked{act.entry, *std::move(delegation), act.side}};
}

// docs/rules.md#l5-speak-on
Decision decide(const Deciding& on, const WithdrawFromMotion& act) {
  auto delegation = on.acting_delegation(act.delegation, WithdrawFromMotion::is.name);
  if (!delegation) return failure(delegation.error());
  auto found = motion_entry(on, act.entry);
  if (!found) return failure(found.error());
  const auto& asks = on.state.motions.at(act.entry).asks;
  if (by_delegation(asks, *delegation) == asks.end()) return failure(rejection(Code::has_not_asked, *delegation));
  return Events{SpeakingOnMotionWithdrawn{act.entry, *std::move(delegation)}};
}

// docs/rules.md#l5-speak-on
Decision decide(const Deciding& on, const GiveFloorOnMotion& act) {
  auto found = motion_under_way(on, act.entry);
  if (!found) return failure(found.error());
  if (!on.state.find(act.delegation)) return failure(rejection(Code::unknown_delegation, act.delegation));
  if (auto refused = refused_speaking(on, **found, act.delegation, act.side)) return failure(*refused);
  Events events;
  if (const auto speech = on.state.panel_of(**found).speech()) events.push_back(SpeechEnded{*speech, EndCause::next});
  events.push_back(FloorGivenOnMotion{.entry = act.entry,
                                      .by = {on.state.last_entry + 1},
                                      .speech = {on.state.last_speech + 1},
                                      .delegation = act.delegation,
                                      .side = act.side,
                                      .limit = limit_for(on.state, **found),
                                      .language = on.state.session.languages.front()});
  return events;
}

// docs/rules.md#l5-decide
Decision decide(const Deciding& on, const AskForObjections& act) {
  auto found = motion_under_way(on, act.entry);
  if (!found) return failure(found.error());
  if (on.state.motions.at(act.entry).objections_asked_at) return failure(rejection(Code::nothing_changes));
  Events events;
  if (const auto speech = on.state.panel_of(**found).speech()) events.push_back(SpeechEnded{*speech, EndCause::chair});
  events.push_back(ObjectionsAsked{act.entry});
  return events;
}

// docs/rules.md#l5-decide
Decision decide(const Deciding& on, const DecideMotion& act) {
  auto found = motion_entry(on, act.entry);
  if (!found) return failure(found.error());
  const Entry& entry = **found;
  if (on.actor.own_only && (act.outcome != MotionOutcome::withdrawn || !on.acts_for(entry.delegation)))
    return failure(on.not_yours(DecideMotion::is.name));
  const MotionKind kind = on.state.motions.at(act.entry).kind;
  if (act.until && (act.outcome != MotionOutcome::carried || kind != MotionKind::suspend_meeting))
    return failure(rejection(Code::malformed, "until", "an instant for a suspension that is carried"));
  const Panel& panel = on.state.panel_of(entry);
  const bool voted = act.outcome == MotionOutcome::carried || act.outcome == MotionOutcome::not_carried;
  if (entry.status == EntryStatus::waiting && !voted) return Events{MotionDecided{act.entry, act.outcome}};
  if (auto under_way = motion_under_way(on, act.entry); !under_way) return failure(under_way.error());
  if (act.outcome == MotionOutcome::carried) {
    if (act.until)
      if (auto refused = refused_instant("until", *act.until, on.now)) return failure(*refused);
    if (auto refused = refused_by_waiting_point(on, panel)) return failure(*refused);
    return carried(on, panel, act);
  }
  Ending ending(on, panel);
  ending.decide(act.entry, act.outcome);
  ending.resume(act.entry);
  return std::move(ending.events);
}

void evolve(Evolving& on, const MotionMoved& event) {
  ROSTRUM_ASSERT(event.entry.value == on.state.last_entry + 1);
  on.state.last_entry = event.entry.value;
  Entry entry{.id = event.entry,
              .panel = event.panel,
              .delegation = event.delegation,
              .kind = Kind::motion,
              .language = event.language,
              .requested_at = on.stamp.at,
              .requested_by = on.stamp.actor};
  on.forget_standing(entry);
  on.state.entries.emplace(event.entry, std::move(entry));
  on.state.motions.emplace(event.entry, Motion{.kind = event.motion});
  on.put(event.entry, event.place);
}

void evolve(Evolving& on, const MotionTakenUp& event) {
  Entry& entry = on.take_off(event.entry, event.speech ? EntryStatus::has_floor : EntryStatus::spoken);
  on.forget_standing(entry);
  entry.recognised_at = on.stamp.at;
  Panel& panel = on.state.panels.at(entry.panel);
  if (panel.speech()) on.note(&Changes::turns, *panel.speech());
  on.note(&Changes::floors, entry.panel);
  panel.floor.push_back({.of = event.entry, .speech = event.speech, .interrupts = true, .stays = true});
  if (!event.speech) return;
  ROSTRUM_ASSERT(event.speech->value == on.state.last_speech + 1);
  on.state.last_speech = event.speech->value;
  on.note(&Changes::turns, *event.speech);
  on.state.speeches.emplace(*event.speech, Speech{.id = *event.speech,
                                                  .panel = entry.panel,
                                                  .of = event.entry,
                                                  .limit = event.limit,
                                                  .limit_of = LimitOf::point_of_order,
                                                  .started_at = on.stamp.at});
}

namespace {

/// The motion without a delegation among those who ask.
Motion& asks_no_longer(const Evolving& on, EntryId entry, const DelegationId& delegation) {
  Motion& motion = on.state.motions.at(entry);
  std::erase_if(motion.asks, [&](const OnMotion& one) { return one.delegation == delegation; });
  on.note(&Changes::motions, entry);
  on.note(&Changes::on_motions, {entry, delegation});
  return motion;
}

}  // namespace

void evolve(Evolving& on, const SpeakingOnMotionAsked& event) {
  asks_no_longer(on, event.entry, event.delegation).asks.push_back({event.delegation, event.side});
}

void evolve(Evolving& on, const SpeakingOnMotionWithdrawn& event) { asks_no_longer(on, event.entry, event.delegation); }

void evolve(Evolving& on, const FloorGivenOnMotion& event) {
  ROSTRUM_ASSERT(event.by.value == on.state.last_entry + 1 && event.speech.value == on.state.last_speech + 1);
  on.state.last_entry = event.by.value;
  on.state.last_speech = event.speech.value;
  asks_no_longer(on, event.entry, event.delegation).spoken.push_back({event.delegation, event.side});
  const PanelId panel = on.state.entries.at(event.entry).panel;
  on.state.entries.emplace(event.by, Entry{.id = event.by,
                                           .panel = panel,
                                           .delegation = event.delegation,
                                           .kind = Kind::motion,
                                           .language = event.language,
                                           .recognised_at = on.stamp.at,
                                           .requested_at = on.stamp.at,
                                           .requested_by = on.stamp.actor,
                                           .status = EntryStatus::has_floor,
                                           .on_motion = event.entry,
                                           .side = event.side});
  auto& floor = on.state.panels.at(panel).floor;
  ROSTRUM_ASSERT(!floor.empty() && floor.back().of == decltype(Holding::of){event.entry} && !floor.back().speech);
  floor.push_back({.of = event.by, .speech = event.speech, .interrupts = true});
  on.state.speeches.emplace(event.speech, Speech{.id = event.speech,
                                                 .panel = panel,
                                                 .of = event.by,
                                                 .limit = event.limit,
                                                 .limit_of = LimitOf::point_of_order,
                                                 .started_at = on.stamp.at});
  on.note(&Changes::entries, event.by);
  on.note(&Changes::turns, event.speech);
}

void evolve(Evolving& on, const ObjectionsAsked& event) {
  on.state.motions.at(event.entry).objections_asked_at = on.stamp.at;
  on.note(&Changes::motions, event.entry);
}

void evolve(Evolving& on, const MotionDecided& event) {
  Entry& entry = on.state.entries.at(event.entry);
  Motion& motion = on.state.motions.at(event.entry);
  if (entry.status == EntryStatus::waiting) {
    on.take_off(event.entry, EntryStatus::withdrawn);
  } else {
    Panel& panel = on.state.panels.at(entry.panel);
    ROSTRUM_ASSERT(panel.floor.back().of == decltype(Holding::of){event.entry} && !panel.speech());
    panel.floor.pop_back();
    on.note(&Changes::floors, entry.panel);
    if (panel.speech()) on.note(&Changes::turns, *panel.speech());
  }
  motion.outcome = event.outcome;
  for (const OnMotion& one : std::exchange(motion.asks, {}))
    on.note(&Changes::on_motions, {event.entry, one.delegation});
  on.note(&Changes::motions, event.entry);
  if (event.outcome == MotionOutcome::withdrawn)
    on.forget_standing(entry);
  else
    on.stand(entry, standing_after(event.outcome));
}

}  // namespace rostrum::council
