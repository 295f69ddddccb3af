// How the meeting stands.
import { useFormat, useText } from "../i18n";
import { Chip } from "../parts/Chip";
import { type Meeting, MeetingStatus } from "../wire";

export function MeetingChip({ meeting }: { meeting: Meeting }) {
  const t = useText();
  const format = useFormat();
  switch (meeting.status) {
    case MeetingStatus.OPEN:
      return <Chip tone="go">{t("meeting.open_since", { time: format.time(meeting.openedAt) })}</Chip>;
    case MeetingStatus.SUSPENDED:
      return (
        <Chip tone="warn">
          {meeting.suspendedUntil
            ? t("meeting.suspended_until", { time: format.time(meeting.suspendedUntil) })
            : t("meeting.suspended")}
        </Chip>
      );
    case MeetingStatus.CLOSED:
      return <Chip>{t("meeting.closed")}</Chip>;
    default:
      return <Chip>{t("meeting.planned_at", { time: format.time(meeting.plannedStartAt) })}</Chip>;
  }
}
