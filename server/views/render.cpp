// Who may see what, one function per kind of entity, the rule in words above it (docs/rules.md#p4).
#include <algorithm>

#include "base/assert.hpp"
#include "council/order.hpp"
#include "council/timing.hpp"
#include "views/views.hpp"

namespace rostrum::views {

namespace {

using council::State;

constexpr std::int64_t ms_per_s = 1000;

bool hidden_draft(const council::Panel& panel, Audience audience) {
  return panel.plan.draft && audience == Audience::public_;
}

/// A point of order is everyone's to see once it has the floor.
bool in_view(const council::Entry& entry) {
  if (entry.kind == council::Kind::point_of_order) return entry.status == council::EntryStatus::has_floor;
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
             .finish_latest_s = seconds_up(estimate.finish_latest),
             .next = council::next_of(state, panel)};
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
               .body = entry.body,
               .requested_at = entry.requested_at,
               .limit = council::limit_for(state, entry),
               .moved = entry.moved,
               .skipped = entry.skipped};
}

/// The desk's notes on an entry: the desk alone, as long as the entry is in view.
Entity desk_note(const council::Entry& entry) {
  return DeskNote{.entry = entry.id, .no_shows = entry.no_shows, .requested_by = entry.requested_by};
}

/// Of its statement as it now stands: a shorter version may have come since.
std::uint32_t paragraph_reached(const State& state, const council::Speech& speech) {
  const auto* id = std::get_if<EntryId>(&speech.of);
  const council::Statement* statement = id ? state.statement_of(*id) : nullptr;
  if (!statement) return 0;
  return std::min(speech.paragraph, static_cast<std::uint32_t>(state.followed(*statement).paragraphs.size()));
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
    view.body = entry.body;
  }
  view.paragraph = paragraph_reached(state, speech);
  return view;
}

/// The point of order before the chair, and the speech that it interrupts: everyone who sees the panel.
void put_point(Floor& view, const State& state, const council::Panel& panel) {
  if (!panel.point) return;
  const council::Entry& point = state.entries.at(*panel.point);
  view.point = {.entry = point.id, .delegation = point.delegation, .recognised_at = point.recognised_at};
  if (!panel.interrupted) return;
  const council::Speech& speech = state.speeches.at(*panel.interrupted);
  view.interrupted = Interrupted{.speech = speech.id,
                                 .of = speech.of,
                                 .limit = speech.limit,
                                 .spoken = council::elapsed(speech, speech.pauses.back().from),
                                 .paragraph = paragraph_reached(state, speech)};
  const auto* id = std::get_if<EntryId>(&speech.of);
  if (!id) return;
  const council::Entry& entry = state.entries.at(*id);
  view.interrupted->delegation = entry.delegation;
  view.interrupted->speaker = entry.speaker;
  view.interrupted->body = entry.body;
}

bool last_speaker_returnable(const State& state, const council::Panel& panel) {
  if (panel.point) return false;
  const auto last = panel.speech ? panel.speech : panel.last_speech;
  const auto* id = last ? std::get_if<EntryId>(&state.speeches.at(*last).of) : nullptr;
  return id && (panel.speech || state.entries.at(*id).status == council::EntryStatus::spoken);
}

