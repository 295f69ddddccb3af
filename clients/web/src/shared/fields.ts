// What the chair types: durations ("2:30", "3", "45 s") and times of day ("16:10", "1610", "16h10"), read into
// milliseconds and instants in the time zone of the session, and places in the list. Pure; what cannot be read is undefined.

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NOON_MS = 12 * 60 * MINUTE_MS;

/** As far ahead as an instant may be announced (docs/rules.md#l1-closing). */
const days_max = 31;

/** A duration in milliseconds from "m:ss", "m" (minutes), "m min s s" or "n s". */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  const colon = /^(\d{1,3})\s*[:.]\s*([0-5]\d)$/.exec(typed);
  if (colon) return (Number(colon[1]) * 60 + Number(colon[2])) * SECOND_MS;
  const minutes = /^(\d{1,3})\s*(?:m|min|mn|')?$/.exec(typed);
  if (minutes) return Number(minutes[1]) * MINUTE_MS;
  const seconds = /^(\d{1,4})\s*(?:s|sec|'')$/.exec(typed);
  if (seconds) return Number(seconds[1]) * SECOND_MS;
  const both = /^(\d{1,3})\s*(?:m|min|mn|')\s*([0-5]?\d)\s*(?:s|sec|'')?$/.exec(typed);
  if (both) return (Number(both[1]) * 60 + Number(both[2])) * SECOND_MS;
  return undefined;
}

/** As a duration is typed and shown in a field: "2:30". */
export function durationField(duration_ms: number): string {
  const seconds = Math.round(duration_ms / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Minutes after midnight from "16:10", "16.10", "16h10", "1610" or "16". */
export function parseTimeOfDay(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  const parts =
    /^(\d{1,2})\s*[:.h]\s*([0-5]\d)$/.exec(typed) ??
    /^(\d{1,2})([0-5]\d)$/.exec(typed) ??
    /^(\d{1,2})\s*h?()$/.exec(typed);
  if (!parts) return undefined;
  const hours = Number(parts[1]);
  const minutes = parts[2] ? Number(parts[2]) : 0;
  return hours < 24 ? hours * 60 + minutes : undefined;
}

/** A place from 1 to `count`. */
export function parsePlace(text: string, count: number): number | undefined {
  if (!/^\s*\d+\s*$/.test(text)) return undefined;
  const place = Number(text);
  return place >= 1 && place <= count ? place : undefined;
}

const wallFormats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of the zone show, as if it were an instant of UTC: to the minute, and so comparable. */
function wall(at_ms: number, timezone: string): number {
  let format = wallFormats.get(timezone);
  if (!format) {
    const two = "2-digit";
    const parts = { year: "numeric", month: two, day: two, hour: two, minute: two } as const;
    format = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, hourCycle: "h23", ...parts });
    wallFormats.set(timezone, format);
  }
  const shown = new Map(format.formatToParts(at_ms).map((part) => [part.type, Number(part.value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
}

/** The midnight with which the day begins that an instant falls on, as `wall` has it. */
const dayOf = (at_ms: number, timezone: string) => Math.floor(wall(at_ms, timezone) / DAY_MS) * DAY_MS;

/** When the clocks show this: once, or twice in the hour that is repeated, or never in the one that is left out. */
function instantsOf(shown: number, timezone: string): number[] {
  const offsets = [shown - DAY_MS, shown + DAY_MS].map((near) => wall(near, timezone) - near);
  const instants = [...new Set(offsets)].map((offset) => shown - offset);
  return instants.filter((at) => wall(at, timezone) === shown).sort((left, right) => left - right);
}

/**
 * The next instant at which the session's clocks show the time of day, `minutes` after midnight: later today, or tomorrow,
 * or in the hour that is repeated when the clocks go back. `from_ms`: on the day of this at the earliest.
 */
export function nextInstant(now_ms: number, minutes: number, timezone: string, from_ms = now_ms): number {
  const first = dayOf(Math.max(now_ms, from_ms), timezone) + minutes * MINUTE_MS;
  for (let shown = first; ; shown += DAY_MS) {
    const found = instantsOf(shown, timezone).find((at) => at > now_ms);
    if (found !== undefined) return found;
  }
}

/** The same on a day that was chosen; undefined where the clocks do not show it any more then, or leave it out. */
export function instantOn(now_ms: number, minutes: number, timezone: string, day_ms: number): number | undefined {
  const at = nextInstant(now_ms, minutes, timezone, day_ms);
  return sameDay(at, day_ms, timezone) ? at : undefined;
}

export function sameDay(left_ms: number, right_ms: number, timezone: string): boolean {
  return dayOf(left_ms, timezone) === dayOf(right_ms, timezone);
}

/** The time of day of an instant as it is typed: "16:10". */
export function timeField(at_ms: number, timezone: string): string {
  return new Date(wall(at_ms, timezone)).toISOString().slice(11, 16);
}

/** The next instant at least `least_ms` after now that a chair would announce: on a whole five minutes. */
export function announceable(now_ms: number, least_ms: number): number {
  const step = 5 * MINUTE_MS;
  return Math.ceil((now_ms + least_ms) / step) * step;
}

/** An instant within each day from the first to the last, for a choice of days. */
export function daysBetween(first_ms: number, last_ms: number, timezone: string): number[] {
  const days: number[] = [];
  const last = dayOf(Math.max(first_ms, last_ms), timezone);
  for (let day = dayOf(first_ms, timezone); day <= last && days.length < days_max; day += DAY_MS) {
    days.push(...instantsOf(day + NOON_MS, timezone).slice(0, 1));
  }
  return days;
}
