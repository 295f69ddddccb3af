// The state of one session, as the events so far have made it. Plain data: decide reads it, evolve alone changes it, in
// place. Entries and speeches are never erased, so that what a key names can be rendered after it has left the list.
//
// Touched by the strand of the session's chamber only.
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "council/event.hpp"
#include "council/fair_time/forecast.hpp"
#include "council/fair_time/policies.hpp"
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
  MeetingPlan plan;       // with the end as it now is
  Millis planned_length;  // by the programme
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
  Instant recognised_at;  // a point of order; a motion that was taken up, and what is said on it
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
  std::optional<Millis> told;  // the limit it was told as one of the next two, and keeps where others were announced
  std::optional<Stood> stood;  // where its last move took it from, while nothing else has placed it
  std::optional<Rank> rank;
  bool drawn = false;                    // stands as it was drawn, where the policy is the lot
  std::optional<Instant> on_the_way_at;  // as its delegation has answered, while it is one of the first in line
  Instant filed_at;                      // in writing
  fair_time::Region region;              // the class and the regional group that it takes turns in (order.hpp)
  std::optional<EntryId> on_motion;      // what is said on a motion: its mover's entry
  MotionSide side{};                     // and for it or against it
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
  Millis base;       // what the limit of its sort is by the programme, or was raised to
  Millis hand_over;  // that led to it
  Instant started_at;
  std::vector<Pause> pauses;
  std::optional<Instant> ended_at;
  EndCause end_cause = EndCause::chair;
  std::uint32_t paragraph = 0;  // of its statement, that was reached; 0: none
};

/// A delegation that asks to speak on a motion, or has spoken on it.
struct OnMotion {
  DelegationId delegation;
  MotionSide side{};
  bool operator==(const OnMotion&) const = default;
};

/// A procedural motion: what its entry does not say of it.
struct Motion {
  MotionKind kind{};
  std::vector<OnMotion> asks;    // who asks to speak on it, in the order in which they asked
  std::vector<OnMotion> spoken;  // who has got the floor on it, besides the mover
  std::optional<Instant> objections_asked_at;
  std::optional<MotionOutcome> outcome;
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
/// taken off. At the bottom stands what speaks on the list's time; all above it interrupt. A motion is held by its
/// mover's entry, and on it stands whoever speaks on it.
struct Holding {
  std::variant<EntryId, PanellistId> of;
  std::optional<SpeechId> speech;  // none: it is over, and its ruling is not given yet
  bool interrupts = false;
  bool stays = false;  // when its speech is over, until it is ruled on or decided
};

/// How many entries of a regional group have had the floor of a panel's list, or have it; when the last one got it.
struct RegionSpoken {
  std::uint32_t heard = 0;
  Instant last_at;
};

/// The latest draw of a list by lot.
struct Draw {
  enum class Stage : std::uint8_t { prepared, frozen, drawn };

  std::uint32_t number = 1;
  std::string reason;      // empty: the first
  std::string commitment;  // this and the digests below in hexadecimal
  Instant prepared_at;
  std::vector<EntryId> pool;
  std::vector<std::string> labels;  // of the pool
  std::optional<Instant> frozen_at;
  std::string word;
  std::string secret;
  std::string seed;
  std::vector<std::string> drawn;  // the labels, as drawn
  std::optional<Instant> drawn_at;

  [[nodiscard]] Stage stage() const { return drawn_at ? Stage::drawn : frozen_at ? Stage::frozen : Stage::prepared; }
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
  std::optional<SpeechId> last_speech;                                 // that had it before, what interrupts apart
  std::optional<SpeechId> speech_before_last;                          // and before that one
  Millis spoken;                                                       // in speeches that have ended
  std::uint32_t speeches = 0;                                          // that have ended
  std::map<PanellistId, std::pair<std::uint32_t, Millis>> panellists;  // speeches ended, and the time in them
  std::map<fair_time::Region, RegionSpoken> regions;                   // of the list of speakers
  std::optional<Draw> draw;
  std::uint32_t filed = 0;  // entries in writing

  Limits base_limits;                 // by the programme
  bool list_begun = false;            // somebody from the list has been given the floor
  Millis used_by_members;             // of what was spoken, with the hand-overs that led to it (T9)
  std::optional<Instant> free_since;  // the end of the last speech, while nothing but the hand-over comes after it

  /// Those on the list of speakers, from the head on.
  [[nodiscard]] const std::vector<EntryId>& order() const { return lines[Line::speakers]; }
  /// That has the floor; none where it is free, or awaits a ruling.
  [[nodiscard]] std::optional<SpeechId> speech() const { return floor.empty() ? std::nullopt : floor.back().speech; }
  /// What has interrupted, and is not yet ruled on or decided: of several the one that does not wait.
  [[nodiscard]] std::optional<EntryId> interrupting() const;
  /// The speech that whoever may speak has interrupted.
  [[nodiscard]] std::optional<SpeechId> interrupted() const;
  /// Whether a speech is held by what something else stands on.
  [[nodiscard]] bool is_interrupted(SpeechId speech) const;
  /// What holds the floor by this entry; null where nothing does.
  [[nodiscard]] const Holding* held_by(EntryId entry) const;
};

ROSTRUM_WORDS(Outcome, removed, no_show, no_show_off, restored, returned, cut, upheld, overruled, noted, carried,
              not_carried, lapsed, in_writing)

/// What was last done with a request of a delegation, told to it alone.
struct Standing {
  Outcome outcome = Outcome::removed;
  PanelId panel;
  Kind kind{};
  Instant at;
  std::optional<EntryId> filed;  // that was filed in writing
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
  std::map<DelegationId, Millis> spoken;        // in speeches on those that have ended
  fair_time::Gathered seen;                     // how speeches compare with their limits (T5)
  std::map<EntryId, Statement> statements;
  std::map<EntryId, Motion> motions;  // each that was moved, by the entry of its mover
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
  [[nodiscard]] const Motion* motion_of(EntryId entry) const;
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

/// Whether it has the floor, or had it: one that was returned to the list has not.
[[nodiscard]] bool has_begun(const Entry& entry);

/// Whether it counts, and has been delivered or begun: one that was returned to the list has not (L15, history).
[[nodiscard]] bool is_heard(const Entry& entry);

/// How many of its delegation's own have been heard in the session, without this one (L15, history).
[[nodiscard]] std::uint32_t statements_before(const State& state, const Entry& entry);

/// How long its delegation has spoken in its own of the session, in speeches that have ended (L4, least heard).
[[nodiscard]] Millis spoken_before(const State& state, const Entry& entry);

/// Whether its time is that of Member States: a statement or a question of one, also on behalf of others (T9).
[[nodiscard]] bool is_of_a_member(const State& state, const Entry& entry);

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
