// Entries: asked for, withdrawn, moved, taken off, not there when called (L2, L3, L6).
#include <algorithm>

#include "council/deciding.hpp"
#include "council/order.hpp"

namespace rostrum::council {

namespace {

std::optional<Rejection> refused_content(const State& state, const Panel& panel, const RequestFloor& act) {
  if (act.kind == Kind::point_of_order)
    return rejection(Code::malformed, "kind", "a kind that waits on the list: a point of order is raised");
  if (act.body.size() > body_bytes_max) return rejection(Code::text_too_long, "body", body_bytes_max);
  if (act.speaker.name.size() > speaker_name_bytes_max)
    return rejection(Code::text_too_long, "speaker.name", speaker_name_bytes_max);
  if (act.speaker.title.size() > speaker_title_bytes_max)
    return rejection(Code::text_too_long, "speaker.title", speaker_title_bytes_max);
  if (act.on_behalf_of.size() > on_behalf_of_bytes_max)
    return rejection(Code::text_too_long, "on_behalf_of", on_behalf_of_bytes_max);
  if (!act.language.empty() && !is_language_tag(act.language))
    return rejection(Code::malformed, "language", "a BCP 47 tag, such as fr");
  if ((act.kind == Kind::group_statement) == act.on_behalf_of.empty())
    return rejection(Code::malformed, "on_behalf_of", "a group or delegations, for group statements only");
  if (!act.addressed_to) return std::nullopt;
  if (act.kind != Kind::question) return rejection(Code::malformed, "addressed_to", "a panellist, for questions only");
  if (!state.find(panel, *act.addressed_to)) return rejection(Code::unknown_panellist, *act.addressed_to);
  return std::nullopt;
}

}  // namespace

const Entry* Deciding::other_waiting(const Panel& panel, const DelegationId& delegation, Kind kind) const {
  for (const EntryId id : panel.order) {
    const Entry& entry = state_.entries.at(id);
    if (entry.delegation == delegation && entry.kind == kind) return &entry;
  }
  return nullptr;
}

std::optional<Rejection> Deciding::refused_again(const Entry& entry) const {
  const Panel& panel = state_.panel_of(entry);
  if (entry.kind == Kind::point_of_order) return refused_point(panel, *entry.delegation);
  if (panel.status == PanelStatus::closed) return rejection(Code::panel_closed, entry.panel);
  if (panel.order.size() >= list_entries_max) return rejection(Code::list_full, list_entries_max);
  if (panel.plan.several_entries || !entry.delegation) return std::nullopt;
  const Entry* other = other_waiting(panel, *entry.delegation, entry.kind);
  return other ? std::optional(rejection(Code::already_listed, other->id)) : std::nullopt;
}

std::optional<Rejection> Deciding::refused_list(const Panel& panel) const {
  if (!actor_.own_only) return std::nullopt;  // L3: chair and desk act on any list
  switch (list_status(panel, now_)) {
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

// docs/rules.md#l2-present
std::optional<Rejection> Deciding::refused_absent(const Panel& panel, const DelegationId& delegation) const {
  // Whoever asks for its own delegation is there, also where its device is cut before this is decided.
  if (!panel.plan.present_only || actor_.own_only || present_.contains(delegation)) return std::nullopt;
  return rejection(Code::not_present, delegation);
}

// docs/rules.md#l2-ask
Decided<Events> Deciding::operator()(const RequestFloor& act) const {
  const bool guest = !act.body.empty();
  if (guest && actor_.own_only) return failure(not_yours("request_floor"));
  if (guest && act.delegation) return failure(rejection(Code::malformed, "body", "no body for a delegation"));
  if (guest && act.speaker.name.empty()) return failure(rejection(Code::malformed, "speaker.name", "a guest's name"));
  std::optional<DelegationId> delegation;
  if (!guest) {
    auto acting = acting_delegation(act.delegation, "request_floor");
    if (!acting) return failure(acting.error());
    delegation = *std::move(acting);
  }
  auto found = listed_panel(act.panel);
  if (!found) return failure(found.error());
  const Panel& panel = **found;
  if (auto refused = refused_content(state_, panel, act)) return failure(*refused);
  if (auto refused = refused_list(panel)) return failure(*refused);
  if (delegation)
    if (auto refused = refused_absent(panel, *delegation)) return failure(*refused);
  if (panel.order.size() >= list_entries_max) return failure(rejection(Code::list_full, list_entries_max));
  if (delegation && !panel.plan.several_entries)
    if (const Entry* other = other_waiting(panel, *delegation, act.kind))
      return failure(rejection(Code::already_listed, other->id));

  Events events;
  if (panel.list == ListStatus::not_open && list_status(panel, now_) == ListStatus::open)
    events.push_back(ListOpened{act.panel});
  events.push_back(FloorRequested{
      .entry = {state_.last_entry + 1},
      .panel = act.panel,
      .delegation = delegation,
      .kind = act.kind,
      .language = act.language.empty() ? state_.session.languages.front() : act.language,
      .speaker = act.speaker,
      .on_behalf_of = act.on_behalf_of,
      .addressed_to = act.addressed_to,
      .place =
          place_for(state_, panel, act.kind, delegation ? state_.find(*delegation)->category : Category::secretariat),
      .body = act.body,
  });
  return events;
}

// docs/rules.md#l2-withdraw
Decided<Events> Deciding::operator()(const WithdrawEntry& act) const {
  auto found = entry(act.entry);
  if (!found) return failure(found.error());
  if (!acts_for((*found)->delegation)) return failure(not_yours("withdraw_entry"));
  if (auto waiting = waiting_entry(act.entry); !waiting) return failure(waiting.error());
  return Events{EntryWithdrawn{act.entry}};
}

// docs/rules.md#l6-remove
Decided<Events> Deciding::operator()(const RemoveEntry& act) const {
  if (auto found = waiting_entry(act.entry); !found) return failure(found.error());
  return Events{EntryRemoved{act.entry}};
}

// docs/rules.md#l6-remove
Decided<Events> Deciding::operator()(const RestoreEntry& act) const {
  auto found = entry(act.entry);
  if (!found) return failure(found.error());
  if ((*found)->status != EntryStatus::removed) return failure(rejection(Code::not_removed, act.entry));
  if (auto refused = refused_again(**found)) return failure(*refused);
  const Panel& panel = state_.panel_of(**found);
  const auto& others = (*found)->kind == Kind::point_of_order ? panel.points : panel.order;
  const auto waiting = static_cast<std::uint32_t>(others.size());
  return Events{EntryRestored{act.entry, std::min((*found)->left_place, waiting)}};
}

// docs/rules.md#l6-move
Decided<Events> Deciding::operator()(const MoveEntry& act) const {
  auto found = listed_entry(act.entry);
  if (!found) return failure(found.error());
  auto anchor = listed_entry(act.anchor);
  if (!anchor) return failure(anchor.error());
  if ((*anchor)->panel != (*found)->panel)
    return failure(rejection(Code::malformed, "anchor", "an entry of the same list"));
  if (act.entry == act.anchor) return failure(rejection(Code::same_place, act.entry));
  const Panel& panel = state_.panel_of(**found);
  std::uint32_t place = place_of(panel, act.anchor) + (act.before ? 0 : 1);
  if (place_of(panel, act.entry) < place) --place;
  if (place == place_of(panel, act.entry)) return failure(rejection(Code::same_place, act.entry));
  return Events{EntryMoved{act.entry, place}};
}

// docs/rules.md#l6-no-show
Decided<Events> Deciding::operator()(const RecordNoShow& act) const {
  auto found = listed_entry(act.entry);
  if (!found) return failure(found.error());
  const std::uint32_t times = (*found)->no_shows + 1;
  if (times >= 2) return Events{NoShowRecorded{.entry = act.entry, .times = times, .taken_off = true}};
  return Events{NoShowRecorded{.entry = act.entry,
                               .times = times,
                               .taken_off = false,
                               .place = end_of_class(state_, state_.panel_of(**found), **found)}};
}

// docs/rules.md#l6-no-show
Decided<Events> Deciding::operator()(const ClearNoShow& act) const {
  auto found = entry(act.entry);
  if (!found) return failure(found.error());
  const Entry& cleared = **found;
  const bool waits = cleared.status == EntryStatus::waiting;
  if (cleared.no_shows == 0 || (!waits && cleared.status != EntryStatus::no_show))
    return failure(rejection(Code::no_no_show, act.entry));
  if (!waits)
    if (auto refused = refused_again(cleared)) return failure(*refused);
  const auto others = static_cast<std::uint32_t>(state_.panel_of(cleared).order.size()) - (waits ? 1 : 0);
  return Events{
      NoShowCleared{.entry = act.entry, .times = cleared.no_shows - 1, .place = std::min(cleared.left_place, others)}};
}

// docs/rules.md#l6-skip
Decided<Events> Deciding::operator()(const SkipEntry& act) const {
  auto found = listed_entry(act.entry);
  if (!found) return failure(found.error());
  const Panel& panel = state_.panel_of(**found);
  if (next_of(state_, panel) != act.entry || (*found)->skipped) return failure(rejection(Code::not_next, act.entry));
  const bool another =
      std::ranges::any_of(panel.order, [&](EntryId id) { return id != act.entry && !state_.entries.at(id).skipped; });
  if (!another) return failure(rejection(Code::nobody_else_waits, panel.plan.id));
  return Events{EntrySkipped{act.entry}};
}

// docs/rules.md#l6-skip
Decided<Events> Deciding::operator()(const ClearSkip& act) const {
  auto found = entry(act.entry);
  if (!found) return failure(found.error());
  if (!(*found)->skipped) return failure(rejection(Code::not_skipped, act.entry));
  return Events{SkipCleared{act.entry}};
}

}  // namespace rostrum::council
