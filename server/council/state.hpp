// The state of one session, as the events so far have made it. Plain data: decide reads it, evolve alone changes it, in
// place. Entries and speeches are never erased, so that what a key names can be rendered after it has left the list.
//
// Touched by the strand of the session's chamber only.
#pragma once

#include <map>
#include <unordered_map>

#include "council/event.hpp"

namespace rostrum::council {

/// A sign-in that is valid: a seat and a generation, the same on all its devices (P5).
struct Grant {
  GrantId id;
  SeatId seat;
  Role role = Role::observer;
  std::optional<DelegationId> delegation;
  std::uint32_t generation = 1;
  bool revoked = false;
};

struct Meeting {
  MeetingPlan plan;
  MeetingStatus status = MeetingStatus::planned;
  std::optional<Instant> opened_at;
  std::optional<Instant> suspended_at;
  std::optional<Instant> suspended_until;
  std::optional<Instant> closed_at;
};

struct Entry {
  EntryId id;
  PanelId panel;
  std::optional<DelegationId> delegation;  // a guest has none
  Kind kind = Kind::statement;
  std::string language;
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  Instant requested_at;
  SeatId requested_by;
  EntryStatus status = EntryStatus::waiting;
  std::uint32_t no_shows = 0;
  bool moved = false;            // placed by the chair or the desk rather than by the order policy
  std::uint32_t left_place = 0;  // the place it had when it was removed or a no-show, for the inverse act
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
  std::vector<EntryId> order;  // those waiting, from the head on

  std::optional<SpeechId> speech;                                      // that has the floor
  std::optional<SpeechId> last_speech;                                 // that had it before
  Millis spoken;                                                       // in speeches that have ended
  std::uint32_t speeches = 0;                                          // that have ended
  std::map<PanellistId, std::pair<std::uint32_t, Millis>> panellists;  // speeches ended, and the time in them
};

enum class Outcome : std::uint8_t { removed, no_show, no_show_off, restored, returned, cut };

/// What was last done with a request of a delegation, told to it alone.
struct Standing {
  Outcome outcome = Outcome::removed;
  PanelId panel;
  Kind kind = Kind::statement;
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
  std::uint32_t last_entry = 0;
  std::uint32_t last_speech = 0;
  Digest programme_digest{};

  [[nodiscard]] bool created() const { return !session.id.empty(); }
  [[nodiscard]] const Meeting* open_or_suspended_meeting() const;
  [[nodiscard]] const Panel* find(const PanelId& id) const;
  [[nodiscard]] const Meeting* find(const MeetingId& id) const;
  [[nodiscard]] const Entry* find(EntryId id) const;
  [[nodiscard]] const Speech* find(SpeechId id) const;
  [[nodiscard]] const DelegationPlan* find(const DelegationId& id) const;
  [[nodiscard]] const Grant* find(const GrantId& id) const;
  [[nodiscard]] const PanellistPlan* find(const Panel& panel, const PanellistId& id) const;
  [[nodiscard]] const Panel& panel_of(const Entry& entry) const { return panels.at(entry.panel); }

  /// The category that counts for order and limits; a guest counts as of the secretariat.
  [[nodiscard]] Category category_of(const Entry& entry) const;
};

/// The id of a seat's grant in its `generation`, such as "KE.1".
[[nodiscard]] GrantId grant_id(const SeatId& seat, std::uint32_t generation);

}  // namespace rostrum::council
