#include "council/entry/entry.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/inverse.hpp"
#include "council/order.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

std::optional<Rejection> refused_content(const State& state, const Panel& panel, const RequestFloor& act) {
  const KindFacts& facts = facts_of(act.kind);
  if (facts.line != Line::speakers)
    return rejection(Code::malformed, "kind",
                     "a kind that waits on the list: a point of order is raised, a motion is moved");
  if (act.body.size() > body_bytes_max) return rejection(Code::text_too_long, "body", body_bytes_max);
  if (act.speaker.name.size() > speaker_name_bytes_max)
    return rejection(Code::text_too_long, "speaker.name", speaker_name_bytes_max);
  if (act.speaker.title.size() > speaker_title_bytes_max)
    return rejection(Code::text_too_long, "speaker.title", speaker_title_bytes_max);
  if (act.on_behalf_of.size() > on_behalf_of_bytes_max)
    return rejection(Code::text_too_long, "on_behalf_of", on_behalf_of_bytes_max);
  if (!act.language.empty() && !is_language_tag(act.language))
    return rejection(Code::malformed, "language", "a BCP 47 tag, such as fr");
  if (facts.on_behalf == act.on_behalf_of.empty())
    return rejection(Code::malformed, "on_behalf_of", "a group or delegations, for group statements only");
  if (!act.addressed_to) return std::nullopt;
  if (!facts.addressed) return rejection(Code::malformed, "addressed_to", "a panellist, for questions only");
  if (!state.find(panel, *act.addressed_to)) return rejection(Code::unknown_panellist, *act.addressed_to);
  return std::nullopt;
}

const Entry* other_waiting(const Deciding& on, const Panel& panel, const DelegationId& delegation, Kind kind) {
  for (const EntryId id : panel.order()) {
    const Entry& entry = on.state.entries.at(id);
    if (entry.delegation == delegation && entry.kind == kind) return &entry;
  }
  return nullptr;
}

std::optional<Rejection> refused_list(const Deciding& on, const Panel& panel) {
  if (!on.actor.own_only) return std::nullopt;  // L3: chair and desk act on any list
  switch (list_status(panel, on.now)) {
  case ListStatus::open:
  case ListStatus::closing:
    return std::nullopt;
  case ListStatus::not_open:
    return rejection(Code::list_not_open, panel.plan.id);
  case ListStatus::closed:
    break;
  }
  if (panel.list_closes_at) return rejection(Code::list_closed_at, panel.plan.id, *panel.list_closes_at);
  return rejection(Code::list_closed, panel.plan.id);
}

namespace {

// docs/rules.md#l2-present
std::optional<Rejection> refused_absent(const Deciding& on, const Panel& panel, const DelegationId& delegation) {
  // Whoever asks for its own delegation is there, also where its device is cut before this is decided.
  if (!panel.plan.present_only || on.actor.own_only || on.present.contains(delegation)) return std::nullopt;
  return rejection(Code::not_present, delegation);
}

}  // namespace

std::optional<Rejection> refused_again(const Deciding& on, const Entry& entry) {
  const Panel& panel = on.state.panel_of(entry);
  if (facts_of(entry.kind).line == Line::points) return refused_point(on, panel, *entry.delegation);
  if (facts_of(entry.kind).line == Line::motions) return refused_motion(on, panel, entry.delegation);
  if (panel.status == PanelStatus::closed) return rejection(Code::panel_closed, entry.panel);
  if (panel.order().size() >= list_entries_max) return rejection(Code::list_full, list_entries_max);
  if (panel.plan.several_entries || !entry.delegation) return std::nullopt;
  const Entry* other = other_waiting(on, panel, *entry.delegation, entry.kind);
  return other ? std::optional(rejection(Code::already_listed, other->id)) : std::nullopt;
}