/// Who has the floor: everyone who sees the panel.
Entity floor(const State& state, const council::Panel& panel) {
  Floor view{.panel = panel.plan.id,
             .speech = {},
             .last_speaker_returnable = last_speaker_returnable(state, panel),
             .point = {},
             .interrupted = {}};
  put_point(view, state, panel);
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

PointOfOrder point_of_order(const council::Panel& panel, const council::Entry& entry) {
  return {.entry = entry.id,
          .panel = entry.panel,
          .delegation = entry.delegation,
          .note = entry.note,
          .raised_at = entry.requested_at,
          .recognised = panel.point == entry.id};
}

/// A point of order with its note, until it is ruled on: the desk, and its own delegation.
std::optional<Entity> of_point(const State& state, const Key& key) {
  const council::Entry* found = state.find(EntryId{key.number});
  if (!found || found->kind != council::Kind::point_of_order) return std::nullopt;
  const council::Panel& panel = state.panel_of(*found);
  if (found->status != council::EntryStatus::waiting && panel.point != found->id) return std::nullopt;
  return point_of_order(panel, *found);
}

bool is_last_speaker(const State& state, const council::Entry& entry) {
  const auto& last = state.panel_of(entry).last_speech;
  const auto* id = last ? std::get_if<EntryId>(&state.speeches.at(*last).of) : nullptr;
  return id && *id == entry.id && entry.status == council::EntryStatus::spoken;
}

Statement statement(const council::Entry& entry, const council::Statement& statement, bool with_plan) {
  Statement view{.entry = entry.id,
                 .panel = entry.panel,
                 .delegation = entry.delegation,
                 .delivery = statement.delivery,
                 .texts = {},
                 .released_at = statement.released_at,
                 .releases_at = with_plan ? statement.releases_at : std::nullopt};
  for (const std::string& language : statement.languages) {
    const council::StatementVersion& text = statement.texts.at(language);
    view.texts.push_back({.language = language,
                          .version = text.version,
                          .format = text.format,
                          .paragraphs = text.paragraphs,
                          .words = text.words,
                          .submitted_at = text.submitted_at});
  }
  return view;
}

/// A statement, while its entry waits, has the floor or was the last to have it: booth and desk; everyone who sees the
/// panel once it is released (S2).
std::optional<Entity> of_statement(const State& state, const Key& key, Audience audience) {
  const council::Statement* found = state.statement_of(EntryId{key.number});
  if (!found) return std::nullopt;
  const council::Entry& entry = state.entries.at(found->entry);
  if (!in_view(entry) && !is_last_speaker(state, entry)) return std::nullopt;
  if (hidden_draft(state.panel_of(entry), audience)) return std::nullopt;
  const bool before_delivery = audience == Audience::booth || audience == Audience::desk;
  if (!before_delivery && !found->released_at) return std::nullopt;
  return statement(entry, *found, before_delivery);
}

/// A signal, until it is over: booths and desk, with the booth it comes from (I3).
std::optional<Entity> of_signal(const State& state, const Key& key, Audience audience) {
  const council::Signal* found = state.find(SignalId{key.number});
  if (!found || council::is_over(state, *found)) return std::nullopt;
  if (audience != Audience::booth && audience != Audience::desk) return std::nullopt;
  return Signal{.id = found->id,
                .kind = found->kind,
                .seat = found->seat,
                .language = found->language,
                .raised_at = found->raised_at,
                .seen_at = found->seen_at,
                .speech = found->speech};
}

Notice notice(const council::Notice& notice) {
  return {.id = notice.id, .to = notice.to, .text = notice.text, .sent_at = notice.sent_at};
}

/// A notice, until it is withdrawn: those it is for, and the desk. One for a delegation goes there as its own.
std::optional<Entity> of_notice(const State& state, const Key& key, Audience audience) {
  const council::Notice* found = state.find(NoticeId{key.number});
  if (!found || found->withdrawn) return std::nullopt;
  const auto* to = std::get_if<Audience>(&found->to);
  const bool meant = std::holds_alternative<council::Everyone>(found->to) || (to && *to == audience);
  if (!meant && audience != Audience::desk) return std::nullopt;
  return notice(*found);
}

Help help(const council::Help& help) {
  return {.id = help.id,
          .delegation = help.delegation,
          .note = help.note,
          .requested_at = help.requested_at,
          .status = help.status,
          .taken_by = {}};
}

/// A request for help, until it is closed: the desk, with who has taken it.
std::optional<Entity> of_help(const State& state, const Key& key) {
  const council::Help* found = state.find(HelpId{key.number});
  if (!found || council::is_over(*found)) return std::nullopt;
  Help view = help(*found);
  view.taken_by = found->taken_by;
  return view;
}

/// A sign-in: the desk.
std::optional<Entity> of_seat(const State& state, const Key& key) {
  const auto found = state.seat_grants.find(SeatId{key.id});
  if (found == state.seat_grants.end()) return std::nullopt;
  const council::Grant& grant = state.grants.at(found->second);
  return Seat{.plan = state.seats.at(found->first),
              .generation = grant.generation,
              .revoked = grant.revoked,
              .expires_at = grant.expires_at};
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
  case KeyKind::point:
    return audience == Audience::desk ? of_point(state, key) : std::nullopt;
  case KeyKind::statement:
    return of_statement(state, key, audience);
  case KeyKind::signal:
    return of_signal(state, key, audience);
  case KeyKind::notice:
    return of_notice(state, key, audience);
  case KeyKind::help:
    return audience == Audience::desk ? of_help(state, key) : std::nullopt;
  case KeyKind::seat:
    return audience == Audience::desk ? of_seat(state, key) : std::nullopt;
  case KeyKind::standing:
  case KeyKind::own_point:
  case KeyKind::own_statement:
  case KeyKind::own_signal:
  case KeyKind::own_notice:
  case KeyKind::own_help:
    return std::nullopt;
  }
  ROSTRUM_ASSERT(false);
}

