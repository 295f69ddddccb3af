// The time of a panel, live: what is left of its floor, the limits that let all be heard, when the list will finish,
// and what would become of all that under other limits (T5, T6, T7, T9, L10). The formulas are those of fair_time; this
// says what of a session stands in them. Pure, like all of council: a question changes nothing.
#pragma once

#include "council/fair_time/adequate.hpp"
#include "council/fair_time/forecast.hpp"
#include "council/state.hpp"

namespace rostrum::council {

using fair_time::Moments;
using fair_time::Seconds;

/// When those on a list are expected to have the floor, from the end of the speech under way on, or from now where the
/// floor is free. It depends on no clock.
struct Expected {
  std::vector<Moments> places;  // until each begins, in the order of the list
  Moments finish;               // until the last has spoken
  std::optional<Moments>
      speech;  // of the whole of the speech under way, or of the one that a point of order interrupts
};
[[nodiscard]] Expected expected(const State& state, const Panel& panel);

/// What a chair asks about, before it is announced; what is left out stays as it is.
struct WhatIf {
  std::optional<Millis> limit;  // of Member States: those of others are scaled alike
  std::optional<Instant> ends_at;
  std::optional<Millis> reserve;
  bool list_closed = false;
  std::uint32_t still_expected = 0;  // Member States that will yet ask while the list is open
};

struct TimeQuestion {
  PanelId panel;
  WhatIf what_if;
};

/// Whole seconds, by the limits as they are and the usual hand-over.
struct Budget {
  Instant ends_at;        // of the meeting
  Instant floor_ends_at;  // less the reserve
  Seconds used = 0;       // by all speeches of the panel
  Seconds before = 0;     // what comes before the list goes on
  Seconds available = 0;  // from then to the end of the floor; less than nothing where that is past
  Seconds planned = 0;    // by those who wait
  Seconds left = 0;       // available, less planned
};

/// How many of those who wait.
struct Heads {
  std::uint32_t members = 0;
  std::uint32_t others = 0;
  bool operator==(const Heads&) const = default;
};

/// What limits, an end and a reserve come to.
struct Prospect {
  Limits limits;
  Instant earliest;  // that the last on the list has spoken: nine of ten times in this range
  Instant median;
  Instant latest;
  std::vector<EntryId> not_heard;  // before the end of the floor, in the order of the list
  Seconds left_to_members = 0;     // what they have used, and what is planned for them (T9)
};

ROSTRUM_WORDS(Remedy, extend, close_list, lot, in_writing, members_first)

/// One of the choices where even the least limits do not fit.
struct Choice {
  Remedy remedy{};
  std::int64_t minutes = 0;  // of extension
  Seconds missing = 0;       // still, once the list is closed
  std::uint32_t places = 0;  // given up by closing, or drawn for
  std::uint32_t in_writing = 0;
  std::uint32_t of_them_members = 0;
  Heads heard;
  Instant ends_at;
};

struct Bar {
  Millis limit;  // of Member States
  Heads not_heard;
};

struct PanelTime {
  PanelId panel;
  Instant at;
  Budget budget;  // with the end and the reserve of the what-if
  Heads waiting;
  Seconds least = 0;           // what all would take at the least limits
  fair_time::Fraction factor;  // that lets all be heard, where there are no choices
  Limits fitting;              // the limits by it
  Seconds left_when_fitting = 0;
  std::vector<Choice> choices;  // none where all fit
  Prospect now;
  Prospect then;  // under the what-if
  std::vector<Bar> bars;
  Seconds due_to_members = 0;
  Seconds missing_to_members = 0;  // under the what-if
};

/// `question.panel` exists.
[[nodiscard]] PanelTime time_of(const State& state, Instant now, const TimeQuestion& question);

}  // namespace rostrum::council
