#include "support/acts.hpp"

namespace rostrum::test {

using namespace council;

namespace {

RequestFloor request_of(const Step& step) {
  const Kind kind = static_cast<Kind>(step.choice % kind_count);
  return {.panel = panel_of(step),
          .delegation = DelegationId{delegations[step.number % delegations.size()]},
          .kind = kind,
          .on_behalf_of = kind == Kind::group_statement ? "a group" : ""};
}

/// The entry at a place of the list, so that many acts hit; or one by number.
EntryId at_place(const std::vector<EntryId>& order, std::uint32_t number) {
  return number < order.size() ? order[number] : EntryId{number};
}

EntryId point_of(const Seen& seen, std::uint32_t number) {
  const auto& points = seen.points;
  return number < points.size() ? points[number] : points.empty() ? EntryId{number} : points.front();
}

NoticeTo notice_to(const Step& step) {
  if (step.choice < 2) return Everyone{};
  if (step.choice < 5) return static_cast<Audience>(step.number % audience_count);
  return DelegationId{delegations[step.number % delegations.size()]};
}

}  // namespace

PanelId panel_of(const Step& step) {
  if (step.choice < 6) return high_level;
  return step.choice == 6 ? review : special;
}

Act act_of(const Seen& seen, Instant now, const Step& step) {
  const PanelId panel = panel_of(step);
  const MeetingId meeting = step.choice == 7 ? next_morning : afternoon;
  const EntryId entry = at_place(seen.order, step.number);
  const SpeechId speech{seen.last_speech - (step.choice == 7 && seen.last_speech > 0 ? 1 : 0)};
  const Instant ahead = now + seconds(static_cast<std::int64_t>(step.number) * 10 - 10);
  switch (step.what) {
  case 0:
    return OpenMeeting{meeting};
  case 1:
    return SuspendMeeting{meeting, step.choice % 2 ? std::optional(ahead) : std::nullopt};
  case 2:
    return ResumeMeeting{meeting};
  case 3:
    return CloseMeeting{meeting};
  case 4:
    return OpenPanel{panel};
  case 5:
    return ClosePanel{panel};
  case 6:
    return SetPanelTitle{panel, {{"en", "Title " + std::to_string(step.number)}}};
  case 7:
    return SetOrderPolicy{panel, static_cast<OrderPolicy>(step.number % 2)};
  case 8:
    return SetLimit{panel, static_cast<LimitOf>(step.number % limit_of_count), seconds(step.other * 20),
                    step.choice % 2 == 0};
  case 9:
    return SetAtLimit{panel, static_cast<AtLimit>(step.number % 2), seconds(step.other)};
  case 10:
    return OpenList{panel};
  case 11:
    return PlanListOpening{panel, ahead};
  case 12:
    return AnnounceListClosing{panel, ahead};
  case 13:
    return CloseList{panel};
  case 14:
    return WithdrawEntry{entry};
  case 15:
    return RemoveEntry{entry};
  case 16:
    return RestoreEntry{{step.number}};
  case 17:
  case 18:
    return MoveEntry{.entry = entry, .anchor = at_place(seen.order, step.other), .before = step.choice % 2 == 0};
  case 19:
    return RecordNoShow{entry};
  case 20:
    return ClearNoShow{{step.number}};
  case 21:
  case 22:
  case 23:
    return GiveFloor{high_level, entry};
  case 24:
    return GiveFloor{high_level, PanellistId{"it"}};
  case 25:
    return PauseSpeech{speech};
  case 26:
    return ResumeSpeech{speech};
  case 27:
    return AddTime{speech, seconds(step.other)};
  case 28:
    return SetSpeechLimit{speech, seconds(step.other * 10)};
  case 29:
    return EndSpeech{speech};
  case 30:
    return ReturnSpeaker{panel};
  case 40:
    return SkipEntry{entry};
  case 41:
    return ClearSkip{entry};
  case 42:
  case 43:
    return RaisePointOfOrder{.panel = panel,
                             .delegation = DelegationId{delegations[step.number % delegations.size()]},
                             .note = "canary-note " + std::string(delegations[step.number % delegations.size()])};
  case 44:
  case 45:
    return RecognisePointOfOrder{point_of(seen, step.number)};
  case 46:
  case 47:
    return RulePointOfOrder{seen.point.value_or(entry), static_cast<Ruling>(step.number % 3)};
  case 48:
    return RemoveEntry{point_of(seen, step.number)};
  case 49:
  case 50:
  case 51:
    return SubmitStatement{.entry = step.other % 2 == 0 ? entry : seen.speaking,
                           .language = step.choice % 2 == 0 ? "en" : "fr",
                           .text = "canary-text " + std::to_string(step.other) + "\n\nEnd."};
  case 52:
    return ReleaseStatement{entry};
  case 53:
    return PlanStatementRelease{entry, step.choice % 2 ? std::optional(ahead) : std::nullopt};
  case 54:
  case 55:
    return ReachParagraph{speech, step.number % 3};
  case 56:
  case 57:
    return RaiseSignal{static_cast<SignalKind>(step.number % 3)};
  case 58:
    return MarkSignalSeen{{step.number % 4}};
  case 59:
    return EndSignal{{step.number % 4}};
  case 60:
    return SendNotice{notice_to(step), {{"en", "Notice " + std::to_string(step.number)}}};
  case 61:
    return WithdrawNotice{{step.number % 4}};
  case 62:
    return RequestHelp{"canary-help"};
  case 63:
    return TakeHelp{{step.number % 4}};
  case 64:
    return CloseHelp{{step.number % 4}};
  case 65:
    return step.choice < 2 ? Act{RevokeSeat{{"PH"}}} : Act{IssueCode{{"PH"}}};
  case 66:
    return RequestFloor{.panel = panel, .speaker = {.name = "A guest (fictional)"}, .body = "A university"};
  default:
    return request_of(step);
  }
}

}  // namespace rostrum::test
