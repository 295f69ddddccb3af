// Which entities an event may have changed. Entries and speeches are never erased (docs/adr/0004), so that the state
// after the event tells all there is to know.
#include "base/planted.hpp"
#include "views/keys_of.hpp"

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
    const council::Panel& panel = state_.panels.at(event.panel);
    for (const auto& speech : {panel.speech, panel.interrupted})
      if (const auto* entry = speech ? std::get_if<EntryId>(&state_.speeches.at(*speech).of) : nullptr)
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
  std::vector<Key> operator()(const council::EntryWithdrawn& event) const { return of_presence(event.entry); }
  std::vector<Key> operator()(const council::EntryRemoved& event) const { return of_presence(event.entry); }
  std::vector<Key> operator()(const council::EntryRestored& event) const { return of_presence(event.entry); }
  std::vector<Key> operator()(const council::EntryMoved& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::NoShowRecorded& event) const { return of_presence(event.entry); }
  std::vector<Key> operator()(const council::NoShowCleared& event) const { return of_presence(event.entry); }
  std::vector<Key> operator()(const council::EntryReturned& event) const { return of_presence(event.entry); }

  std::vector<Key> operator()(const council::FloorGiven& event) const { return of_turn(event.speech); }
  std::vector<Key> operator()(const council::SpeechEnded& event) const {
    std::vector<Key> keys = of_turn(event.speech);
    // With it its signals are over, and the text of the speech before it is put away.
    const council::Speech& speech = state_.speeches.at(event.speech);
    const auto delegation = council::delegation_of(state_, speech);
    for (const auto& [id, signal] : state_.signals) {
      if (signal.speech != event.speech) continue;
      keys.push_back({.kind = KeyKind::signal, .number = id.value});
      if (delegation) keys.push_back({.kind = KeyKind::own_signal, .id = delegation->value, .number = id.value});
    }
    const council::Panel& of = state_.panels.at(speech.panel);
    for (const auto& before : {of.last_speech, of.speech_before_last})
      if (const auto* entry = before ? std::get_if<EntryId>(&state_.speeches.at(*before).of) : nullptr;
          entry && state_.statement_of(*entry))
        add(keys, keys_of_statement(state_.entries.at(*entry)));
    return keys;
  }
  std::vector<Key> operator()(const council::SpeechPaused& event) const {
    if (planted::forgets_pauses) return {};
    return {floor_of(event.speech)};
  }
  std::vector<Key> operator()(const council::SpeechResumed& event) const { return {floor_of(event.speech)}; }
  std::vector<Key> operator()(const council::TimeAdded& event) const { return {floor_of(event.speech)}; }
  std::vector<Key> operator()(const council::SpeechLimitSet& event) const { return {floor_of(event.speech)}; }

  std::vector<Key> operator()(const council::EntrySkipped& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::SkipCleared& event) const { return of_entry(event.entry); }

  std::vector<Key> operator()(const council::PointOfOrderRaised& event) const { return of_entry(event.entry); }
  std::vector<Key> operator()(const council::PointOfOrderRecognised& event) const { return of_turn(event.speech); }
  std::vector<Key> operator()(const council::PointOfOrderRuled& event) const {
    std::vector<Key> keys = of_entry(event.entry);
    add_no_sound(keys, state_.panels.at(state_.entries.at(event.entry).panel));
    return keys;
  }

  std::vector<Key> operator()(const council::StatementSubmitted& event) const { return of_statement(event.entry); }
  std::vector<Key> operator()(const council::StatementReleased& event) const { return of_statement(event.entry); }
  std::vector<Key> operator()(const council::StatementReleasePlanned& event) const { return of_statement(event.entry); }
  std::vector<Key> operator()(const council::ParagraphReached& event) const { return {floor_of(event.speech)}; }

  std::vector<Key> operator()(const council::SignalRaised& event) const { return of_signal(event.signal); }
  std::vector<Key> operator()(const council::SignalSeen& event) const { return of_signal(event.signal); }
  std::vector<Key> operator()(const council::SignalEnded& event) const { return of_signal(event.signal); }

  std::vector<Key> operator()(const council::NoticeSent& event) const { return of_notice(event.notice); }
  std::vector<Key> operator()(const council::NoticeWithdrawn& event) const { return of_notice(event.notice); }
  std::vector<Key> operator()(const council::HelpRequested& event) const { return of_help(event.help); }
  std::vector<Key> operator()(const council::HelpTaken& event) const { return of_help(event.help); }
  std::vector<Key> operator()(const council::HelpClosed& event) const { return of_help(event.help); }

  std::vector<Key> operator()(const council::GrantRevoked& event) const {
    return {{.kind = KeyKind::seat, .id = state_.grants.at(event.grant).seat.value}};
  }
  std::vector<Key> operator()(const council::GrantIssued& event) const {
    return {{.kind = KeyKind::seat, .id = event.seat.value}};
  }

 private:
  static void add(std::vector<Key>& keys, std::vector<Key> more) {
    keys.insert(keys.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  std::vector<Key> of_statement(EntryId id) const {
    const council::Entry& entry = state_.entries.at(id);
    std::vector<Key> keys = keys_of_statement(entry);
    keys.push_back(floor(entry.panel));
    return keys;
  }
  std::vector<Key> of_signal(SignalId id) const { return keys_of_signal(state_, state_.signals.at(id)); }
  std::vector<Key> of_notice(NoticeId id) const { return keys_of_notice(state_.notices.at(id)); }
  std::vector<Key> of_help(HelpId id) const { return keys_of_help(state_.helps.at(id)); }

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

  /// The entry, its list and floor (whether the last speaker can be returned depends on entries), what its delegation
  /// is told, and its text.
  std::vector<Key> of_entry(EntryId id) const {
    const council::Entry& entry = state_.entries.at(id);
    std::vector<Key> keys{{.kind = KeyKind::entry, .number = id.value},
                          {.kind = KeyKind::desk, .number = id.value},
                          queue(entry.panel),
                          floor(entry.panel)};
    if (entry.delegation) keys.push_back({.kind = KeyKind::standing, .id = entry.delegation->value});
    if (entry.kind == council::Kind::point_of_order) add(keys, keys_of_point(entry));
    return keys;
  }

  /// The same for an entry that leaves its line or comes back: its text goes or comes with it.
  std::vector<Key> of_presence(EntryId id) const {
    std::vector<Key> keys = of_entry(id);
    if (state_.statement_of(id)) add(keys, keys_of_statement(state_.entries.at(id)));
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
    if (const auto delegation = council::delegation_of(state_, speech)) add_no_sound(keys, *delegation);
    add_no_sound(keys, state_.panels.at(speech.panel));
    return keys;
  }

  /// That there is no sound is told to whoever speaks: it goes with the floor.
  void add_no_sound(std::vector<Key>& keys, const council::Panel& panel) const {
    for (const auto& speech : {panel.speech, panel.interrupted})
      if (const auto delegation = speech ? council::delegation_of(state_, state_.speeches.at(*speech)) : std::nullopt)
        add_no_sound(keys, *delegation);
  }
  void add_no_sound(std::vector<Key>& keys, const DelegationId& delegation) const {
    for (const auto& [id, signal] : state_.signals)
      if (signal.kind == council::SignalKind::no_sound && !council::is_over(state_, signal))
        keys.push_back({.kind = KeyKind::own_signal, .id = delegation.value, .number = id.value});
  }

  const council::State& state_;
};

}  // namespace

std::vector<Key> touched(const council::Event& event, const council::State& after) {
  return std::visit(Touched(after), event);
}

}  // namespace rostrum::views
