// What every rule decides on: the state, the instant, who acts and who is there; the look-ups that name what does not
// exist; and what one subject's rules ask of another's. Pure, as decide.hpp is.
#pragma once

#include "council/decide.hpp"

namespace rostrum::council {

/// Who acts: the server itself, or the holder of a grant.
struct Actor {
  bool system = false;
  bool own_only = false;  // for its own delegation or booth, see May::own
  Role role = Role::observer;
  SeatId seat;
  std::optional<DelegationId> delegation;
};

/// Whether the actor acts for this delegation: its own, where it is held to that.
[[nodiscard]] bool acts_for(const Actor& actor, const std::optional<DelegationId>& delegation);

/// Whether the actor is not told that there is this entry: another delegation's point of order or motion is chair's and
/// desk's to know of, until it is before the chair.
[[nodiscard]] bool hidden_from(const Actor& actor, const Entry& entry);

/// What a rule says: events, or a rejection. A name of its own, so that a subject's header can declare its rules before
/// the events of all subjects are known.
struct Decision : Decided<Events> {
  using Decided<Events>::Decided;
};

struct Deciding {
  const State& state;
  Instant now;
  const Present& present;
  Actor actor;
  const LotSecret& lot_secret;

  // What an act names, or the rejection that says it does not exist.
  [[nodiscard]] Decided<const Panel*> panel(const PanelId& id) const;
  [[nodiscard]] Decided<const Panel*> listed_panel(const PanelId& id) const;  // can have a list: no draft, not closed
  [[nodiscard]] Decided<const Entry*> entry(EntryId id) const;
  [[nodiscard]] Decided<const Entry*> waiting_entry(EntryId id) const;
  [[nodiscard]] Decided<const Entry*> listed_entry(EntryId id) const;  // that waits on the list: no point of order
  [[nodiscard]] Decided<const Speech*> speech_under_way(SpeechId id) const;
  [[nodiscard]] Decided<const Speech*> speech_in_time(SpeechId id) const;  // under way, not past the instant of its cut
  [[nodiscard]] Decided<DelegationId> acting_delegation(const std::optional<DelegationId>& named,
                                                        std::string_view act) const;

  [[nodiscard]] bool meeting_is_open() const;
  [[nodiscard]] bool acts_for(const std::optional<DelegationId>& delegation) const;
  [[nodiscard]] Rejection not_yours(std::string_view act) const;
};

// list
/// A panel's list as `now` makes it: an announced instant that has passed counts, whether or not the server has
/// proposed its act yet.
[[nodiscard]] ListStatus list_status(const Panel& panel, Instant now);

// entry
/// Why an entry may not wait again; none where it may.
[[nodiscard]] std::optional<Rejection> refused_again(const Deciding& on, const Entry& entry);

/// What is not sound in a request for a panel's list; none where all is.
[[nodiscard]] std::optional<Rejection> refused_content(const State& state, const Panel& panel, const RequestFloor& act);
/// The entry of this kind with which a delegation waits on a panel's list; null where there is none.
[[nodiscard]] const Entry* other_waiting(const Deciding& on, const Panel& panel, const DelegationId& delegation,
                                         Kind kind);
/// Why a delegation may not ask on a panel's list by itself; none where it may, and for chair and desk.
[[nodiscard]] std::optional<Rejection> refused_list(const Deciding& on, const Panel& panel);

// floor
/// A speech that something else stops: paused, or cut where that is due.
[[nodiscard]] Event stopped(const Deciding& on, const Speech& speech, PauseCause cause);

// point
/// Why a delegation may raise no point of order on a panel; none where it may.
[[nodiscard]] std::optional<Rejection> refused_point(const Deciding& on, const Panel& panel,
                                                     const DelegationId& delegation);
/// The point of order that is before the chair, until it is ruled on.
[[nodiscard]] std::optional<EntryId> point_before_chair(const Deciding& on, const Panel& panel);
/// Where a point of order is before the chair: until the ruling the floor is its own.
[[nodiscard]] std::optional<Rejection> refused_by_point(const Deciding& on, const Panel& panel);
/// Where a point of order is before the chair, or waits to be.
[[nodiscard]] std::optional<Rejection> refused_by_waiting_point(const Deciding& on, const Panel& panel);

// motion
/// Why a motion may not wait on a panel, of this delegation or, without one, of the chair; none where it may.
[[nodiscard]] std::optional<Rejection> refused_motion(const Deciding& on, const Panel& panel,
                                                      const std::optional<DelegationId>& delegation);
/// The place of a motion among those that wait: behind all that go before it, and those of its kind.
[[nodiscard]] std::uint32_t place_of_motion(const State& state, const Panel& panel, MotionKind kind);
/// Where a point of order is before the chair, or a motion: until that is ruled on or decided the floor is its own.
[[nodiscard]] std::optional<Rejection> refused_while_interrupting(const Deciding& on, const Panel& panel);
/// Where a point of order or a motion is before the chair, or waits to be.
[[nodiscard]] std::optional<Rejection> refused_by_procedure(const Deciding& on, const Panel& panel);

/// Letters, digits and hyphens, as BCP 47 tags have them.
[[nodiscard]] bool is_language_tag(std::string_view tag);

/// `value` where it lies between `least` and `most`, else the rejection that names `field`.
[[nodiscard]] std::optional<Rejection> out_of_range(std::string_view field, Millis value, Millis least, Millis most);

/// The rejection of an instant that has passed or lies further ahead than plans go; none for a sound one.
[[nodiscard]] std::optional<Rejection> refused_instant(std::string_view field, Instant at, Instant now);

}  // namespace rostrum::council
