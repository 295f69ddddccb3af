#include "wire/command.hpp"

#include <algorithm>

#include "wire/frames.hpp"
#include "wire/protobuf.hpp"
#include "wire/terms.hpp"

namespace rostrum::wire {

namespace {

using council::Decided;
using Read = Decided<council::Act>;

tl::unexpected<council::Rejection> malformed(std::string_view field, std::string_view expected) {
  return failure(council::rejection(council::Code::malformed, field, expected));
}

/// An id of the programme. That it names something is for the domain to say.
template <class Id>
Decided<Id> id_of(std::string_view field, const std::string& id) {
  if (id.size() > id_bytes_max) return malformed(field, "an id of at most " + std::to_string(id_bytes_max) + " bytes");
  return Id{id};
}

template <class Id>
Decided<std::optional<Id>> optional_id_of(std::string_view field, const std::string& id) {
  return id_of<Id>(field, id).map([](Id read) { return read.empty() ? std::nullopt : std::optional(std::move(read)); });
}

/// A value that has been named, of those that this version knows.
template <class Enum, class Wire>
Decided<Enum> word_of(std::string_view field, Wire value) {
  if (const auto known = from_wire<Enum>(value)) return *known;
  std::string expected = "one of";
  for (const auto& [ours, theirs] : Words<Enum>::table)
    expected += " " + google::protobuf::GetEnumDescriptor<Wire>()->FindValueByNumber(theirs)->name();
  return malformed(field, expected);
}

Decided<council::Text> text_in_languages(std::string_view field, const WireText& text) {
  if (text.empty()) return malformed(field, "a text in at least one language");
  for (const auto& [language, words] : text) {
    if (language.size() < language_tag_bytes_min || language.size() > language_tag_bytes_max)
      return malformed(field, "BCP 47 tags of 2 to 35 characters as languages");
    if (words.empty()) return malformed(field, "words in " + language);
  }
  return text_of(text);
}

// One overload per act, each read from the field of its name.

template <class Act, class Message>
Read of_meeting(const Message& act) {
  return id_of<MeetingId>("meeting", act.meeting()).map([](MeetingId meeting) -> council::Act {
    return Act{std::move(meeting)};
  });
}
template <class Act, class Message>
Read of_panel(const Message& act) {
  return id_of<PanelId>("panel", act.panel()).map([](PanelId panel) -> council::Act { return Act{std::move(panel)}; });
}

Read read(const v1::OpenMeeting& act) { return of_meeting<council::OpenMeeting>(act); }
Read read(const v1::SuspendMeeting& act) {
  auto meeting = id_of<MeetingId>("meeting", act.meeting());
  if (!meeting) return failure(meeting.error());
  return council::SuspendMeeting{*std::move(meeting), unless_zero(act.until()), unless_zero(act.list_closes_at())};
}
Read read(const v1::ResumeMeeting& act) { return of_meeting<council::ResumeMeeting>(act); }
Read read(const v1::CloseMeeting& act) { return of_meeting<council::CloseMeeting>(act); }

Read read(const v1::OpenPanel& act) { return of_panel<council::OpenPanel>(act); }
Read read(const v1::ClosePanel& act) { return of_panel<council::ClosePanel>(act); }
Read read(const v1::SetPanelTitle& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  auto title = text_in_languages("title", act.title());
  if (!title) return failure(title.error());
  return council::SetPanelTitle{*std::move(panel), *std::move(title)};
}
Read read(const v1::SetOrderPolicy& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  const auto policy = word_of<council::OrderPolicy>("policy", act.policy());
  if (!policy) return failure(policy.error());
  return council::SetOrderPolicy{*std::move(panel), *policy};
}
Read read(const v1::SetLimit& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  const auto of = word_of<council::LimitOf>("of", act.of());
  if (!of) return failure(of.error());
  return council::SetLimit{*std::move(panel), *of, {act.limit_ms()}, act.also_under_way()};
}
Read read(const v1::SetAtLimit& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  const auto at_limit = word_of<council::AtLimit>("at_limit", act.at_limit());
  if (!at_limit) return failure(at_limit.error());
  return council::SetAtLimit{*std::move(panel), *at_limit, {act.grace_ms()}};
}

Read read(const v1::OpenList& act) { return of_panel<council::OpenList>(act); }
Read read(const v1::PlanListOpening& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  return council::PlanListOpening{*std::move(panel), {act.opens_at()}};
}
Read read(const v1::AnnounceListClosing& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  return council::AnnounceListClosing{*std::move(panel), {act.closes_at()}};
}
Read read(const v1::CloseList& act) { return of_panel<council::CloseList>(act); }

Read read(const v1::RequestFloor& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  auto delegation = optional_id_of<DelegationId>("delegation", act.delegation());
  if (!delegation) return failure(delegation.error());
  const auto kind = word_of<council::Kind>("kind", act.kind());
  if (!kind) return failure(kind.error());
  auto addressed_to = optional_id_of<PanellistId>("addressed_to", act.addressed_to());
  if (!addressed_to) return failure(addressed_to.error());
  return council::RequestFloor{.panel = *std::move(panel),
                               .delegation = *std::move(delegation),
                               .kind = *kind,
                               .language = act.language(),
                               .speaker = speaker_of(act.speaker()),
                               .on_behalf_of = act.on_behalf_of(),
                               .addressed_to = *std::move(addressed_to),
                               .body = act.body()};
}
Read read(const v1::WithdrawEntry& act) { return council::WithdrawEntry{{act.entry()}}; }
Read read(const v1::RemoveEntry& act) { return council::RemoveEntry{{act.entry()}}; }
Read read(const v1::RestoreEntry& act) { return council::RestoreEntry{{act.entry()}}; }
Read read(const v1::MoveEntry& act) {
  switch (act.place_case()) {
  case v1::MoveEntry::kBefore:
    return council::MoveEntry{.entry = {act.entry()}, .anchor = {act.before()}, .before = true};
  case v1::MoveEntry::kAfter:
    return council::MoveEntry{.entry = {act.entry()}, .anchor = {act.after()}, .before = false};
  case v1::MoveEntry::PLACE_NOT_SET:
    break;
  }
  return malformed("place", "before or after, with an entry");
}
Read read(const v1::RecordNoShow& act) { return council::RecordNoShow{{act.entry()}}; }
Read read(const v1::ClearNoShow& act) { return council::ClearNoShow{{act.entry()}}; }
Read read(const v1::SkipEntry& act) { return council::SkipEntry{{act.entry()}}; }
Read read(const v1::ClearSkip& act) { return council::ClearSkip{{act.entry()}}; }

Read read(const v1::GiveFloor& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  switch (act.to_case()) {
  case v1::GiveFloor::kEntry:
    return council::GiveFloor{*std::move(panel), EntryId{act.entry()}};
  case v1::GiveFloor::kPanellist: {
    auto panellist = id_of<PanellistId>("panellist", act.panellist());
    if (!panellist) return failure(panellist.error());
    return council::GiveFloor{*std::move(panel), *std::move(panellist)};
  }
  case v1::GiveFloor::TO_NOT_SET:
    break;
  }
  return malformed("to", "entry or panellist");
}
Read read(const v1::PauseSpeech& act) { return council::PauseSpeech{{act.speech()}}; }
Read read(const v1::ResumeSpeech& act) { return council::ResumeSpeech{{act.speech()}}; }
Read read(const v1::AddTime& act) { return council::AddTime{{act.speech()}, {act.added_ms()}}; }
Read read(const v1::SetSpeechLimit& act) { return council::SetSpeechLimit{{act.speech()}, {act.limit_ms()}}; }
Read read(const v1::EndSpeech& act) { return council::EndSpeech{{act.speech()}}; }
Read read(const v1::ReturnSpeaker& act) { return of_panel<council::ReturnSpeaker>(act); }

Read read(const v1::RaisePointOfOrder& act) {
  auto panel = id_of<PanelId>("panel", act.panel());
  if (!panel) return failure(panel.error());
  auto delegation = optional_id_of<DelegationId>("delegation", act.delegation());
  if (!delegation) return failure(delegation.error());
  return council::RaisePointOfOrder{*std::move(panel), *std::move(delegation), act.note()};
}
Read read(const v1::RecognisePointOfOrder& act) { return council::RecognisePointOfOrder{{act.entry()}}; }
Read read(const v1::RulePointOfOrder& act) {
  const auto ruling = word_of<council::Ruling>("ruling", act.ruling());
  if (!ruling) return failure(ruling.error());
  return council::RulePointOfOrder{{act.entry()}, *ruling};
}

Read read(const v1::SubmitStatement& act) {
  const auto format = word_of<council::TextFormat>("format", act.format());
  if (!format) return failure(format.error());
  const auto delivery = word_of<council::Delivery>("delivery", act.delivery());
  if (!delivery) return failure(delivery.error());
  return council::SubmitStatement{
      .entry = {act.entry()}, .language = act.language(), .text = act.text(), .format = *format, .delivery = *delivery};
}
Read read(const v1::ReleaseStatement& act) { return council::ReleaseStatement{{act.entry()}}; }
Read read(const v1::PlanStatementRelease& act) {
  return council::PlanStatementRelease{{act.entry()}, unless_zero(act.releases_at())};
}
Read read(const v1::ReachParagraph& act) { return council::ReachParagraph{{act.speech()}, act.paragraph()}; }

Read read(const v1::RaiseSignal& act) {
  const auto kind = word_of<council::SignalKind>("kind", act.kind());
  if (!kind) return failure(kind.error());
  return council::RaiseSignal{*kind};
}
Read read(const v1::MarkSignalSeen& act) { return council::MarkSignalSeen{{act.signal()}}; }
Read read(const v1::EndSignal& act) { return council::EndSignal{{act.signal()}}; }

Read read(const v1::SendNotice& act) {
  const auto to = notice_to_of(act.to());
  if (!to) return malformed("to", "all (true), an audience that is known, or a delegation");
  if (const auto* delegation = std::get_if<DelegationId>(&*to))
    if (auto sound = id_of<DelegationId>("to", delegation->value); !sound) return failure(sound.error());
  auto text = text_in_languages("text", act.text());
  if (!text) return failure(text.error());
  return council::SendNotice{*to, *std::move(text)};
}
Read read(const v1::WithdrawNotice& act) { return council::WithdrawNotice{{act.notice()}}; }
Read read(const v1::RequestHelp& act) { return council::RequestHelp{act.note()}; }
Read read(const v1::TakeHelp& act) { return council::TakeHelp{{act.help()}}; }
Read read(const v1::CloseHelp& act) { return council::CloseHelp{{act.help()}}; }

template <class Act, class Message>
Read of_seat(const Message& act) {
  return id_of<SeatId>("seat", act.seat()).map([](SeatId seat) -> council::Act { return Act{std::move(seat)}; });
}
Read read(const v1::RevokeSeat& act) { return of_seat<council::RevokeSeat>(act); }
Read read(const v1::IssueCode& act) { return of_seat<council::IssueCode>(act); }

Read act_of(const v1::Command& command) {
  switch (command.act_case()) {
  case v1::Command::kOpenMeeting:
    return read(command.open_meeting());
  case v1::Command::kSuspendMeeting:
    return read(command.suspend_meeting());
  case v1::Command::kResumeMeeting:
    return read(command.resume_meeting());
  case v1::Command::kCloseMeeting:
    return read(command.close_meeting());
  case v1::Command::kOpenPanel:
    return read(command.open_panel());
  case v1::Command::kClosePanel:
    return read(command.close_panel());
  case v1::Command::kSetPanelTitle:
    return read(command.set_panel_title());
  case v1::Command::kSetOrderPolicy:
    return read(command.set_order_policy());
  case v1::Command::kSetLimit:
    return read(command.set_limit());
  case v1::Command::kSetAtLimit:
    return read(command.set_at_limit());
  case v1::Command::kOpenList:
    return read(command.open_list());
  case v1::Command::kPlanListOpening:
    return read(command.plan_list_opening());
  case v1::Command::kAnnounceListClosing:
    return read(command.announce_list_closing());
  case v1::Command::kCloseList:
    return read(command.close_list());
  case v1::Command::kRequestFloor:
    return read(command.request_floor());
  case v1::Command::kWithdrawEntry:
    return read(command.withdraw_entry());
  case v1::Command::kRemoveEntry:
    return read(command.remove_entry());
  case v1::Command::kRestoreEntry:
    return read(command.restore_entry());
  case v1::Command::kMoveEntry:
    return read(command.move_entry());
  case v1::Command::kRecordNoShow:
    return read(command.record_no_show());
  case v1::Command::kClearNoShow:
    return read(command.clear_no_show());
  case v1::Command::kSkipEntry:
    return read(command.skip_entry());
  case v1::Command::kClearSkip:
    return read(command.clear_skip());
  case v1::Command::kGiveFloor:
    return read(command.give_floor());
  case v1::Command::kPauseSpeech:
    return read(command.pause_speech());
  case v1::Command::kResumeSpeech:
    return read(command.resume_speech());
  case v1::Command::kAddTime:
    return read(command.add_time());
  case v1::Command::kSetSpeechLimit:
    return read(command.set_speech_limit());
  case v1::Command::kEndSpeech:
    return read(command.end_speech());
  case v1::Command::kReturnSpeaker:
    return read(command.return_speaker());
  case v1::Command::kRaisePointOfOrder:
    return read(command.raise_point_of_order());
  case v1::Command::kRecognisePointOfOrder:
    return read(command.recognise_point_of_order());
  case v1::Command::kRulePointOfOrder:
    return read(command.rule_point_of_order());
  case v1::Command::kSubmitStatement:
    return read(command.submit_statement());
  case v1::Command::kReleaseStatement:
    return read(command.release_statement());
  case v1::Command::kPlanStatementRelease:
    return read(command.plan_statement_release());
  case v1::Command::kReachParagraph:
    return read(command.reach_paragraph());
  case v1::Command::kRaiseSignal:
    return read(command.raise_signal());
  case v1::Command::kMarkSignalSeen:
    return read(command.mark_signal_seen());
  case v1::Command::kEndSignal:
    return read(command.end_signal());
  case v1::Command::kSendNotice:
    return read(command.send_notice());
  case v1::Command::kWithdrawNotice:
    return read(command.withdraw_notice());
  case v1::Command::kRequestHelp:
    return read(command.request_help());
  case v1::Command::kTakeHelp:
    return read(command.take_help());
  case v1::Command::kCloseHelp:
    return read(command.close_help());
  case v1::Command::kRevokeSeat:
    return read(command.revoke_seat());
  case v1::Command::kIssueCode:
    return read(command.issue_code());
  case v1::Command::ACT_NOT_SET:
    break;
  }
  return malformed("act", "an act that this server knows");
}

council::Expects expects_of(const v1::Expects& expects) {
  council::Expects read;
  if (expects.has_speech()) read.speech = SpeechId{expects.speech()};
  if (expects.has_head()) read.head = EntryId{expects.head()};
  return read;
}

}  // namespace

Decided<council::Command> command_of(const v1::Command& command) {
  return act_of(command).map([&](council::Act act) {
    return council::Command{.act = std::move(act), .expects = expects_of(command.expects())};
  });
}

Digest content_digest(const v1::Command& command) {
  v1::Command content = command;
  content.clear_id();
  content.clear_expires_at();
  content.DiscardUnknownFields();  // JSON has none, and the digest is the same in both codecs
  return sha256(serialized(content));
}

}  // namespace rostrum::wire