// docs/rules.md#l2-ask
Decision decide(const Deciding& on, const RequestFloor& act) {
  const bool guest = !act.body.empty();
  if (guest && on.actor.own_only) return failure(on.not_yours(RequestFloor::is.name));
  if (guest && act.delegation) return failure(rejection(Code::malformed, "body", "no body for a delegation"));
  if (guest && act.speaker.name.empty()) return failure(rejection(Code::malformed, "speaker.name", "a guest's name"));
  std::optional<DelegationId> delegation;
  if (!guest) {
    auto acting = on.acting_delegation(act.delegation, RequestFloor::is.name);
    if (!acting) return failure(acting.error());
    delegation = *std::move(acting);
  }
  auto found = on.listed_panel(act.panel);
  if (!found) return failure(found.error());
  const Panel& panel = **found;
  if (auto refused = refused_content(on.state, panel, act)) return failure(*refused);
  if (auto refused = refused_list(on, panel)) return failure(*refused);
  if (delegation)
    if (auto refused = refused_absent(on, panel, *delegation)) return failure(*refused);
  if (panel.order().size() >= list_entries_max) return failure(rejection(Code::list_full, list_entries_max));
  if (delegation && !panel.plan.several_entries)
    if (const Entry* other = other_waiting(on, panel, *delegation, act.kind))
      return failure(rejection(Code::already_listed, other->id));

  Entry entry{.id = {on.state.last_entry + 1},
              .panel = act.panel,
              .delegation = delegation,
              .kind = act.kind,
              .requested_at = on.now,
              .rank = act.rank};
  entry.region = region_of(on.state, entry);
  Events events;
  if (panel.list == ListStatus::not_open && list_status(panel, on.now) == ListStatus::open)
    events.push_back(ListOpened{act.panel});
  events.push_back(FloorRequested{
      .entry = entry.id,
      .panel = act.panel,
      .delegation = delegation,
      .kind = act.kind,
      .language = act.language.empty() ? on.state.session.languages.front() : act.language,
      .speaker = act.speaker,
      .on_behalf_of = act.on_behalf_of,
      .addressed_to = act.addressed_to,
      .place = place_for(on.state, panel, entry),
      .body = act.body,
      .rank = act.rank,
  });
  return events;
}

Inverse request_withdrawn(const State& before, Instant, const RequestFloor&) {
  return {{WithdrawEntry{{before.last_entry + 1}}}};
}

namespace {

/// What the chair proposes is nobody's to withdraw or take off as a request: the chair says what becomes of it.
std::optional<Rejection> refused_proposal(const Entry& entry) {
  if (entry.delegation || facts_of(entry.kind).line != Line::motions) return std::nullopt;
  return rejection(Code::malformed, "entry", "a delegation's: what the chair proposes is decided");
}

}  // namespace

// docs/rules.md#l2-withdraw
Decision decide(const Deciding& on, const WithdrawEntry& act) {
  auto found = on.entry(act.entry);
  if (!found) return failure(found.error());
  if (!on.acts_for((*found)->delegation)) return failure(on.not_yours("withdraw_entry"));
  if (auto waiting = on.waiting_entry(act.entry); !waiting) return failure(waiting.error());
  if (auto refused = refused_proposal(**found)) return failure(*refused);
  return Events{EntryWithdrawn{act.entry}};
}

// docs/rules.md#l6-remove
Decision decide(const Deciding& on, const RemoveEntry& act) {
  auto found = on.waiting_entry(act.entry);
  if (!found) return failure(found.error());
  if (auto refused = refused_proposal(**found)) return failure(*refused);
  return Events{EntryRemoved{act.entry}};
}

// docs/rules.md#l6-remove
Decision decide(const Deciding& on, const RestoreEntry& act) {
  auto found = on.entry(act.entry);
  if (!found) return failure(found.error());
  const bool can_return = (*found)->status == EntryStatus::removed || (*found)->status == EntryStatus::in_writing;
  if (!can_return) return failure(rejection(Code::not_removed, act.entry));
  if (auto refused = refused_again(on, **found)) return failure(*refused);
  const Panel& panel = on.state.panel_of(**found);
  if (const Motion* motion = on.state.motion_of(act.entry))
    return Events{EntryRestored{act.entry, place_of_motion(on.state, panel, motion->kind)}};
  const auto& others = panel.lines[facts_of((*found)->kind).line];
  const auto waiting = static_cast<std::uint32_t>(others.size());
  return Events{EntryRestored{act.entry, std::min((*found)->left_place, waiting)}};
}

// docs/rules.md#l6-move
Decision decide(const Deciding& on, const MoveEntry& act) {
  auto found = on.listed_entry(act.entry);
  if (!found) return failure(found.error());
  auto anchor = on.listed_entry(act.anchor);
  if (!anchor) return failure(anchor.error());
  if ((*anchor)->panel != (*found)->panel)
    return failure(rejection(Code::malformed, "anchor", "an entry of the same list"));
  if (act.entry == act.anchor) return failure(rejection(Code::same_place, act.entry));
  const Panel& panel = on.state.panel_of(**found);
  std::uint32_t place = place_of(panel, act.anchor) + (act.before ? 0 : 1);
  if (place_of(panel, act.entry) < place) --place;
  if (place == place_of(panel, act.entry)) return failure(rejection(Code::same_place, act.entry));
  return Events{EntryMoved{act.entry, place}};
}

