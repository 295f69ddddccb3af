// The state of one session, as the events so far have made it. Plain data: decide reads it, evolve alone changes it, in
// place. Entries and speeches are never erased, so that what a key names can be rendered after it has left the list.
//
// Touched by the strand of the session's chamber only.
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "council/event.hpp"
#include "council/kinds.hpp"

namespace rostrum::council {

/// A sign-in that is valid: a seat and a generation, the same on all its devices (P5).
struct Grant {
  GrantId id;
  SeatId seat;
  Role role = Role::observer;
  std::optional<DelegationId> delegation;
  std::uint32_t generation = 1;
  bool revoked = false;
  std::optional<Instant> expires_at;  // absent: without end
};

struct Meeting {
  MeetingPlan plan;
  MeetingStatus status = MeetingStatus::planned;
  std::optional<Instant> opened_at;
  std::optional<Instant> suspended_at;
  std::optional<Instant> suspended_until;
  std::optional<Instant> closed_at;
};

/// Where an entry stood before it was moved, for the inverse act.
struct Stood {
  /// Another, and how many times it had been placed by then: of one that was placed since, its place tells nothing.
  struct Beside {
    EntryId entry;
    std::uint32_t placed = 0;
  };
  std::optional<Beside> behind;  // none: at the head
  std::optional<Beside> before;  // none: at the end
  std::uint32_t place = 0;
  bool moved = false;
  bool skipped = false;
};

struct Entry {
  EntryId id;
  PanelId panel;
  std::optional<DelegationId> delegation;  // a guest has none
  Kind kind{};
  std::string language;
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::string body;       // of a guest
  std::string note;       // of a point of order: for chair and desk
  Instant recognised_at;  // a point of order
  Instant requested_at;
  SeatId requested_by;
  EntryStatus status = EntryStatus::waiting;
  std::uint32_t no_shows = 0;
  bool moved = false;            // placed by the chair or the desk rather than by the order policy
  bool skipped = false;          // passed over once: until the floor is next given
  std::uint32_t left_place = 0;  // the place it had when it was removed or a
                                 // no-show, for the inverse act
  std::uint32_t moves = 0;       // how many times it was moved
  std::uint32_t corrections = 0;
  std::optional<Stood> stood;  // where its last move took it from, while nothing else has placed it
};

struct Pause {
  Instant from;
  std::optional<Instant> until;  // absent: still paused
  PauseCause cause = PauseCause::chair;
};

/// One holding of the floor. Its clock is its own: a pause loses nothing.
struct Speech {
  SpeechId id;
  PanelId panel;
  std::variant<EntryId, PanellistId> of;
  Millis limit;
  LimitOf limit_of = LimitOf::member;
  Instant started_at;
  std::vector<Pause> pauses;
  std::optional<Instant> ended_at;
  EndCause end_cause = EndCause::chair;
  std::uint32_t paragraph = 0;  // of its statement, that was reached; 0: none
};

/// One version of a text in one language.
struct StatementVersion {
  std::uint32_t version = 1;
  TextFormat format = TextFormat::plain;
  std::vector<std::string> paragraphs;
  std::uint32_t words = 0;
  Instant submitted_at;
  SeatId submitted_by;
};

/// The text of an entry for delivery, each language at its latest version: those before are in the journal.
struct Statement {
  EntryId entry;
  Delivery delivery = Delivery::check_against_delivery;
  std::vector<std::string> languages;  // in the order in which they were first submitted
  std::map<std::string, StatementVersion> texts;
  std::optional<Instant> released_at;  // absent: under embargo
  std::optional<Instant> releases_at;
};

/// Bound to the speech under way when it was raised: it is over with that speech, but for `no_sound`.
struct Signal {
  SignalId id;
  SignalKind kind = SignalKind::speak_slowly;
  SeatId seat;
  std::string language;
  std::optional<SpeechId> speech;
  Instant raised_at;
  std::optional<Instant> seen_at;
  std::optional<Instant> ended_at;
};

struct Notice {
  NoticeId id;
  NoticeTo to;
  Text text;
  Instant sent_at;
  bool withdrawn = false;
};

struct Help {
  HelpId id;
  DelegationId delegation;
  std::string note;
  Instant requested_at;
  HelpStatus status = HelpStatus::requested;
  SeatId taken_by;
};

/// Who waits, in each line from the head on.
class Lines {
 public:
  [[nodiscard]] std::vector<EntryId>& operator[](Line line) { return lines_[static_cast<std::size_t>(line)]; }
  [[nodiscard]] const std::vector<EntryId>& operator[](Line line) const {
    return lines_[static_cast<std::size_t>(line)];
  }

