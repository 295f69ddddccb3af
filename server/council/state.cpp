#include "council/state.hpp"

#include <algorithm>

namespace rostrum::council {

namespace {

template <class Map, class Id>
auto find_in(const Map& map, const Id& id) -> const typename Map::mapped_type* {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::optional<EntryId> Panel::interrupting() const {
  if (floor.empty() || !floor.back().interrupts) return std::nullopt;
  return std::get<EntryId>(floor.back().of);
}

std::optional<SpeechId> Panel::interrupted() const {
  return floor.size() < 2 ? std::nullopt : floor[floor.size() - 2].speech;
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
const Signal* State::find(SignalId id) const { return find_in(signals, id); }
const Notice* State::find(NoticeId id) const { return find_in(notices, id); }
const Help* State::find(HelpId id) const { return find_in(helps, id); }

const PanellistPlan* State::find(const Panel& panel, const PanellistId& id) const {
  const auto found = std::ranges::find(panel.plan.panellists, id, &PanellistPlan::id);
  return found == panel.plan.panellists.end() ? nullptr : &*found;
}

const Speech* State::speech_of(const Entry& entry) const {
  const Panel& panel = panel_of(entry);
  const auto found = std::ranges::find(panel.floor, decltype(Holding::of){entry.id}, &Holding::of);
  return found != panel.floor.end() && found->speech ? find(*found->speech) : nullptr;
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

bool is_heard(const Entry& entry) {
  const bool begun = entry.status == EntryStatus::has_floor || entry.status == EntryStatus::spoken;
  return begun && counts_as_own(entry);
}

std::uint32_t statements_before(const State& state, const Entry& entry) {
  const auto found = entry.delegation ? state.heard.find(*entry.delegation) : state.heard.end();
  return found == state.heard.end() ? 0 : found->second - (is_heard(entry) ? 1 : 0);
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
