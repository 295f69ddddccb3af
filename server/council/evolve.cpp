#include "council/evolving.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"
#include "council/order.hpp"

namespace rostrum::council {

namespace {

template <class One>
concept HasEffect = requires(Evolving& on, const One& happened) { evolve(on, happened); };

/// Where an entry waits.
std::vector<EntryId>& line_of(State& state, const Entry& entry) {
  return state.panels.at(entry.panel).lines[facts_of(entry.kind).line];
}

}  // namespace

void evolve(State& state, const Event& event, const Stamp& stamp, Changes* changes) {
  Evolving on{state, stamp, changes};
  std::visit(
      [&on]<class One>(const One& happened) {
        static_assert(HasEffect<One>, "an event says what it changes: void evolve(Evolving&, const Event&)");
        evolve(on, happened);
      },
      event);
}

void Evolving::note_line(const Entry& entry) const {
  note(&Changes::entries, entry.id);
  if (facts_of(entry.kind).line == Line::speakers) note(&Changes::lists, entry.panel);
}

fair_time::Gathered& Evolving::learning() const {
  for (const auto& [id, panel] : state.panels)
    if (panel.status == PanelStatus::open) note(&Changes::expected, id);
  return state.seen;
}

void Evolving::note_reasons(const Panel& panel) const {
  for (const EntryId id : panel.order()) note(&Changes::entries, id);
  for (const Holding& held : panel.floor)
    if (const auto* id = std::get_if<EntryId>(&held.of)) note(&Changes::entries, *id);
}

void Evolving::set_status(Entry& entry, EntryStatus status) const {
  const bool was_heard = is_heard(entry);
  const bool had_begun = has_begun(entry);
  if (std::exchange(entry.status, status) == status) return;
  note(&Changes::entries, entry.id);
  note(&Changes::stands, entry.id);
  if (has_begun(entry) != had_begun) count_region(entry);
  if (is_heard(entry) == was_heard) return;
  std::uint32_t& heard = state.heard[*entry.delegation];
  heard = was_heard ? heard - 1 : heard + 1;
  note(&Changes::heard, *entry.delegation);
}

void Evolving::count_region(const Entry& entry) const {
  if (facts_of(entry.kind).line != Line::speakers) return;
  RegionSpoken& spoken = state.panels.at(entry.panel).regions[entry.region];
  if (!has_begun(entry)) {
    --spoken.heard;
    return;
  }
  ++spoken.heard;
  spoken.last_at = stamp.at;
}

void Evolving::put(EntryId id, std::uint32_t place) const {
  Entry& entry = state.entries.at(id);
  std::vector<EntryId>& order = line_of(state, entry);
  ROSTRUM_ASSERT(place <= order.size());
  ROSTRUM_ASSERT(std::ranges::find(order, id) == order.end());
  order.insert(order.begin() + place, id);
  set_status(entry, EntryStatus::waiting);
  note_line(entry);
}

Entry& Evolving::take_off(EntryId id, EntryStatus status) const {
  Entry& entry = state.entries.at(id);
  std::vector<EntryId>& order = line_of(state, entry);
  const auto found = std::ranges::find(order, id);
  ROSTRUM_ASSERT(found != order.end());
  order.erase(found);
  set_status(entry, status);
  note_line(entry);
  entry.skipped = false;
  entry.stood.reset();
  if (status != EntryStatus::waiting) answer(entry, std::nullopt);
  return entry;
}

Entry& Evolving::leave(EntryId id, EntryStatus status) const {
  const auto& line = line_of(state, state.entries.at(id));
  const auto place = static_cast<std::uint32_t>(std::ranges::find(line, id) - line.begin());
  Entry& entry = take_off(id, status);
  entry.left_place = place;
  return entry;
}

void Evolving::stand(const Entry& entry, Outcome outcome) const {
  if (!entry.delegation) return;
  note(&Changes::standings, *entry.delegation);
  state.standings[*entry.delegation] = {.outcome = outcome, .panel = entry.panel, .kind = entry.kind, .at = stamp.at};
}

void Evolving::forget_standing(const Entry& entry) const {
  if (entry.delegation && state.standings.erase(*entry.delegation) > 0) note(&Changes::standings, *entry.delegation);
}

void Evolving::answer(Entry& entry, std::optional<Instant> on_the_way_at) const {
  if (std::exchange(entry.on_the_way_at, on_the_way_at) == on_the_way_at) return;
  note(&Changes::entries, entry.id);
  note(&Changes::on_the_way, entry.id);
}

Speech& Evolving::under_way(SpeechId id) const {
  Speech& speech = state.speeches.at(id);
  ROSTRUM_ASSERT(!speech.ended_at);
  note(&Changes::floors, speech.panel);
  return speech;
}

}  // namespace rostrum::council
