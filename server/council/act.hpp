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

using Act =
    std::variant<OpenMeeting, SuspendMeeting, ResumeMeeting, CloseMeeting,                                      //
                 OpenPanel, ClosePanel, SetPanelTitle, SetOrderPolicy, SetLimit, SetAtLimit,                    //
                 OpenList, PlanListOpening, AnnounceListClosing, CloseList,                                     //
                 RequestFloor, WithdrawEntry, RemoveEntry, RestoreEntry, MoveEntry, RecordNoShow, ClearNoShow,  //
                 GiveFloor, PauseSpeech, ResumeSpeech, AddTime, SetSpeechLimit, EndSpeech, ReturnSpeaker,       //
                 OpenListAsPlanned, CloseListAsAnnounced, CutSpeech>;

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
