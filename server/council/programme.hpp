// The normalized programme: every name resolved, every default written out, every id permanent (P1). It is the content
// of a session's first commit; room programme reads it from files.
#pragma once

#include "base/digest.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct SessionPlan {
  SessionId id;
  Text title;
  Text theme;
  std::string timezone;                // IANA
  std::vector<std::string> languages;  // the first is the default; at least one
  Millis codes_valid{};                // from the instant a code is issued; 0: without end
  bool mocion_de_orden = false;        // Spanish calls a point of order so, else "cuestión de orden"

  bool operator==(const SessionPlan&) const = default;
};

struct MeetingPlan {
  MeetingId id;
  Text title;
  Instant planned_start;
  Instant planned_end;

  bool operator==(const MeetingPlan&) const = default;
};

/// A panellist speaks from a row of the panel's own, outside the list of speakers.
struct PanellistPlan {
  PanellistId id;  // unique within its panel
  Text name;       // as announced, such as "Panellist from Indonesia"
  Text title;
  std::string flag;

  bool operator==(const PanellistPlan&) const = default;
};

struct PanelPlan {
  PanelId id;
  MeetingId meeting;
  Text title;
  bool draft = false;
  Text subtitle;
  std::vector<Document> documents;
  std::vector<Text> themes;
  std::vector<PanellistPlan> panellists;
  Limits limits;
  OrderPolicy order_policy = OrderPolicy::inscription_time;
  AtLimit at_limit = AtLimit::signal;
  Millis grace = seconds(15);
  bool several_entries = false;          // more than one waiting entry per delegation and kind
  bool present_only = false;             // entries only of delegations of which a device is connected
  std::optional<Instant> list_opens_at;  // advance inscription
  Millis reserve = minutes(15);          // of the meeting's end, for replies and closing (T5)
  std::uint32_t members_share = 60;      // hundredths of the planned time that are for Member States (T9)

  bool operator==(const PanelPlan&) const = default;
};

struct DelegationPlan {
  DelegationId id;
  Category category = Category::member;
  std::vector<std::string> groups;
  Text name;
  std::string flag;  // ISO 3166-1 alpha-2, lower case; empty: none

  bool operator==(const DelegationPlan&) const = default;
};

/// A sign-in: of a named participant, or a seat without a named person (a delegation's tablet, the chair, a display).
struct SeatPlan {
  SeatId id;
  Role role = Role::observer;
  std::optional<DelegationId> delegation;
  std::string language;  // empty: the session's default
  std::optional<Speaker> person;

  bool operator==(const SeatPlan&) const = default;
};

struct Programme {
  SessionPlan session;
  std::vector<MeetingPlan> meetings;
  std::vector<PanelPlan> panels;
  std::vector<DelegationPlan> delegations;
  std::vector<SeatPlan> seats;
  Digest source_digest{};  // of the files it was read from

  bool operator==(const Programme&) const = default;
};

/// Limits of T1, used where a programme gives none.
[[nodiscard]] Limits default_limits();

}  // namespace rostrum::council
