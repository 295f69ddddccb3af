// How the meeting stands.
import { useFormat, useInstant, useText } from "../i18n";
import { Chip, type Tone } from "../parts/Chip";
import { type Meeting, MeetingStatus } from "../wire";
import { useNow } from "./hall";
import { untilWords } from "./stage";

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
  const instant = useInstant();
  const now = useNow(60_000);
  return ({ status, openedAt, suspendedUntil, plannedStartAt }) => {
    switch (status) {
      case MeetingStatus.OPEN:
        return t("meeting.open_since", { time: instant(openedAt) });
      case MeetingStatus.SUSPENDED:
        return suspendedUntil
          ? untilWords(t, format, "meeting.suspended_until", suspendedUntil, now)
          : t("meeting.suspended");
      case MeetingStatus.CLOSED:
        return t("meeting.closed");
      default:
        return t("meeting.planned_at", { time: instant(plannedStartAt) });
    }
  };
}
