// Instants and durations in words. Times are 15:42 in every language, in the time zone of the session; durations are
// 2:14 on a clock and "2 min 35 s" in a sentence, where no figure is parted from its unit at the end of a line.
import type { Locale } from "./catalogues";

export type Format = {
  /** 15:42 */
  time(at: number): string;
  /** 15:42:10 */
  timeSeconds(at: number): string;
  /** 15:58–16:01, or 15:45 where both are the same minute */
  timeRange(from: number, to: number): string;
  /** Tuesday 29 November */
  date(at: number): string;
  /** The calendar day in the time zone of the session, for comparing: 2005-11-29 */
  day(at: number): string;
  /** 2:14; 1:02:14 from an hour on. Never negative. */
  clock(ms: number): string;
  /** 2 min 35 s; 3 min; 40 s */
  duration(ms: number): string;
  /** Whole minutes, rounded: 180 min */
  minutes(ms: number): string;
  /** The name of a language in itself: Español */
  languageName(tag: string): string;
  /** a, b and c */
  list(items: string[]): string;
};

const no_break = "\u00a0";

const made = new Map<string, Format>();

export function formatFor(locale: Locale, timeZone: string | undefined): Format {
  const key = `${locale} ${timeZone ?? ""}`;
  const found = made.get(key);
  if (found) return found;
  const format = make(locale, timeZone);
  made.set(key, format);
  return format;
}

function make(locale: Locale, timeZone: string | undefined): Format {
  const zone = timeZone && zoneExists(timeZone) ? { timeZone } : {};
  const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone } as const;
  const short = new Intl.DateTimeFormat("en-GB", hours);
  const long = new Intl.DateTimeFormat("en-GB", { ...hours, second: "2-digit" });
  const tag = locale === "en" ? "en-GB" : locale;
  const date = new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long", ...zone });
  const day = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", ...zone });
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  const time = (at: number) => short.format(at);
  return {
    time,
    timeSeconds: (at) => long.format(at),
    timeRange: (from, to) => {
      const [first, last] = [time(from), time(to)];
      return first === last ? first : `${first}–${last}`;
    },
    date: (at) => date.format(at),
    day: (at) => day.format(at),
    clock: clockText,
    duration: durationText,
    minutes: (ms) => `${Math.round(ms / 60_000)}${no_break}min`,
    languageName,
    list: (items) => list.format(items),
  };
}

export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const s = `${rest}${no_break}s`;
  if (minutes === 0) return s;
  const min = `${minutes}${no_break}min`;
  return rest === 0 ? min : `${min} ${s}`;
}

/** What names languages takes far longer to make than to ask, and screens ask often. */
const named = new Map<string, string | undefined>();

/** Undefined for what is no tag of a language. */
function nameIn(locale: string, tag: string): string | undefined {
  const key = `${locale} ${tag}`;
  if (!named.has(key)) named.set(key, askName(locale, tag));
  return named.get(key);
}

function askName(locale: string, tag: string): string | undefined {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return undefined;
  }
}

/** The name of a language in the language of a screen: Spanish; the tag where there is none. */
export function languageNameIn(locale: string, tag: string): string {
  return nameIn(locale, tag) ?? tag;
}

export function languageName(tag: string): string {
  const name = nameIn(tag, tag);
  return name === undefined ? tag : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

function zoneExists(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}
