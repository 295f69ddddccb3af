// Why nobody speaks, in words.
import type { Format, MessageId, Values } from "../i18n";
import type { Situation } from "./situation";

type Say = (id: MessageId, values?: Values) => string;

export function stageWords(
  t: Say,
  format: Format,
  { stage, meeting }: Pick<Situation, "stage" | "meeting">,
  now: number,
): string {
  switch (stage) {
    case "open":
      return t("floor.free");
    case "panel_planned":
      return t("situation.panel_planned");
    case "panel_closed":
      return t("situation.panel_closed");
    case "suspended":
      return meeting?.suspendedUntil
        ? t("situation.suspended_until", { time: format.time(meeting.suspendedUntil) })
        : t("situation.suspended");
    case "closed":
      return t("situation.meeting_closed");
    case "none":
      return t("situation.none");
    case "planned":
      break;
  }
  if (!meeting) return t("situation.panel_planned");
  if (meeting.plannedStartAt <= now) return t("situation.opens_shortly");
  const time = format.time(meeting.plannedStartAt);
  if (format.day(now) === format.day(meeting.plannedStartAt)) return t("situation.opens_at", { time });
  return t("situation.opens_on", { date: format.date(meeting.plannedStartAt), time });
}
