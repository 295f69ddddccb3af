// Which entities an event may have changed. Entries and speeches are never erased (docs/adr/0004), so that the state
// after the event tells all there is to know.
#include "views/views.hpp"

namespace rostrum::views {

namespace {

class Touched {
 public:
  explicit Touched(const council::State& after) : state_(after) {}

  std::vector<Key> operator()(const council::SessionCreated&) const { return all_keys(state_); }

  std::vector<Key> operator()(const council::MeetingOpened& event) const { return {meeting(event.meeting)}; }
  std::vector<Key> operator()(const council::MeetingSuspended& event) const { return {meeting(event.meeting)}; }
  std::vector<Key> operator()(const council::MeetingResumed& event) const { return {meeting(event.meeting)}; }
  std::vector<Key> operator()(const council::MeetingClosed& event) const { return {meeting(event.meeting)}; }

  std::vector<Key> operator()(const council::PanelOpened& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const council::PanelClosed& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const council::PanelTitled& event) const {
    // It is a draft no more: the public sees it, and all that belongs to it, from now on.
    std::vector<Key> keys = with_entries(event.panel);
    keys.push_back({.kind = KeyKind::session});
    keys.push_back(floor(event.panel));
    add_panellists(keys, event.panel);
    return keys;
  }
  std::vector<Key> operator()(const council::OrderPolicySet& event) const { return with_entries(event.panel); }
  std::vector<Key> operator()(const council::LimitSet& event) const {
    std::vector<Key> keys = with_entries(event.panel);
    // The entry that has the floor is still seen, with the limit that a speech on it would have.
    if (const auto speech = state_.panels.at(event.panel).speech)
      if (const auto* entry = std::get_if<EntryId>(&state_.speeches.at(*speech).of))
        keys.push_back({.kind = KeyKind::entry, .number = entry->value});
    if (event.of == council::LimitOf::panellist) add_panellists(keys, event.panel);
    return keys;
  }
  std::vector<Key> operator()(const council::AtLimitSet& event) const {
    return {panel(event.panel), floor(event.panel)};
  }

  std::vector<Key> operator()(const council::ListOpened& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const council::ListOpeningPlanned& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const council::ListClosingAnnounced& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const council::ListClosed& event) const { return {panel(event.panel)}; }

  std::vector<Key> operator()(const council::FloorRequested& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::EntryWithdrawn& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::EntryRemoved& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::EntryRestored& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::EntryMoved& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::NoShowRecorded& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::NoShowCleared& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::EntryReturned& event) const { return of_entry(event.entry); }

  std::vector<Key> operator()(const council::FloorGiven& event) const { return of_turn(event.speech); }
  std::vector<Key> operator()(const council::SpeechEnded& event) const { return of_turn(event.speech); }
  std::vector<Key> operator()(const council::SpeechPaused& event) const { return {floor_of(event.speech)}; }
  std::vector<Key> operator()(const council::SpeechResumed& event) const { return {floor_of(event.speech)}; }
  std::vector<Key> operator()(const council::TimeAdded& event) const { return {floor_of(event.speech)}; }
  std::vector<Key> operator()(const council::SpeechLimitSet& event) const { return {floor_of(event.speech)}; }

 private:
  static Key meeting(const MeetingId& id) { return {.kind = KeyKind::meeting, .id = id.value}; }
  static Key panel(const PanelId& id) { return {.kind = KeyKind::panel, .id = id.value}; }
  static Key queue(const PanelId& id) { return {.kind = KeyKind::queue, .id = id.value}; }
  static Key floor(const PanelId& id) { return {.kind = KeyKind::floor, .id = id.value}; }

  Key floor_of(SpeechId id) const { return floor(state_.speeches.at(id).panel); }

  void add_panellists(std::vector<Key>& keys, const PanelId& id) const {
    for (const council::PanellistPlan& panellist : state_.panels.at(id).plan.panellists)
      keys.push_back({.kind = KeyKind::panellist, .id = id.value, .second = panellist.id.value});
  }

  /// The panel, its list, and everyone who waits on it.
  std::vector<Key> with_entries(const PanelId& id) const {
    std::vector<Key> keys{panel(id), queue(id)};
    for (const EntryId entry : state_.panels.at(id).order) {
      keys.push_back({.kind = KeyKind::entry, .number = entry.value});
      keys.push_back({.kind = KeyKind::desk, .number = entry.value});
    }
    return keys;
  }

  /// The entry, its list and floor (whether the last speaker can be returned depends on entries), and what its
  /// delegation is told.
  std::vector<Key> of_entry(EntryId id) const {
    const council::Entry& entry = state_.entries.at(id);
    std::vector<Key> keys{{.kind = KeyKind::entry, .number = id.value},
                          {.kind = KeyKind::desk, .number = id.value},
                          queue(entry.panel),
                          floor(entry.panel)};
    if (entry.delegation) keys.push_back({.kind = KeyKind::standing, .id = entry.delegation->value});
    return keys;
  }

  std::vector<Key> of_turn(SpeechId id) const {
    const council::Speech& speech = state_.speeches.at(id);
    std::vector<Key> keys;
    if (const auto* entry = std::get_if<EntryId>(&speech.of))
      keys = of_entry(*entry);
    else
      keys = {floor(speech.panel),
              {.kind = KeyKind::panellist, .id = speech.panel.value, .second = std::get<PanellistId>(speech.of).value}};
    keys.push_back(panel(speech.panel));
    return keys;
  }

  const council::State& state_;
};

}  // namespace

std::vector<Key> touched(const council::Event& event, const council::State& after) {
  return std::visit(Touched(after), event);
}

}  // namespace rostrum::views