Inverse move_taken_back(const State& before, Instant, const MoveEntry& act) {
  const Entry* entry = before.find(act.entry);
  if (!entry) return {};
  return {{ClearMove{act.entry, entry->moves + 1}}};
}

namespace {

std::uint32_t times_placed(const Entry& entry) { return entry.moves + entry.no_shows + entry.corrections; }

/// Between those it stood between, while they wait: what was done with others since stays. Who was placed since is
/// nobody to go by.
std::uint32_t place_it_had(const State& state, const Entry& entry, const Stood& stood) {
  const Panel& panel = state.panel_of(entry);
  std::vector<EntryId> others = panel.order();
  std::erase(others, entry.id);
  const auto place = [&](EntryId id) {
    return static_cast<std::uint32_t>(std::ranges::find(others, id) - others.begin());
  };
  const auto tells = [&](const std::optional<Stood::Beside>& one) {
    return one && place(one->entry) < others.size() && times_placed(state.entries.at(one->entry)) == one->placed;
  };
  if (tells(stood.before)) return place(stood.before->entry);
  if (tells(stood.behind)) return place(stood.behind->entry) + 1;
  return std::min(stood.place, static_cast<std::uint32_t>(others.size()));
}

}  // namespace

// docs/rules.md#l6-move
Decision decide(const Deciding& on, const ClearMove& act) {
  auto found = on.listed_entry(act.entry);
  if (!found) return failure(found.error());
  const Entry& entry = **found;
  if (!entry.stood) return failure(rejection(Code::not_moved, act.entry));
  if (entry.moves != act.move) return failure(rejection(Code::changed_meanwhile, "moves", entry.moves));
  return Events{MoveCleared{.entry = act.entry,
                            .place = place_it_had(on.state, entry, *entry.stood),
                            .moved = entry.stood->moved,
                            .skipped = entry.stood->skipped}};
}

// docs/rules.md#l6-no-show
Decision decide(const Deciding& on, const RecordNoShow& act) {
  auto found = on.listed_entry(act.entry);
  if (!found) return failure(found.error());
  const std::uint32_t times = (*found)->no_shows + 1;
  if (times >= 2) return Events{NoShowRecorded{.entry = act.entry, .times = times, .taken_off = true}};
  Entry called = **found;
  called.no_shows = times;
  return Events{NoShowRecorded{.entry = act.entry,
                               .times = times,
                               .taken_off = false,
                               .place = place_for(on.state, on.state.panel_of(called), called)}};
}

// docs/rules.md#l6-no-show
Decision decide(const Deciding& on, const ClearNoShow& act) {
  auto found = on.entry(act.entry);
  if (!found) return failure(found.error());
  const Entry& cleared = **found;
  const bool waits = cleared.status == EntryStatus::waiting;
  if (cleared.no_shows == 0 || (!waits && cleared.status != EntryStatus::no_show))
    return failure(rejection(Code::no_no_show, act.entry));
  if (!waits)
    if (auto refused = refused_again(on, cleared)) return failure(*refused);
  const auto others = static_cast<std::uint32_t>(on.state.panel_of(cleared).order().size()) - (waits ? 1 : 0);
  return Events{
      NoShowCleared{.entry = act.entry, .times = cleared.no_shows - 1, .place = std::min(cleared.left_place, others)}};
}

// docs/rules.md#l6-skip
Decision decide(const Deciding& on, const SkipEntry& act) {
  auto found = on.listed_entry(act.entry);
  if (!found) return failure(found.error());
  const Panel& panel = on.state.panel_of(**found);
  if (next_of(on.state, panel) != act.entry || (*found)->skipped) return failure(rejection(Code::not_next, act.entry));
  const bool another = std::ranges::any_of(
      panel.order(), [&](EntryId id) { return id != act.entry && !on.state.entries.at(id).skipped; });
  if (!another) return failure(rejection(Code::nobody_else_waits, panel.plan.id));
  return Events{EntrySkipped{act.entry}};
}

// docs/rules.md#l6-skip
Decision decide(const Deciding& on, const ClearSkip& act) {
  auto found = on.entry(act.entry);
  if (!found) return failure(found.error());
  if (!(*found)->skipped) return failure(rejection(Code::not_skipped, act.entry));
  return Events{SkipCleared{act.entry}};
}

namespace {

void skip(const Evolving& on, EntryId id, bool skipped) {
  Entry& entry = on.state.entries.at(id);
  entry.skipped = skipped;
  on.note_line(entry);
}

}  // namespace

