// What the chair types: durations ("2:30", "3", "45 s") and times of day ("16:10", "1610", "16h10"), read into
// milliseconds and instants in the time zone of the session, and places in the list. Pure; what cannot be read is undefined.

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

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

interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const wallFormats = new Map<string, Intl.DateTimeFormat>();

function wallTime(at_ms: number, timezone: string): WallTime {
  let format = wallFormats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: timezone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    wallFormats.set(timezone, format);
  }
  const parts = new Map(format.formatToParts(at_ms).map((part) => [part.type, Number(part.value)]));
  return {
    year: parts.get("year") ?? 1970,
    month: parts.get("month") ?? 1,
    day: parts.get("day") ?? 1,
    hour: parts.get("hour") ?? 0,
    minute: parts.get("minute") ?? 0,
  };
}

/** The instant that `minutes` after midnight is in the time zone, on the day that `dayOf_ms` falls on there. */
export function instantOn(dayOf_ms: number, minutes: number, timezone: string): number {
  const day = wallTime(dayOf_ms, timezone);
  const wanted = Date.UTC(day.year, day.month - 1, day.day, 0, minutes);
  // Twice, because the zone's offset is that of the instant looked for, not of the guess.
  let guess = wanted;
  for (let round = 0; round < 2; round++) {
    const wall = wallTime(guess, timezone);
    guess += wanted - Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  }
  return guess;
}

/** The first instant after now at `minutes` after midnight: today, or tomorrow where that has passed. */
export function nextInstant(now_ms: number, minutes: number, timezone: string): number {
  const today = instantOn(now_ms, minutes, timezone);
  return today > now_ms ? today : instantOn(instantOn(now_ms, 12 * 60, timezone) + DAY_MS, minutes, timezone);
}

/** The time of day of an instant as it is typed: "16:10". */
export function timeField(at_ms: number, timezone: string): string {
  const wall = wallTime(at_ms, timezone);
  return `${String(wall.hour).padStart(2, "0")}:${String(wall.minute).padStart(2, "0")}`;
}

/** The next instant at least `least_ms` after now that a chair would announce: on a whole five minutes. */
export function announceable(now_ms: number, least_ms: number): number {
  const step = 5 * MINUTE_MS;
  return Math.ceil((now_ms + least_ms) / step) * step;
}

/** An instant within each day from the first to the last, for a choice of days. */
export function daysBetween(first_ms: number, last_ms: number, timezone: string): number[] {
  const noon = 12 * 60;
  const days: number[] = [];
  const end = instantOn(Math.max(first_ms, last_ms), noon, timezone);
  for (let day = instantOn(first_ms, noon, timezone); day <= end && days.length < 31; ) {
    days.push(day);
    day = instantOn(day + DAY_MS, noon, timezone);
  }
  return days;
}
