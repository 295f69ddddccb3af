// Which entities an event may have changed. Entries and speeches are never erased (docs/adr/0004), so that the state
// after the event tells all there is to know.
#include "council/timing.hpp"
#include "views/views.hpp"

namespace rostrum::views {

namespace {

using namespace council;

class Touched {
 public:
  explicit Touched(const State& after) : state_(after) {}

  std::vector<Key> operator()(const SessionCreated&) const { return all_keys(state_); }

  std::vector<Key> operator()(const MeetingOpened& event) const { return {meeting(event.meeting)}; }
  std::vector<Key> operator()(const MeetingSuspended& event) const { return {meeting(event.meeting)}; }
  std::vector<Key> operator()(const MeetingResumed& event) const { return {meeting(event.meeting)}; }
  std::vector<Key> operator()(const MeetingClosed& event) const { return {meeting(event.meeting)}; }

  std::vector<Key> operator()(const PanelOpened& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const PanelClosed& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const PanelTitled& event) const {
    // It is a draft no more: the public sees it, and all that belongs to it, from now on.
    std::vector<Key> keys = with_entries(event.panel);
    keys.push_back({.kind = KeyKind::session});
    keys.push_back(floor(event.panel));
    add_panellists(keys, event.panel);
    return keys;
  }
  std::vector<Key> operator()(const OrderPolicySet& event) const { return with_entries(event.panel); }
  std::vector<Key> operator()(const LimitSet& event) const {
    std::vector<Key> keys = with_entries(event.panel);
    if (event.of == LimitOf::panellist) add_panellists(keys, event.panel);
    return keys;
  }
  std::vector<Key> operator()(const AtLimitSet& event) const { return {panel(event.panel), floor(event.panel)}; }

  std::vector<Key> operator()(const ListOpened& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const ListOpeningPlanned& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const ListClosingAnnounced& event) const { return {panel(event.panel)}; }
  std::vector<Key> operator()(const ListClosed& event) const { return {panel(event.panel)}; }

  std::vector<Key> operator()(const FloorRequested& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const EntryWithdrawn& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const EntryRemoved& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const EntryRestored& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const EntryMoved& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const NoShowRecorded& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const NoShowCleared& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const EntryReturned& event) const { return of_entry(event.entry); }

  std::vector<Key> operator()(const FloorGiven& event) const { return of_turn(event.speech); }
  std::vector<Key> operator()(const SpeechEnded& event) const { return of_turn(event.speech); }
  std::vector<Key> operator()(const SpeechPaused& event) const { return {floor_of(event.speech)}; }
  std::vector<Key> operator()(const SpeechResumed& event) const { return {floor_of(event.speech)}; }
  std::vector<Key> operator()(const TimeAdded& event) const { return {floor_of(event.speech)}; }
  std::vector<Key> operator()(const SpeechLimitSet& event) const { return {floor_of(event.speech)}; }

 private:
  static Key meeting(const MeetingId& id) { return {.kind = KeyKind::meeting, .id = id.value}; }
  static Key panel(const PanelId& id) { return {.kind = KeyKind::panel, .id = id.value}; }
  static Key queue(const PanelId& id) { return {.kind = KeyKind::queue, .id = id.value}; }
  static Key floor(const PanelId& id) { return {.kind = KeyKind::floor, .id = id.value}; }

  Key floor_of(SpeechId id) const { return floor(state_.speeches.at(id).panel); }

  void add_panellists(std::vector<Key>& keys, const PanelId& id) const {
    for (const PanellistPlan& panellist : state_.panels.at(id).plan.panellists)
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
    const Entry& entry = state_.entries.at(id);
    std::vector<Key> keys{{.kind = KeyKind::entry, .number = id.value},
                          {.kind = KeyKind::desk, .number = id.value},
                          queue(entry.panel),
                          floor(entry.panel)};
    if (entry.delegation) keys.push_back({.kind = KeyKind::standing, .id = entry.delegation->value});
    return keys;
  }

  std::vector<Key> of_turn(SpeechId id) const {
    const Speech& speech = state_.speeches.at(id);
    std::vector<Key> keys;
    if (const auto* entry = std::get_if<EntryId>(&speech.of))
      keys = of_entry(*entry);
    else
      keys = {floor(speech.panel),
              {.kind = KeyKind::panellist, .id = speech.panel.value, .second = std::get<PanellistId>(speech.of).value}};
    keys.push_back(panel(speech.panel));
    return keys;
  }

  const State& state_;
};

}  // namespace

std::vector<Key> touched(const council::Event& event, const council::State& after) {
  return std::visit(Touched(after), event);
}

}  // namespace rostrum::views