void evolve(Evolving& on, const FloorRequested& event) {
  ROSTRUM_ASSERT(event.entry.value == on.state.last_entry + 1);
  on.state.last_entry = event.entry.value;
  Entry entry{
      .id = event.entry,
      .panel = event.panel,
      .delegation = event.delegation,
      .kind = event.kind,
      .language = event.language,
      .speaker = event.speaker,
      .on_behalf_of = event.on_behalf_of,
      .addressed_to = event.addressed_to,
      .body = event.body,
      .requested_at = on.stamp.at,
      .requested_by = on.stamp.actor,
      .rank = event.rank,
  };
  entry.region = region_of(on.state, entry);
  on.forget_standing(entry);
  on.state.entries.emplace(event.entry, std::move(entry));
  on.put(event.entry, event.place);
}

void evolve(Evolving& on, const EntryWithdrawn& event) { on.take_off(event.entry, EntryStatus::withdrawn); }

void evolve(Evolving& on, const EntryRemoved& event) {
  on.stand(on.leave(event.entry, EntryStatus::removed), Outcome::removed);
}

void evolve(Evolving& on, const EntryRestored& event) {
  Entry& entry = on.state.entries.at(event.entry);
  if (entry.status == EntryStatus::in_writing) --on.state.panels.at(entry.panel).filed;
  on.put(event.entry, event.place);
  on.stand(entry, Outcome::restored);
}

namespace {

Stood where_it_stands(const State& state, const Entry& entry) {
  const auto& order = state.panel_of(entry).order();
  const std::uint32_t place = place_of(state.panel_of(entry), entry.id);
  Stood stood{.behind = {}, .before = {}, .place = place, .moved = entry.moved, .skipped = entry.skipped};
  const auto beside = [&](EntryId id) { return Stood::Beside{id, times_placed(state.entries.at(id))}; };
  if (place > 0) stood.behind = beside(order.at(place - 1));
  if (place + 1 < order.size()) stood.before = beside(order.at(place + 1));
  return stood;
}

}  // namespace

void evolve(Evolving& on, const EntryMoved& event) {
  const Stood stood = where_it_stands(on.state, on.state.entries.at(event.entry));
  Entry& entry = on.take_off(event.entry, EntryStatus::waiting);
  on.put(event.entry, event.place);
  entry.moved = true;
  ++entry.moves;
  entry.stood = stood;
}

void evolve(Evolving& on, const MoveCleared& event) {
  Entry& entry = on.take_off(event.entry, EntryStatus::waiting);
  on.put(event.entry, event.place);
  entry.moved = event.moved;
  entry.skipped = event.skipped;
}

void evolve(Evolving& on, const NoShowRecorded& event) {
  Entry& entry = on.leave(event.entry, event.taken_off ? EntryStatus::no_show : EntryStatus::waiting);
  entry.no_shows = event.times;
  fair_time::Gathered& seen = on.learning();
  ++seen.calls, ++seen.absences;
  on.answer(entry, std::nullopt);
  if (!event.taken_off) on.put(event.entry, event.place);
  on.stand(entry, event.taken_off ? Outcome::no_show_off : Outcome::no_show);
}

void evolve(Evolving& on, const NoShowCleared& event) {
  Entry& entry = on.state.entries.at(event.entry);
  if (entry.status == EntryStatus::waiting) on.take_off(event.entry, EntryStatus::waiting);
  entry.no_shows = event.times;
  fair_time::Gathered& seen = on.learning();
  --seen.calls, --seen.absences;
  on.put(event.entry, event.place);
  on.stand(entry, Outcome::restored);
}

namespace {

/// A floor that was given by mistake counts for nobody (L6, return).
void not_spoken(State& state, const Entry& entry) {
  const auto last = state.panel_of(entry).last_speech;
  const Speech* speech = last ? state.find(*last) : nullptr;
  if (!speech || speech->of != decltype(Speech::of){entry.id} || speech->end_cause == EndCause::returned) return;
  if (counts_as_own(entry)) state.spoken[*entry.delegation] -= elapsed(*speech, *speech->ended_at);
}

}  // namespace

void evolve(Evolving& on, const EntryReturned& event) {
  Entry& entry = on.state.entries.at(event.entry);
  on.put(event.entry, event.place);
  entry.moved = true;
  not_spoken(on.state, entry);
  on.stand(entry, Outcome::returned);
}

void evolve(Evolving& on, const EntrySkipped& event) { skip(on, event.entry, true); }

void evolve(Evolving& on, const SkipCleared& event) { skip(on, event.entry, false); }

}  // namespace rostrum::council
