// An act as a client writes it: the way back from wire's decoding, for tests alone.
#pragma once

#include "council/act.hpp"
#include "rostrum/v1/envelope.pb.h"

namespace rostrum::wire::test {

namespace v1 = rostrum::v1;

// By the order of the enumerations, which wire's own tables do not rely on.
template <class Wire, class Enum>
Wire nth(Enum value) {
  return static_cast<Wire>(static_cast<int>(value) + 1);
}

/// Writes an act into the field of its name. The server's own acts have none: false.
class PutAct {
 public:
  explicit PutAct(v1::Command& into) : into_(into) {}

  bool operator()(const council::OpenMeeting& act) const { return meeting(*into_.mutable_open_meeting(), act); }
  bool operator()(const council::SuspendMeeting& act) const {
    if (act.until) into_.mutable_suspend_meeting()->set_until(act.until->value);
    if (act.list_closes_at) into_.mutable_suspend_meeting()->set_list_closes_at(act.list_closes_at->value);
    return meeting(*into_.mutable_suspend_meeting(), act);
  }
  bool operator()(const council::ResumeMeeting& act) const { return meeting(*into_.mutable_resume_meeting(), act); }
  bool operator()(const council::CloseMeeting& act) const { return meeting(*into_.mutable_close_meeting(), act); }

  bool operator()(const council::OpenPanel& act) const { return panel(*into_.mutable_open_panel(), act); }
  bool operator()(const council::ClosePanel& act) const { return panel(*into_.mutable_close_panel(), act); }
  bool operator()(const council::SetPanelTitle& act) const {
    for (const auto& [language, words] : act.title)
      (*into_.mutable_set_panel_title()->mutable_title())[language] = words;
    return panel(*into_.mutable_set_panel_title(), act);
  }
  bool operator()(const council::SetOrderPolicy& act) const {
    into_.mutable_set_order_policy()->set_policy(nth<v1::OrderPolicy>(act.policy));
    return panel(*into_.mutable_set_order_policy(), act);
  }
  bool operator()(const council::SetLimit& act) const {
    v1::SetLimit& set = *into_.mutable_set_limit();
    set.set_of(nth<v1::LimitOf>(act.of));
    set.set_limit_ms(act.limit.value);
    set.set_also_under_way(act.also_under_way);
    return panel(set, act);
  }
  bool operator()(const council::SetAtLimit& act) const {
    v1::SetAtLimit& set = *into_.mutable_set_at_limit();
    set.set_at_limit(nth<v1::AtLimit>(act.at_limit));
    set.set_grace_ms(act.grace.value);
    return panel(set, act);
  }

  bool operator()(const council::OpenList& act) const { return panel(*into_.mutable_open_list(), act); }
  bool operator()(const council::PlanListOpening& act) const {
    into_.mutable_plan_list_opening()->set_opens_at(act.opens_at.value);
    return panel(*into_.mutable_plan_list_opening(), act);
  }
  bool operator()(const council::AnnounceListClosing& act) const {
    into_.mutable_announce_list_closing()->set_closes_at(act.closes_at.value);
    return panel(*into_.mutable_announce_list_closing(), act);
  }
  bool operator()(const council::CloseList& act) const { return panel(*into_.mutable_close_list(), act); }

  bool operator()(const council::RequestFloor& act) const {
    v1::RequestFloor& request = *into_.mutable_request_floor();
    if (act.delegation) request.set_delegation(act.delegation->value);
    request.set_kind(nth<v1::Kind>(act.kind));
    request.set_language(act.language);
    request.mutable_speaker()->set_name(act.speaker.name);
    request.mutable_speaker()->set_title(act.speaker.title);
    request.set_on_behalf_of(act.on_behalf_of);
    if (act.addressed_to) request.set_addressed_to(act.addressed_to->value);
    request.set_body(act.body);
    return panel(request, act);
  }
  bool operator()(const council::WithdrawEntry& act) const { return entry(*into_.mutable_withdraw_entry(), act); }
  bool operator()(const council::RemoveEntry& act) const { return entry(*into_.mutable_remove_entry(), act); }
  bool operator()(const council::RestoreEntry& act) const { return entry(*into_.mutable_restore_entry(), act); }
  bool operator()(const council::MoveEntry& act) const {
    if (act.before)
      into_.mutable_move_entry()->set_before(act.anchor.value);
    else
      into_.mutable_move_entry()->set_after(act.anchor.value);
    return entry(*into_.mutable_move_entry(), act);
  }
  bool operator()(const council::RecordNoShow& act) const { return entry(*into_.mutable_record_no_show(), act); }
  bool operator()(const council::ClearNoShow& act) const { return entry(*into_.mutable_clear_no_show(), act); }
  bool operator()(const council::SkipEntry& act) const { return entry(*into_.mutable_skip_entry(), act); }
  bool operator()(const council::ClearSkip& act) const { return entry(*into_.mutable_clear_skip(), act); }

