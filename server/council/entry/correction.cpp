// What a request says is put right, while it waits (L15).
#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/inverse.hpp"
#include "council/order.hpp"

namespace rostrum::council {

namespace {

/// The request as it would be asked for anew.
RequestFloor request_of(const Entry& entry, const CorrectEntry& act) {
  return {.panel = entry.panel,
          .delegation = entry.delegation,
          .kind = act.kind,
          .language = act.language,
          .speaker = act.speaker,
          .on_behalf_of = act.on_behalf_of,
          .addressed_to = act.addressed_to,
          .body = act.body,
          .rank = act.rank};
}

/// The entry as it would be.
Entry as_corrected(const State& state, const Entry& entry, const CorrectEntry& act) {
  Entry corrected = entry;
  corrected.kind = act.kind;
  corrected.rank = act.rank;
  corrected.region = region_of(state, corrected);
  return corrected;
}

std::optional<Rejection> refused_correction(const Deciding& on, const Panel& panel, const Entry& entry,
                                            const CorrectEntry& act) {
  if (entry.delegation && !act.body.empty()) return rejection(Code::malformed, "body", "no body for a delegation");
  if (!entry.delegation && act.body.empty()) return rejection(Code::malformed, "body", "a guest's body");
  if (!entry.delegation && act.speaker.name.empty())
    return rejection(Code::malformed, "speaker.name", "a guest's name");
  if (auto refused = refused_content(on.state, panel, request_of(entry, act))) return refused;
  if (act.kind == entry.kind) return std::nullopt;
  // Of another kind it is as good as another request.
  if (auto refused = refused_list(on, panel)) return refused;
  if (panel.plan.several_entries || !entry.delegation) return std::nullopt;
  const Entry* other = other_waiting(on, panel, *entry.delegation, act.kind);
  return other ? std::optional(rejection(Code::already_listed, other->id)) : std::nullopt;
}

EntryCorrected corrected(const State& state, const Panel& panel, const Entry& entry, const CorrectEntry& act) {
  return {.entry = entry.id,
          .kind = act.kind,
          .language = act.language.empty() ? state.session.languages.front() : act.language,
          .speaker = act.speaker,
          .on_behalf_of = act.on_behalf_of,
          .addressed_to = act.addressed_to,
          .place = keeps_place(state, panel, as_corrected(state, entry, act))
                       ? place_of(panel, entry.id)
                       : place_by_request(state, panel, as_corrected(state, entry, act)),
          .body = act.body,
          .rank = act.rank};
}

EntryCorrected as_it_is(const Panel& panel, const Entry& entry) {
  return {.entry = entry.id,
          .kind = entry.kind,
          .language = entry.language,
          .speaker = entry.speaker,
          .on_behalf_of = entry.on_behalf_of,
          .addressed_to = entry.addressed_to,
          .place = place_of(panel, entry.id),
          .body = entry.body,
          .rank = entry.rank};
}

}  // namespace

// docs/rules.md#l15-correct
Decision decide(const Deciding& on, const CorrectEntry& act) {
  auto found = on.entry(act.entry);
  if (!found) return failure(found.error());
  if (!on.acts_for((*found)->delegation)) return failure(on.not_yours(CorrectEntry::is.name));
  if (auto waiting = on.listed_entry(act.entry); !waiting) return failure(waiting.error());
  const Entry& entry = **found;
  const Panel& panel = on.state.panel_of(entry);
  if (panel.status == PanelStatus::closed) return failure(rejection(Code::panel_closed, entry.panel));
  if (act.correction != 0 && act.correction != entry.corrections)
    return failure(rejection(Code::changed_meanwhile, "corrections", entry.corrections));
  if (auto refused = refused_correction(on, panel, entry, act)) return failure(*refused);
  EntryCorrected event = corrected(on.state, panel, entry, act);
  const EntryCorrected now = as_it_is(panel, entry);
  if (event == now) return failure(rejection(Code::nothing_changes));
  if (event.place != now.place && event.place >= act.place)
    return failure(rejection(Code::place_changes, act.entry, event.place + 1));
  return Events{std::move(event)};
}

Inverse request_as_it_was(const State& before, Instant, const CorrectEntry& act) {
  const Entry* entry = before.find(act.entry);
  if (!entry || entry->status != EntryStatus::waiting || facts_of(entry->kind).line != Line::speakers) return {};
  const Panel& panel = before.panel_of(*entry);
  // What a no-show has moved back does not stand where its request puts it.
  if (!keeps_place(before, panel, as_corrected(before, *entry, act)) &&
      place_by_request(before, panel, *entry) != place_of(panel, entry->id))
    return {};
  return {{CorrectEntry{.entry = entry->id,
                        .kind = entry->kind,
                        .language = entry->language,
                        .speaker = entry->speaker,
                        .on_behalf_of = entry->on_behalf_of,
                        .addressed_to = entry->addressed_to,
                        .body = entry->body,
                        .place = list_entries_max,
                        .correction = entry->corrections + 1,
                        .rank = entry->rank}}};
}

void evolve(Evolving& on, const EntryCorrected& event) {
  Entry& entry = on.state.entries.at(event.entry);
  ++entry.corrections;
  // Where it stood before a move was among those of its kind.
  if (event.kind != entry.kind || event.rank != entry.rank) entry.stood.reset();
  if (event.kind != entry.kind) entry.told.reset();
  entry.kind = event.kind;
  entry.language = event.language;
  entry.speaker = event.speaker;
  entry.on_behalf_of = event.on_behalf_of;
  entry.addressed_to = event.addressed_to;
  entry.body = event.body;
  entry.rank = event.rank;
  entry.region = region_of(on.state, entry);
  if (event.place == place_of(on.state.panel_of(entry), event.entry)) return on.note_line(entry);
  on.take_off(event.entry, EntryStatus::waiting);
  on.put(event.entry, event.place);
}

}  // namespace rostrum::council
