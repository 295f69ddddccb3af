#include "council/state.hpp"

#include <algorithm>
#include <functional>

namespace rostrum::council {

namespace {

template <class Map, class Id>
auto find_in(const Map& map, const Id& id) -> const typename Map::mapped_type* {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::optional<EntryId> Panel::interrupting() const {
  const auto found = std::find_if(floor.rbegin(), floor.rend(), std::mem_fn(&Holding::stays));
  return found == floor.rend() ? std::nullopt : std::optional(std::get<EntryId>(found->of));
}

std::optional<SpeechId> Panel::interrupted() const {
  return floor.size() < 2 ? std::nullopt : floor[floor.size() - 2].speech;
}

bool Panel::is_interrupted(SpeechId speech) const {
  return this->speech() != speech && std::ranges::find(floor, speech, &Holding::speech) != floor.end();
}

const Holding* Panel::held_by(EntryId entry) const {
  const auto found = std::ranges::find(floor, decltype(Holding::of){entry}, &Holding::of);
  return found == floor.end() ? nullptr : &*found;
}

const Meeting* State::open_or_suspended_meeting() const {
  for (const auto& [id, meeting] : meetings)
    if (meeting.status == MeetingStatus::open || meeting.status == MeetingStatus::suspended) return &meeting;
  return nullptr;
}

const Panel* State::find(const PanelId& id) const { return find_in(panels, id); }
const Meeting* State::find(const MeetingId& id) const { return find_in(meetings, id); }
const Entry* State::find(EntryId id) const { return find_in(entries, id); }
const Speech* State::find(SpeechId id) const { return find_in(speeches, id); }
const DelegationPlan* State::find(const DelegationId& id) const { return find_in(delegations, id); }
const Grant* State::find(const GrantId& id) const { return find_in(grants, id); }
const Statement* State::statement_of(EntryId entry) const { return find_in(statements, entry); }
const Motion* State::motion_of(EntryId entry) const { return find_in(motions, entry); }
const Signal* State::find(SignalId id) const { return find_in(signals, id); }
const Notice* State::find(NoticeId id) const { return find_in(notices, id); }
const Help* State::find(HelpId id) const { return find_in(helps, id); }

const PanellistPlan* State::find(const Panel& panel, const PanellistId& id) const {
  const auto found = std::ranges::find(panel.plan.panellists, id, &PanellistPlan::id);
  return found == panel.plan.panellists.end() ? nullptr : &*found;
}

const Speech* State::speech_of(const Entry& entry) const {
  const Holding* held = panel_of(entry).held_by(entry.id);
  return held && held->speech ? find(*held->speech) : nullptr;
}

const StatementVersion& State::followed(const Statement& statement) const {
  const auto found = statement.texts.find(entries.at(statement.entry).language);
  return found != statement.texts.end() ? found->second : statement.texts.at(statement.languages.front());
}

Category State::category_of(const Entry& entry) const {
  const DelegationPlan* delegation = entry.delegation ? find(*entry.delegation) : nullptr;
  return delegation ? delegation->category : Category::secretariat;
}

bool counts_as_own(const Entry& entry) {
  const KindFacts& facts = facts_of(entry.kind);
  return entry.delegation && facts.counts_time && !facts.on_behalf;
}

bool has_begun(const Entry& entry) {
  return entry.status == EntryStatus::has_floor || entry.status == EntryStatus::spoken;
}

bool is_heard(const Entry& entry) { return has_begun(entry) && counts_as_own(entry); }

std::uint32_t statements_before(const State& state, const Entry& entry) {
  const auto found = entry.delegation ? state.heard.find(*entry.delegation) : state.heard.end();
  return found == state.heard.end() ? 0 : found->second - (is_heard(entry) ? 1 : 0);
}

Millis spoken_before(const State& state, const Entry& entry) {
  const auto found = entry.delegation ? state.spoken.find(*entry.delegation) : state.spoken.end();
  return found == state.spoken.end() ? Millis{} : found->second;
}

bool is_of_a_member(const State& state, const Entry& entry) {
  return entry.delegation && facts_of(entry.kind).counts_time && state.category_of(entry) == Category::member;
}

std::optional<DelegationId> delegation_of(const State& state, const Speech& speech) {
  const auto* entry = std::get_if<EntryId>(&speech.of);
  return entry ? state.entries.at(*entry).delegation : std::nullopt;
}

const Speech* speech_on_the_floor(const State& state) {
  for (const auto& [id, panel] : state.panels)
    if (const auto speech = panel.speech()) return &state.speeches.at(*speech);
  return nullptr;
}

std::optional<DelegationId> concerned(const State& state, const Signal& signal) {
  const Speech* speech = signal.speech ? &state.speeches.at(*signal.speech) : nullptr;
  if (signal.kind == SignalKind::no_sound) speech = speech_on_the_floor(state);
  return speech && !speech->ended_at ? delegation_of(state, *speech) : std::nullopt;
}

bool is_over(const State& state, const Signal& signal) {
  if (signal.ended_at) return true;
  if (signal.kind == SignalKind::no_sound) return false;
  return signal.speech && state.speeches.at(*signal.speech).ended_at;
}

bool is_over(const Help& help) { return help.status == HelpStatus::done || help.status == HelpStatus::withdrawn; }

std::optional<Instant> expiry(const SessionPlan& session, Role role, Instant at) {
  if (session.codes_valid == Millis{} || role == Role::chair || role == Role::desk) return std::nullopt;
  return at + session.codes_valid;
}

GrantId grant_id(const SeatId& seat, std::uint32_t generation) {
  return {seat.value + "." + std::to_string(generation)};
}

}  // namespace rostrum::council
