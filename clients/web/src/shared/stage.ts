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
        ? untilWords(t, format, "situation.suspended_until", meeting.suspendedUntil, now)
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

const ON_ANOTHER_DAY = {
  "situation.suspended_until": "situation.suspended_until_day",
  "meeting.suspended_until": "meeting.suspended_until_day",
} as const;

/** Until a time of day; where that is another day's, of which. */
export function untilWords(
  t: Say,
  format: Format,
  words: keyof typeof ON_ANOTHER_DAY,
  until: number,
  now: number,
): string {
  const time = format.time(until);
  if (format.day(now) === format.day(until)) return t(words, { time });
  return t(ON_ANOTHER_DAY[words], { time, date: format.date(until) });
}
