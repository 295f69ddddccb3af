// How the meeting stands.
import { useFormat, useText } from "../i18n";
import { Chip, type Tone } from "../parts/Chip";
import { type Meeting, MeetingStatus } from "../wire";

export function MeetingChip({ meeting }: { meeting: Meeting }) {
  return <Chip tone={meetingTone(meeting)}>{useMeetingWords()(meeting)}</Chip>;
}

export function meetingTone({ status }: Meeting): Tone {
  if (status === MeetingStatus.OPEN) return "go";
  return status === MeetingStatus.SUSPENDED ? "warn" : "neutral";
}

export function useMeetingWords(): (meeting: Meeting) => string {
  const t = useText();
  const format = useFormat();
  return ({ status, openedAt, suspendedUntil, plannedStartAt }) => {
    switch (status) {
      case MeetingStatus.OPEN:
        return t("meeting.open_since", { time: format.time(openedAt) });
      case MeetingStatus.SUSPENDED:
        return suspendedUntil
          ? t("meeting.suspended_until", { time: format.time(suspendedUntil) })
          : t("meeting.suspended");
      case MeetingStatus.CLOSED:
        return t("meeting.closed");
      default:
        return t("meeting.planned_at", { time: format.time(plannedStartAt) });
    }
  };
}