/// A standing: its own delegation alone.
std::optional<Entity> standing(const State& state, const DelegationId& viewer) {
  const auto found = state.standings.find(viewer);
  if (found == state.standings.end()) return std::nullopt;
  return Standing{.delegation = viewer, .standing = found->second};
}

/// Its own statement while the entry waits or has the floor, and under embargo for as long as booths and desk see it:
/// its delegation alone.
std::optional<Entity> own_statement(const State& state, const Key& key, const DelegationId& viewer) {
  const council::Statement* found = state.statement_of(EntryId{key.number});
  if (!found) return std::nullopt;
  const council::Entry& entry = state.entries.at(found->entry);
  const bool kept_back = is_last_speaker(state, entry) && !found->released_at;
  if (entry.delegation != viewer || (!in_view(entry) && !kept_back)) return std::nullopt;
  return statement(entry, *found, true);
}

/// A signal for this delegation while it speaks: the delegation, without the booth (I3).
std::optional<Entity> own_signal(const State& state, const Key& key, const DelegationId& viewer) {
  const council::Signal* found = state.find(SignalId{key.number});
  if (!found || council::is_over(state, *found)) return std::nullopt;
  if (council::concerned(state, *found) != viewer) return std::nullopt;
  return Signal{.id = found->id,
                .kind = found->kind,
                .seat = {},
                .language = {},
                .raised_at = found->raised_at,
                .seen_at = found->seen_at,
                .speech = found->speech};
}

/// A notice for this delegation: the delegation alone.
std::optional<Entity> own_notice(const State& state, const Key& key, const DelegationId& viewer) {
  const council::Notice* found = state.find(NoticeId{key.number});
  if (!found || found->withdrawn || found->to != council::NoticeTo{viewer}) return std::nullopt;
  return notice(*found);
}

std::optional<Entity> own_point(const State& state, const Key& key, const DelegationId& viewer) {
  const council::Entry* found = state.find(EntryId{key.number});
  if (!found || found->delegation != viewer) return std::nullopt;
  return of_point(state, key);
}

/// Its own request for help, until it is closed: its delegation alone.
std::optional<Entity> own_help(const State& state, const Key& key, const DelegationId& viewer) {
  const council::Help* found = state.find(HelpId{key.number});
  if (!found || found->delegation != viewer || council::is_over(*found)) return std::nullopt;
  return help(*found);
}

/// What is private to a delegation: nobody else.
std::optional<Entity> own(const State& state, const Key& key, const DelegationId& viewer) {
  if (key.id != viewer.value) return std::nullopt;
  switch (key.kind) {
  case KeyKind::standing:
    return standing(state, viewer);
  case KeyKind::own_point:
    return own_point(state, key, viewer);
  case KeyKind::own_statement:
    return own_statement(state, key, viewer);
  case KeyKind::own_signal:
    return own_signal(state, key, viewer);
  case KeyKind::own_notice:
    return own_notice(state, key, viewer);
  case KeyKind::own_help:
    return own_help(state, key, viewer);
  default:
    return std::nullopt;
  }
}

}  // namespace

std::optional<Entity> render(const council::State& state, const Key& key, const Viewer& viewer) {
  if (const auto* delegation = std::get_if<DelegationId>(&viewer)) return own(state, key, *delegation);
  return shared(state, key, std::get<Audience>(viewer));
}

}  // namespace rostrum::views