 private:
  std::array<std::vector<EntryId>, count_of<Line>> lines_;
};

/// One holding of the floor. Holdings are a stack: the one on top may speak, and those below are paused until it is
/// taken off. At the bottom stands what speaks on the list's time; all above it interrupt.
struct Holding {
  std::variant<EntryId, PanellistId> of;
  std::optional<SpeechId> speech;  // none: it is over, and its ruling is not given yet
  bool interrupts = false;
};

struct Panel {
  PanelPlan plan;  // with the title, limits and policy as they now are
  PanelStatus status = PanelStatus::planned;
  std::optional<Instant> opened_at;

  ListStatus list = ListStatus::not_open;
  std::optional<Instant> list_opens_at;
  ActName opening_planned_by;
  std::optional<Instant> list_closes_at;
  ActName closing_announced_by;
  Lines lines;

  std::vector<Holding> floor;                                          // from the bottom to the top, which may speak
  std::optional<SpeechId> last_speech;                                 // that had it before, points of order apart
  std::optional<SpeechId> speech_before_last;                          // and before that one
  Millis spoken;                                                       // in speeches that have ended
  std::uint32_t speeches = 0;                                          // that have ended
  std::map<PanellistId, std::pair<std::uint32_t, Millis>> panellists;  // speeches ended, and the time in them

  /// Those on the list of speakers, from the head on.
  [[nodiscard]] const std::vector<EntryId>& order() const { return lines[Line::speakers]; }
  /// That has the floor; none where it is free, or awaits a ruling.
  [[nodiscard]] std::optional<SpeechId> speech() const { return floor.empty() ? std::nullopt : floor.back().speech; }
  /// What has interrupted, and is not yet ruled on.
  [[nodiscard]] std::optional<EntryId> interrupting() const;
  /// The speech that it has interrupted.
  [[nodiscard]] std::optional<SpeechId> interrupted() const;
};

ROSTRUM_WORDS(Outcome, removed, no_show, no_show_off, restored, returned, cut, upheld, overruled, noted)

/// What was last done with a request of a delegation, told to it alone.
struct Standing {
  Outcome outcome = Outcome::removed;
  PanelId panel;
  Kind kind{};
  Instant at;
};

struct State {
  SessionPlan session;
  std::map<MeetingId, Meeting> meetings;
  std::vector<MeetingId> meeting_order;
  std::map<PanelId, Panel> panels;
  std::vector<PanelId> panel_order;
  std::map<DelegationId, DelegationPlan> delegations;
  std::vector<DelegationId> delegation_order;
  std::map<SeatId, SeatPlan> seats;
  std::map<GrantId, Grant> grants;
  std::unordered_map<EntryId, Entry> entries;
  std::unordered_map<SpeechId, Speech> speeches;
  std::map<DelegationId, Standing> standings;
  std::map<DelegationId, std::uint32_t> heard;  // how many of its entries that count as its own have been heard
  std::map<EntryId, Statement> statements;
  // All that stand, and of those that are over the latest, for the log to name: `over_kept_max` of a sort in all.
  std::map<SignalId, Signal> signals;
  std::map<NoticeId, Notice> notices;
  std::map<HelpId, Help> helps;
  // What becomes due, the earliest first: texts with an instant, and codes that have not been revoked.
  std::set<std::pair<Instant, EntryId>> releases_planned;
  std::set<std::pair<Instant, GrantId>> expiries;
  std::map<SeatId, GrantId> seat_grants;  // the latest of each seat
  std::uint32_t last_entry = 0;
  std::uint32_t last_speech = 0;
  std::uint32_t last_signal = 0;
  std::uint32_t last_notice = 0;
  std::uint32_t last_help = 0;
  Digest programme_digest{};
  // What the nodes that share the log have to agree on, shown to nobody; none where one server has the log for itself.
  std::optional<Digest> secret_check;
  std::optional<ClockAnchor> clock_anchor;

