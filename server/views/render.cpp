// Who may see what, one function per kind of entity, the rule in words above it (docs/rules.md#p4).
#include "base/assert.hpp"
#include "council/timing.hpp"
#include "views/views.hpp"

namespace rostrum::views {

namespace {

using council::State;

constexpr std::int64_t ms_per_s = 1000;

bool hidden_draft(const council::Panel& panel, Audience audience) {
  return panel.plan.draft && audience == Audience::public_;
}

bool in_view(const council::Entry& entry) {
  return entry.status == council::EntryStatus::waiting || entry.status == council::EntryStatus::has_floor;
}

/// The session: everyone. Of its panels the public sees no drafts.
Entity session(const State& state, Audience audience) {
  Session view{.plan = state.session, .meetings = state.meeting_order, .panels = {}};
  for (const PanelId& id : state.panel_order)
    if (!hidden_draft(state.panels.at(id), audience)) view.panels.push_back(id);
  return view;
}

/// A panel: everyone, a draft not the public.
Entity panel(const council::Panel& panel) {
  return Panel{.plan = panel.plan,
               .status = panel.status,
               .list = panel.list,
               .list_opens_at = panel.list_opens_at,
               .list_closes_at = panel.list_closes_at,
               .opened_at = panel.opened_at,
               .spoken = panel.spoken,
               .speeches = panel.speeches};
}

/// A panellist: everyone who sees the panel.
std::optional<Entity> panellist(const State& state, const council::Panel& panel, const PanellistId& id) {
  const council::PanellistPlan* plan = state.find(panel, id);
  if (!plan) return std::nullopt;
  Panellist view{.plan = *plan, .panel = panel.plan.id, .limit = panel.plan.limits.at(council::LimitOf::panellist)};
  if (const auto found = panel.panellists.find(id); found != panel.panellists.end())
    std::tie(view.speeches, view.spoken) = found->second;
  return view;
}

std::uint32_t seconds_down(Millis span) { return static_cast<std::uint32_t>(span.value / ms_per_s); }
std::uint32_t seconds_up(Millis span) { return static_cast<std::uint32_t>((span.value + ms_per_s - 1) / ms_per_s); }

/// The list with the expected times: everyone who sees the panel (L10).
Entity queue(const State& state, const council::Panel& panel) {
  const council::Estimate estimate = council::estimate(state, panel);
  Queue view{.panel = panel.plan.id,
             .entries = panel.order,
             .earliest_s = {},
             .latest_s = {},
             .finish_earliest_s = seconds_down(estimate.finish_earliest),
             .finish_latest_s = seconds_up(estimate.finish_latest)};
  for (const auto& [earliest, latest] : estimate.entries) {
    view.earliest_s.push_back(seconds_down(earliest));
    view.latest_s.push_back(seconds_up(latest));
  }
  return view;
}

/// An entry: everyone, while it waits or has the floor.
Entity entry(const State& state, const council::Entry& entry) {
  return Entry{.id = entry.id,
               .panel = entry.panel,
               .delegation = entry.delegation,
               .kind = entry.kind,
               .language = entry.language,
               .speaker = entry.speaker,
               .on_behalf_of = entry.on_behalf_of,
               .addressed_to = entry.addressed_to,
               .requested_at = entry.requested_at,
               .limit = council::limit_for(state, entry),
               .moved = entry.moved};
}

/// The desk's notes on an entry: the desk alone, as long as the entry is in view.
Entity desk_note(const council::Entry& entry) {
  return DeskNote{.entry = entry.id, .no_shows = entry.no_shows, .requested_by = entry.requested_by};
}

FloorSpeech speech_on_floor(const State& state, const council::Panel& panel, const council::Speech& speech) {
  FloorSpeech view{.speech = speech.id,
                   .of = speech.of,
                   .limit = speech.limit,
                   .limit_of = speech.limit_of,
                   .started_at = speech.started_at,
                   .paused = council::paused(speech),
                   .amber = council::amber_at(speech.limit)};
  if (panel.plan.at_limit == council::AtLimit::cut) view.cut_after = panel.plan.grace;
  if (council::is_paused(speech)) {
    view.paused_at = speech.pauses.back().from;
    view.pause_cause = speech.pauses.back().cause;
  }
  if (const auto* id = std::get_if<EntryId>(&speech.of)) {
    const council::Entry& entry = state.entries.at(*id);
    view.delegation = entry.delegation;
    view.kind = entry.kind;
    view.language = entry.language;
    view.speaker = entry.speaker;
    view.on_behalf_of = entry.on_behalf_of;
  }
  return view;
}

bool last_speaker_returnable(const State& state, const council::Panel& panel) {
  const auto last = panel.speech ? panel.speech : panel.last_speech;
  const auto* id = last ? std::get_if<EntryId>(&state.speeches.at(*last).of) : nullptr;
  return id && (panel.speech || state.entries.at(*id).status == council::EntryStatus::spoken);
}

/// Who has the floor: everyone who sees the panel.
Entity floor(const State& state, const council::Panel& panel) {
  Floor view{.panel = panel.plan.id, .speech = {}, .last_speaker_returnable = last_speaker_returnable(state, panel)};
  if (panel.speech) view.speech = speech_on_floor(state, panel, state.speeches.at(*panel.speech));
  return view;
}

/// What is a panel's: seen by whoever sees the panel.
std::optional<Entity> of_panel(const State& state, const Key& key, Audience audience) {
  const council::Panel* found = state.find(PanelId{key.id});
  if (!found || hidden_draft(*found, audience)) return std::nullopt;
  if (key.kind == KeyKind::panel) return panel(*found);
  if (key.kind == KeyKind::queue) return queue(state, *found);
  if (key.kind == KeyKind::floor) return floor(state, *found);
  return panellist(state, *found, {key.second});
}

std::optional<Entity> of_entry(const State& state, const Key& key, Audience audience) {
  const council::Entry* found = state.find(EntryId{key.number});
  if (!found || !in_view(*found) || hidden_draft(state.panel_of(*found), audience)) return std::nullopt;
  if (key.kind == KeyKind::entry) return entry(state, *found);
  if (audience != Audience::desk) return std::nullopt;
  return desk_note(*found);
}

std::optional<Entity> shared(const State& state, const Key& key, Audience audience) {
  switch (key.kind) {
  case KeyKind::session:
    return session(state, audience);
  case KeyKind::meeting: {
    const council::Meeting* found = state.find(MeetingId{key.id});
    return found ? std::optional<Entity>(Meeting{*found}) : std::nullopt;
  }
  case KeyKind::delegation: {
    const council::DelegationPlan* found = state.find(DelegationId{key.id});
    return found ? std::optional<Entity>(Delegation{*found}) : std::nullopt;
  }
  case KeyKind::panel:
  case KeyKind::panellist:
  case KeyKind::queue:
  case KeyKind::floor:
    return of_panel(state, key, audience);
  case KeyKind::entry:
  case KeyKind::desk:
    return of_entry(state, key, audience);
  case KeyKind::standing:
    return std::nullopt;
  }
  ROSTRUM_ASSERT(false);
}

/// A standing: its own delegation alone.
std::optional<Entity> standing(const State& state, const Key& key, const DelegationId& viewer) {
  if (key.kind != KeyKind::standing || key.id != viewer.value) return std::nullopt;
  const auto found = state.standings.find(viewer);
  if (found == state.standings.end()) return std::nullopt;
  return Standing{.delegation = viewer, .standing = found->second};
}

}  // namespace

std::optional<Entity> render(const council::State& state, const Key& key, const Viewer& viewer) {
  if (const auto* delegation = std::get_if<DelegationId>(&viewer)) return standing(state, key, *delegation);
  return shared(state, key, std::get<Audience>(viewer));
}

}  // namespace rostrum::views
