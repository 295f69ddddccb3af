// A programme while it is read: what has been read so far, and the ids that others refer to. Parts are read in the
// order in which they need one another: session, roster and delegations, defaults, meetings, panels, seats.
#pragma once

#include "council/event.hpp"
#include "programme/register.hpp"
#include "programme/texts.hpp"
#include "programme/zone.hpp"

namespace rostrum::programme {

/// The rules of a panel that a programme can set for all panels (`defaults`) and for each.
struct Rules {
  council::Limits limits = council::default_limits();
  council::OrderPolicy order_policy = council::OrderPolicy::inscription_time;
  council::AtLimit at_limit = council::AtLimit::signal;
  Millis grace = council::PanelPlan{}.grace;
  bool several_entries = false;
  bool present_only = false;
  Millis reserve = council::PanelPlan{}.reserve;
  std::uint32_t members_share = council::PanelPlan{}.members_share;
  std::optional<Value> list_opens_at;  // a time on the day of the panel's meeting, or with a date of its own
};

struct Reading {
  council::Programme programme;
  Languages languages;
  std::optional<Zone> zone;
  Rules defaults;
  Register meetings{"a meeting"};
  Register panels{"a panel"};
  Register delegations =
      Register("a delegation", {"system", "chair", "desk", "display"}).without_case();  // whose own seat has its id
  Register seats{"a seat or participant", {council::system_seat.value}};
};

void read_session(Reading& reading, const Value& value);
void read_delegations(Reading& reading, const Value& value);
void read_defaults(Reading& reading, const Value& value);
void read_meetings(Reading& reading, const Value& value);
void read_panels(Reading& reading, const Value& value);

/// Seats and participants that are listed (either may be absent), and those that every session has.
void read_seats(Reading& reading, Sheet& sheet, const Value* seats, const Value* participants);

/// The language that `value` names, one of the session's.
[[nodiscard]] std::string read_language(const Reading& reading, const Value& value);

/// A flag, "none", or empty with a problem.
[[nodiscard]] std::string read_flag(const Value& value);

}  // namespace rostrum::programme