  [[nodiscard]] bool created() const { return !session.id.empty(); }
  [[nodiscard]] const Meeting* open_or_suspended_meeting() const;
  [[nodiscard]] const Panel* find(const PanelId& id) const;
  [[nodiscard]] const Meeting* find(const MeetingId& id) const;
  [[nodiscard]] const Entry* find(EntryId id) const;
  [[nodiscard]] const Speech* find(SpeechId id) const;
  [[nodiscard]] const DelegationPlan* find(const DelegationId& id) const;
  [[nodiscard]] const Grant* find(const GrantId& id) const;
  [[nodiscard]] const Statement* statement_of(EntryId entry) const;
  [[nodiscard]] const Signal* find(SignalId id) const;
  [[nodiscard]] const Notice* find(NoticeId id) const;
  [[nodiscard]] const Help* find(HelpId id) const;
  [[nodiscard]] const PanellistPlan* find(const Panel& panel, const PanellistId& id) const;
  [[nodiscard]] const Panel& panel_of(const Entry& entry) const { return panels.at(entry.panel); }
  /// The speech under way (or interrupted) on this entry, which has the floor.
  [[nodiscard]] const Speech* speech_of(const Entry& entry) const;
  /// The text by whose paragraphs a statement is followed: in the entry's language, or the first that was submitted.
  [[nodiscard]] const StatementVersion& followed(const Statement& statement) const;

  /// The category that counts for order and limits; a guest counts as of the secretariat.
  [[nodiscard]] Category category_of(const Entry& entry) const;
};

/// Whether a speech on an entry counts as an intervention of its delegation's own: a statement or a question, not one
/// on behalf of others, nor a point of order (L15, history).
[[nodiscard]] bool counts_as_own(const Entry& entry);

/// Whether it counts, and has been delivered or begun: one that was returned to the list has not (L15, history).
[[nodiscard]] bool is_heard(const Entry& entry);

/// How many of its delegation's own have been heard in the session, without this one (L15, history).
[[nodiscard]] std::uint32_t statements_before(const State& state, const Entry& entry);

/// The delegation that speaks or spoke; none for a panellist and a guest.
[[nodiscard]] std::optional<DelegationId> delegation_of(const State& state, const Speech& speech);

/// The speech under way on whatever panel (at most one is open); null where nobody speaks.
[[nodiscard]] const Speech* speech_on_the_floor(const State& state);

/// The delegation that a signal is for: the one whose speech it was raised for, while that goes on or stands
/// interrupted; for no sound the one that speaks now, whoever spoke when it was raised (I3).
[[nodiscard]] std::optional<DelegationId> concerned(const State& state, const Signal& signal);

/// Whether a signal is no longer on: ended, or raised for a speech that has ended (I3).
[[nodiscard]] bool is_over(const State& state, const Signal& signal);

/// Whether a request for help is closed, by the desk or its delegation.
[[nodiscard]] bool is_over(const Help& help);

/// Until when a code issued at `at` is valid; none: without end. Those of chair and desk are: they issue all the
/// others.
[[nodiscard]] std::optional<Instant> expiry(const SessionPlan& session, Role role, Instant at);

/// The id of a seat's grant in its `generation`, such as "KE.1".
[[nodiscard]] GrantId grant_id(const SeatId& seat, std::uint32_t generation);

}  // namespace rostrum::council