  bool operator()(const council::GiveFloor& act) const {
    if (const auto* id = std::get_if<EntryId>(&act.to))
      into_.mutable_give_floor()->set_entry(id->value);
    else
      into_.mutable_give_floor()->set_panellist(std::get<PanellistId>(act.to).value);
    return panel(*into_.mutable_give_floor(), act);
  }
  bool operator()(const council::PauseSpeech& act) const { return speech(*into_.mutable_pause_speech(), act); }
  bool operator()(const council::ResumeSpeech& act) const { return speech(*into_.mutable_resume_speech(), act); }
  bool operator()(const council::AddTime& act) const {
    into_.mutable_add_time()->set_added_ms(act.added.value);
    return speech(*into_.mutable_add_time(), act);
  }
  bool operator()(const council::SetSpeechLimit& act) const {
    into_.mutable_set_speech_limit()->set_limit_ms(act.limit.value);
    return speech(*into_.mutable_set_speech_limit(), act);
  }
  bool operator()(const council::EndSpeech& act) const { return speech(*into_.mutable_end_speech(), act); }
  bool operator()(const council::ReturnSpeaker& act) const { return panel(*into_.mutable_return_speaker(), act); }

  bool operator()(const council::RaisePointOfOrder& act) const {
    v1::RaisePointOfOrder& raise = *into_.mutable_raise_point_of_order();
    if (act.delegation) raise.set_delegation(act.delegation->value);
    raise.set_note(act.note);
    return panel(raise, act);
  }
  bool operator()(const council::RecognisePointOfOrder& act) const {
    return entry(*into_.mutable_recognise_point_of_order(), act);
  }
  bool operator()(const council::RulePointOfOrder& act) const {
    into_.mutable_rule_point_of_order()->set_ruling(nth<v1::Ruling>(act.ruling));
    return entry(*into_.mutable_rule_point_of_order(), act);
  }

  bool operator()(const council::SubmitStatement& act) const {
    v1::SubmitStatement& submit = *into_.mutable_submit_statement();
    submit.set_language(act.language);
    submit.set_text(act.text);
    submit.set_format(nth<v1::TextFormat>(act.format));
    submit.set_delivery(nth<v1::Delivery>(act.delivery));
    return entry(submit, act);
  }
  bool operator()(const council::ReleaseStatement& act) const { return entry(*into_.mutable_release_statement(), act); }
  bool operator()(const council::PlanStatementRelease& act) const {
    if (act.releases_at) into_.mutable_plan_statement_release()->set_releases_at(act.releases_at->value);
    return entry(*into_.mutable_plan_statement_release(), act);
  }
  bool operator()(const council::ReachParagraph& act) const {
    into_.mutable_reach_paragraph()->set_paragraph(act.paragraph);
    return speech(*into_.mutable_reach_paragraph(), act);
  }

  bool operator()(const council::RaiseSignal& act) const {
    into_.mutable_raise_signal()->set_kind(nth<v1::SignalKind>(act.kind));
    return true;
  }
  bool operator()(const council::MarkSignalSeen& act) const { return signal(*into_.mutable_mark_signal_seen(), act); }
  bool operator()(const council::EndSignal& act) const { return signal(*into_.mutable_end_signal(), act); }

  bool operator()(const council::SendNotice& act) const {
    v1::SendNotice& send = *into_.mutable_send_notice();
    if (const auto* audience = std::get_if<council::Audience>(&act.to))
      send.mutable_to()->set_audience(nth<v1::Audience>(*audience));
    else if (const auto* delegation = std::get_if<DelegationId>(&act.to))
      send.mutable_to()->set_delegation(delegation->value);
    else
      send.mutable_to()->set_all(true);
    for (const auto& [language, words] : act.text) (*send.mutable_text())[language] = words;
    return true;
  }
  bool operator()(const council::WithdrawNotice& act) const {
    into_.mutable_withdraw_notice()->set_notice(act.notice.value);
    return true;
  }
  bool operator()(const council::RequestHelp& act) const {
    into_.mutable_request_help()->set_note(act.note);
    return true;
  }
  bool operator()(const council::TakeHelp& act) const { return help(*into_.mutable_take_help(), act); }
  bool operator()(const council::CloseHelp& act) const { return help(*into_.mutable_close_help(), act); }

  bool operator()(const council::RevokeSeat& act) const { return seat(*into_.mutable_revoke_seat(), act); }
  bool operator()(const council::IssueCode& act) const { return seat(*into_.mutable_issue_code(), act); }

  bool operator()(const council::OpenListAsPlanned&) const { return false; }
  bool operator()(const council::CloseListAsAnnounced&) const { return false; }
  bool operator()(const council::CutSpeech&) const { return false; }
  bool operator()(const council::ReleaseStatementWhenDue&) const { return false; }
  bool operator()(const council::ExpireCodes&) const { return false; }

 private:
  template <class Message, class Act>
  static bool meeting(Message& into, const Act& act) {
    into.set_meeting(act.meeting.value);
    return true;
  }
  template <class Message, class Act>
  static bool panel(Message& into, const Act& act) {
    into.set_panel(act.panel.value);
    return true;
  }
  template <class Message, class Act>
  static bool entry(Message& into, const Act& act) {
    into.set_entry(act.entry.value);
    return true;
  }
  template <class Message, class Act>
  static bool speech(Message& into, const Act& act) {
    into.set_speech(act.speech.value);
    return true;
  }
  template <class Message, class Act>
  static bool signal(Message& into, const Act& act) {
    into.set_signal(act.signal.value);
    return true;
  }
  template <class Message, class Act>
  static bool help(Message& into, const Act& act) {
    into.set_help(act.help.value);
    return true;
  }
  template <class Message, class Act>
  static bool seat(Message& into, const Act& act) {
    into.set_seat(act.seat.value);
    return true;
  }

  v1::Command& into_;
};

}  // namespace rostrum::wire::test
