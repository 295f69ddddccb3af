#include "council/act.hpp"

#include <array>

#include "base/assert.hpp"

namespace rostrum::council {

namespace {

// In the order of the variant; a test holds one name against its type.
constexpr std::array<std::string_view, act_count> names{
    "open_meeting",
    "suspend_meeting",
    "resume_meeting",
    "close_meeting",  //
    "open_panel",
    "close_panel",
    "set_panel_title",
    "set_order_policy",
    "set_limit",
    "set_at_limit",
    "open_list",
    "plan_list_opening",
    "announce_list_closing",
    "close_list",  //
    "request_floor",
    "withdraw_entry",
    "remove_entry",
    "restore_entry",
    "move_entry",
    "record_no_show",
    "clear_no_show",
    "skip_entry",
    "clear_skip",  //
    "give_floor",
    "pause_speech",
    "resume_speech",
    "add_time",
    "set_speech_limit",
    "end_speech",
    "return_speaker",  //
    "raise_point_of_order",
    "recognise_point_of_order",
    "rule_point_of_order",  //
    "submit_statement",
    "release_statement",
    "plan_statement_release",
    "reach_paragraph",  //
    "raise_signal",
    "mark_signal_seen",
    "end_signal",  //
    "send_notice",
    "withdraw_notice",
    "request_help",
    "take_help",
    "close_help",  //
    "revoke_seat",
    "issue_code",  //
    "open_list_as_planned",
    "close_list_as_announced",
    "cut_speech",
    "release_statement_when_due",
    "expire_codes",
};

}  // namespace

std::string_view name(const Act& act) { return act_name(act.index()); }

std::string_view act_name(std::size_t index) {
  ROSTRUM_ASSERT(index < names.size());
  return names[index];
}

}  // namespace rostrum::council
