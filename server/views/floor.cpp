#include <algorithm>
#include <ranges>

#include "base/planted.hpp"
#include "council/timing.hpp"
#include "views/thing.hpp"

namespace rostrum::views {

namespace {

using council::State;

Key key_of(const PanelId& id) { return {.kind = KeyKind::floor, .id = id.value}; }

/// Of its statement as it now stands: a shorter version may have come since.
std::uint32_t paragraph_reached(const State& state, const council::Speech& speech) {
  const auto* id = std::get_if<EntryId>(&speech.of);
  const council::Statement* statement = id ? state.statement_of(*id) : nullptr;
  if (!statement) return 0;
  return std::min(speech.paragraph, static_cast<std::uint32_t>(state.followed(*statement).paragraphs.size()));
}

void put_entry(Holding& view, const council::Entry& entry) {
  view.delegation = entry.delegation;
  view.kind = entry.kind;
  view.language = entry.language;
  view.speaker = entry.speaker;
  view.on_behalf_of = entry.on_behalf_of;
  view.body = entry.body;
  view.motion = entry.on_motion;
  if (entry.on_motion) view.side = entry.side;
}

void put_speech(Holding& view, const State& state, const council::Panel& panel, const council::Speech& speech) {
  view.speech = speech.id;
  view.limit = speech.limit;
  view.limit_of = speech.limit_of;
  view.started_at = speech.started_at;
  view.paused = council::paused(speech);
  view.amber = council::amber_at(speech.limit);
  if (panel.plan.at_limit == council::AtLimit::cut) view.cut_after = panel.plan.grace;
  if (council::is_paused(speech)) {
    view.paused_at = speech.pauses.back().from;
    view.pause_cause = speech.pauses.back().cause;
  }
  view.paragraph = paragraph_reached(state, speech);
}

Holding holding(const State& state, const council::Panel& panel, const council::Holding& held) {
  Holding view{.of = held.of};
  if (const auto* id = std::get_if<EntryId>(&held.of)) {
    const council::Entry& entry = state.entries.at(*id);
    put_entry(view, entry);
    if (held.interrupts) view.started_at = entry.recognised_at;
  }
  if (held.speech) put_speech(view, state, panel, state.speeches.at(*held.speech));
  return view;
}

const EntryId* last_entry(const State& state, const council::Panel& panel) {
  const auto last = panel.speech() ? panel.speech() : panel.last_speech;
  return last ? std::get_if<EntryId>(&state.speeches.at(*last).of) : nullptr;
}

bool last_speaker_returnable(const State& state, const council::Panel& panel) {
  if (panel.interrupting()) return false;
  const EntryId* id = last_entry(state, panel);
  return id && (panel.speech() || state.entries.at(*id).status == council::EntryStatus::spoken);
}

/// Everyone who sees the panel.
std::optional<Entity> shared(const State& state, const Key& key, Audience audience) {
  const council::Panel* panel = panel_seen(state, {key.id}, audience);
  if (!panel) return std::nullopt;
  Floor view{.panel = panel->plan.id, .last_speaker_returnable = last_speaker_returnable(state, *panel)};
  for (const council::Holding& held : std::views::reverse(panel->floor))
    view.holdings.push_back(holding(state, *panel, held));
  return view;
}

void of_panel(const council::Panel& panel, Keys& keys) { keys.push_back(key_of(panel.plan.id)); }

/// Whether the last speaker can be returned rests on where their entry stands, the paragraph on the text.
void follow(const council::Changes& changes, const State& after, Keys& keys) {
  for (const SpeechId id : changes.turns) keys.push_back(key_of(after.speeches.at(id).panel));
  for (const PanelId& id : changes.floors) {
    const auto speech = after.panels.at(id).speech();
    if (planted::is(planted::Bug::forgets_pauses) && speech && council::is_paused(after.speeches.at(*speech))) continue;
    keys.push_back(key_of(id));
  }
  for (const EntryId id : changes.stands) {
    const council::Panel& panel = after.panel_of(after.entries.at(id));
    if (const EntryId* last = last_entry(after, panel); last && *last == id) keys.push_back(key_of(panel.plan.id));
  }
  for (const EntryId id : changes.statements)
    if (const council::Entry& entry = after.entries.at(id); after.speech_of(entry)) keys.push_back(key_of(entry.panel));
}

}  // namespace

const Thing things::floor{.shared = shared, .of_panel = of_panel, .follow = follow};

}  // namespace rostrum::views
