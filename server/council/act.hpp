// What people ask for. Imperative; decided by decide.hpp, one overload each.
#pragma once

#include <variant>

#include "council/terms.hpp"

namespace rostrum::council {

struct OpenMeeting {
  MeetingId meeting;
  bool operator==(const OpenMeeting&) const = default;
};
struct SuspendMeeting {
  MeetingId meeting;
  std::optional<Instant> until;
  std::optional<Instant> list_closes_at = {};  // where a closing falls in the suspension: its new instant
  bool operator==(const SuspendMeeting&) const = default;
};
struct ResumeMeeting {
  MeetingId meeting;
  bool operator==(const ResumeMeeting&) const = default;
};
struct CloseMeeting {
  MeetingId meeting;
  bool operator==(const CloseMeeting&) const = default;
};

struct OpenPanel {
  PanelId panel;
  bool operator==(const OpenPanel&) const = default;
};
struct ClosePanel {
  PanelId panel;
  bool operator==(const ClosePanel&) const = default;
};
struct SetPanelTitle {
  PanelId panel;
  Text title;
  bool operator==(const SetPanelTitle&) const = default;
};
struct SetOrderPolicy {
  PanelId panel;
  OrderPolicy policy;
  bool operator==(const SetOrderPolicy&) const = default;
};
struct SetLimit {
  PanelId panel;
  LimitOf of;
  Millis limit;
  bool also_under_way = false;
  bool operator==(const SetLimit&) const = default;
};
struct SetAtLimit {
  PanelId panel;
  AtLimit at_limit;
  Millis grace;
  bool operator==(const SetAtLimit&) const = default;
};

struct OpenList {
  PanelId panel;
  bool operator==(const OpenList&) const = default;
};
struct PlanListOpening {
  PanelId panel;
  Instant opens_at;
  bool operator==(const PlanListOpening&) const = default;
};
struct AnnounceListClosing {
  PanelId panel;
  Instant closes_at;
  bool operator==(const AnnounceListClosing&) const = default;
};
struct CloseList {
  PanelId panel;
  bool operator==(const CloseList&) const = default;
};

struct RequestFloor {
  PanelId panel;
  std::optional<DelegationId> delegation;  // absent: the sender's own
  Kind kind = Kind::statement;
  std::string language;  // empty: the session's default
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::string body;  // of a guest, who has no delegation
  bool operator==(const RequestFloor&) const = default;
};
struct WithdrawEntry {
  EntryId entry;
  bool operator==(const WithdrawEntry&) const = default;
};
struct RemoveEntry {
  EntryId entry;
  bool operator==(const RemoveEntry&) const = default;
};
struct RestoreEntry {
  EntryId entry;
  bool operator==(const RestoreEntry&) const = default;
};
/// A move next to another entry, not a permutation: two people who move different entries both succeed (L6).
struct MoveEntry {
  EntryId entry;
  EntryId anchor;
  bool before = true;
  bool operator==(const MoveEntry&) const = default;
};
struct RecordNoShow {
  EntryId entry;
  bool operator==(const RecordNoShow&) const = default;
};
struct ClearNoShow {
  EntryId entry;
  bool operator==(const ClearNoShow&) const = default;
};

/// The one that is next is passed over once and keeps its place.
struct SkipEntry {
  EntryId entry;
  bool operator==(const SkipEntry&) const = default;
};
struct ClearSkip {
  EntryId entry;
  bool operator==(const ClearSkip&) const = default;
};

struct GiveFloor {
  PanelId panel;
  std::variant<EntryId, PanellistId> to;
  bool operator==(const GiveFloor&) const = default;
};
struct PauseSpeech {
  SpeechId speech;
  bool operator==(const PauseSpeech&) const = default;
};
struct ResumeSpeech {
  SpeechId speech;
  bool operator==(const ResumeSpeech&) const = default;
};
struct AddTime {
  SpeechId speech;
  Millis added;
  bool operator==(const AddTime&) const = default;
};
struct SetSpeechLimit {
  SpeechId speech;
  Millis limit;
  bool operator==(const SetSpeechLimit&) const = default;
};
struct EndSpeech {
  SpeechId speech;
  bool operator==(const EndSpeech&) const = default;
};
struct ReturnSpeaker {
  PanelId panel;
  bool operator==(const ReturnSpeaker&) const = default;
};

struct RaisePointOfOrder {
  PanelId panel;
  std::optional<DelegationId> delegation;  // absent: the sender's own
  std::string note;
  bool operator==(const RaisePointOfOrder&) const = default;
};
struct RecognisePointOfOrder {
  EntryId entry;
  bool operator==(const RecognisePointOfOrder&) const = default;
};
struct RulePointOfOrder {
  EntryId entry;
  Ruling ruling = Ruling::noted;
  bool operator==(const RulePointOfOrder&) const = default;
};

struct SubmitStatement {
  EntryId entry;
  std::string language;  // empty: the entry's
  std::string text;
  TextFormat format = TextFormat::plain;
  Delivery delivery = Delivery::check_against_delivery;
  bool operator==(const SubmitStatement&) const = default;
};
struct ReleaseStatement {
  EntryId entry;
  bool operator==(const ReleaseStatement&) const = default;
};
struct PlanStatementRelease {
  EntryId entry;
  std::optional<Instant> releases_at;  // absent: takes the plan back
  bool operator==(const PlanStatementRelease&) const = default;
};
struct ReachParagraph {
  SpeechId speech;
  std::uint32_t paragraph = 0;  // from 1
  bool operator==(const ReachParagraph&) const = default;
};

struct RaiseSignal {
  SignalKind kind = SignalKind::speak_slowly;
  bool operator==(const RaiseSignal&) const = default;
};
struct MarkSignalSeen {
  SignalId signal;
  bool operator==(const MarkSignalSeen&) const = default;
};
struct EndSignal {
  SignalId signal;
  bool operator==(const EndSignal&) const = default;
};

struct SendNotice {
  NoticeTo to;
  Text text;
  bool operator==(const SendNotice&) const = default;
};
struct WithdrawNotice {
  NoticeId notice;
  bool operator==(const WithdrawNotice&) const = default;
};
struct RequestHelp {
  std::string note;
  bool operator==(const RequestHelp&) const = default;
};
struct TakeHelp {
  HelpId help;
  bool operator==(const TakeHelp&) const = default;
};
struct CloseHelp {
  HelpId help;
  bool operator==(const CloseHelp&) const = default;
};

struct RevokeSeat {
  SeatId seat;
  bool operator==(const RevokeSeat&) const = default;
};
struct IssueCode {
  SeatId seat;
  bool operator==(const IssueCode&) const = default;
};

// What the server proposes itself once an announced instant has passed. They name the act that set the instant, so that
// each acts once however often it is proposed; a client cannot send them.
struct OpenListAsPlanned {
  PanelId panel;
  ActName planned_by;
  bool operator==(const OpenListAsPlanned&) const = default;
};
struct CloseListAsAnnounced {
  PanelId panel;
  ActName announced_by;
  bool operator==(const CloseListAsAnnounced&) const = default;
};
struct CutSpeech {
  SpeechId speech;
  bool operator==(const CutSpeech&) const = default;
};
/// The statement's speech has run for `released_after`, or the instant its delegation set has come.
struct ReleaseStatementWhenDue {
  EntryId entry;
  bool operator==(const ReleaseStatementWhenDue&) const = default;
};
struct ExpireCodes {
  Instant at;  // those that expire at this instant or before
  bool operator==(const ExpireCodes&) const = default;
};

using Act =
    std::variant<OpenMeeting, SuspendMeeting, ResumeMeeting, CloseMeeting,                                      //
                 OpenPanel, ClosePanel, SetPanelTitle, SetOrderPolicy, SetLimit, SetAtLimit,                    //
                 OpenList, PlanListOpening, AnnounceListClosing, CloseList,                                     //
                 RequestFloor, WithdrawEntry, RemoveEntry, RestoreEntry, MoveEntry, RecordNoShow, ClearNoShow,  //
                 SkipEntry, ClearSkip,                                                                          //
                 GiveFloor, PauseSpeech, ResumeSpeech, AddTime, SetSpeechLimit, EndSpeech, ReturnSpeaker,       //
                 RaisePointOfOrder, RecognisePointOfOrder, RulePointOfOrder,                                    //
                 SubmitStatement, ReleaseStatement, PlanStatementRelease, ReachParagraph,                       //
                 RaiseSignal, MarkSignalSeen, EndSignal,                                                        //
                 SendNotice, WithdrawNotice, RequestHelp, TakeHelp, CloseHelp,                                  //
                 RevokeSeat, IssueCode,                                                                         //
                 OpenListAsPlanned, CloseListAsAnnounced, CutSpeech, ReleaseStatementWhenDue, ExpireCodes>;

inline constexpr std::size_t act_count = std::variant_size_v<Act>;

/// What the sender saw when it decided; where it is no longer so, the act is refused with changed_meanwhile.
struct Expects {
  std::optional<SpeechId> speech;  // that has the floor of the act's panel; none(): free
  std::optional<EntryId> head;     // of the act's list; none(): empty
  bool operator==(const Expects&) const = default;
};

struct Command {
  Act act;
  Expects expects;
  bool operator==(const Command&) const = default;
};

/// The act's name in the log and in the table of access, such as "request_floor".
[[nodiscard]] std::string_view name(const Act& act);

/// The name of the act at `index` of the variant.
[[nodiscard]] std::string_view act_name(std::size_t index);

}  // namespace rostrum::council
