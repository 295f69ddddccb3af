// Why an act was not taken: a state of affairs with what a sentence about it needs. Clients translate by code; the list
// of codes with their details is in docs/protocol.md#rejections, whose names and details are printed from this table.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace rostrum::council {

// X(code, details in the order given)
#define ROSTRUM_REJECTIONS(X)          \
  X(unauthorized, "act role")          \
  X(malformed, "field expected")       \
  X(expired, "at")                     \
  X(command_id_reused, "")             \
  X(changed_meanwhile, "what now")     \
  X(unknown_meeting, "id")             \
  X(unknown_panel, "id")               \
  X(unknown_delegation, "id")          \
  X(unknown_entry, "id")               \
  X(unknown_speech, "id")              \
  X(unknown_panellist, "id")           \
  X(meeting_not_open, "")              \
  X(meeting_already_open, "meeting")   \
  X(another_meeting_open, "meeting")   \
  X(meeting_not_suspended, "meeting")  \
  X(meeting_closed, "meeting")         \
  X(panel_is_draft, "panel")           \
  X(panel_not_open, "panel")           \
  X(panel_already_open, "panel")       \
  X(another_panel_open, "panel")       \
  X(panel_closed, "panel")             \
  X(list_not_open, "panel")            \
  X(list_already_open, "panel")        \
  X(list_already_closed, "panel")      \
  X(list_closed, "panel")              \
  X(list_closed_at, "panel at")        \
  X(instant_passed, "at")              \
  X(already_listed, "entry")           \
  X(list_full, "limit")                \
  X(not_present, "delegation")         \
  X(not_waiting, "entry")              \
  X(not_removed, "entry")              \
  X(no_no_show, "entry")               \
  X(not_next, "entry")                 \
  X(nobody_else_waits, "panel")        \
  X(not_on_stand_by, "entry place")    \
  X(not_skipped, "entry")              \
  X(not_moved, "entry")                \
  X(place_changes, "entry place")      \
  X(draw_under_way, "draw")            \
  X(point_of_order_waits, "entry")     \
  X(point_of_order_under_way, "entry") \
  X(not_recognised, "entry")           \
  X(motion_waits, "entry")             \
  X(motion_under_way, "entry")         \
  X(motion_goes_first, "entry")        \
  X(not_taken_up, "entry")             \
  X(speakers_heard, "side limit")      \
  X(already_spoken, "delegation")      \
  X(has_not_asked, "delegation")       \
  X(no_statement, "entry")             \
  X(already_released, "entry")         \
  X(entry_over, "entry")               \
  X(statement_full, "limit")           \
  X(nobody_speaks, "")                 \
  X(unknown_signal, "id")              \
  X(signal_over, "signal")             \
  X(already_raised, "signal")          \
  X(already_seen, "signal")            \
  X(unknown_notice, "id")              \
  X(notices_full, "limit")             \
  X(unknown_help, "id")                \
  X(help_over, "help")                 \
  X(already_taken, "help")             \
  X(already_asked, "help")             \
  X(unknown_seat, "id")                \
  X(already_revoked, "seat")           \
  X(own_seat, "seat")                  \
  X(speech_under_way, "speech")        \
  X(speech_over, "speech")             \
  X(speech_cut, "speech")              \
  X(already_paused, "speech")          \
  X(not_paused, "speech")              \
  X(no_last_speaker, "panel")          \
  X(same_place, "entry")               \
  X(nothing_changes, "")               \
  X(out_of_range, "field min max")     \
  X(text_too_long, "field max")        \
  X(unfit_text, "field character")     \
  X(held, "")                          \
  X(unconfirmed, "")                   \
  X(too_fast, "")

enum class Code {
#define X(code, details) code,
  ROSTRUM_REJECTIONS(X)
#undef X
};

struct Rejection {
  Code code;
  std::vector<std::pair<std::string, std::string>> details;

  bool operator==(const Rejection&) const = default;
};

/// The code as it stands on the wire, such as "already_listed".
[[nodiscard]] std::string_view name(Code code);

/// The names of a code's details, separated by spaces.
[[nodiscard]] std::string_view detail_names(Code code);

/// Every code, in the order of the table.
[[nodiscard]] const std::vector<Code>& all_codes();

/// A rejection whose details are given in the order of the table.
template <class... Values>
[[nodiscard]] Rejection rejection(Code code, Values&&... values);

namespace detail {
[[nodiscard]] Rejection rejection_of(Code code, std::vector<std::string> values);
[[nodiscard]] inline std::string text_of(std::string value) { return value; }
[[nodiscard]] inline std::string text_of(std::string_view value) { return std::string(value); }
[[nodiscard]] inline std::string text_of(const char* value) { return value; }
template <class Value>
  requires std::is_arithmetic_v<Value>
[[nodiscard]] std::string text_of(Value value) {
  return std::to_string(value);
}
template <class Value>
  requires requires(const Value& strong) { strong.value; }
[[nodiscard]] std::string text_of(const Value& strong) {
  return text_of(strong.value);
}
}  // namespace detail

template <class... Values>
Rejection rejection(Code code, Values&&... values) {
  return detail::rejection_of(code, {detail::text_of(std::forward<Values>(values))...});
}

/// What decides, or checks on the way to it.
template <class Value>
using Decided = Result<Value, Rejection>;

}  // namespace rostrum::council
