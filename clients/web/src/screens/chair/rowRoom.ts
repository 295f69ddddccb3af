// How names share the width of a row: the delegation's gets so much that none has to be written small, where there is that
// much; and in which size each is whole. Asked of the font, never of the page.
import { useRef } from "react";
import { linesOf, measureText, type Step, stepFor } from "../../parts/fit";
import type { Row } from "./model";

export interface Room {
  /** The column of the name for the style sheet; undefined before there is a width. */
  columns: string | undefined;
  name: number;
  speaker: number;
}

/** All columns but those two, with their gaps and the padding of a row (SpeakersList.module.css), in pixels. */
const fixed_px = 10 + 24 + 32 + 96 + 88 + 92 + 36 + 8 * 8 + 16;
/** The column of who is on its way, with its gap: only where the screen is so wide (SpeakersList.module.css). */
const stand_by_px = 74 + 8;
export const stand_by_shown = "(min-width: 90rem)";
const shares = [0.5, 0.54, 0.58, 0.62];

export const NAME_STEPS: readonly Step[] = [
  { size: 15, lines: 1 },
  { size: 13, lines: 2 },
  { size: 12, lines: 3 },
];
export const SPEAKER_STEPS: readonly Step[] = [
  { size: 13, lines: 1 },
  { size: 13, lines: 2 },
  { size: 12, lines: 3 },
];

/** `width` in pixels at letters of usual size; 0 where there is no layout. */
export function roomFor(names: ReadonlySet<string>, width: number, standBy = false): Room {
  if (width === 0) return { columns: undefined, name: Number.POSITIVE_INFINITY, speaker: Number.POSITIVE_INFINITY };
  const free = Math.max(200, width - fixed_px - (standBy ? stand_by_px : 0));
  const holds = (width: number) => [...names].every((name) => linesOf(name, width, 13, 600) <= 2);
  const share = shares.find((each) => holds(Math.floor(free * each))) ?? shares.at(-1) ?? 0.5;
  const name = Math.floor(free * share);
  return { columns: `${name / 16}rem`, name, speaker: Math.floor(free - name) - 1 };
}

/** Whom the room was made for, in what width and fonts; and the room, which is the same for the same names in any order. */
interface Made {
  names: ReadonlySet<string>;
  width: number;
  fonts: number;
  standBy: boolean;
  room: Room;
}

/** `fonts` turns when other fonts have come: what was measured before is worth nothing then. */
export function useRoom(rows: readonly Row[], width: number, fonts: number, standBy: boolean): Room {
  const made = useRef<Made | undefined>(undefined);
  const names = new Set(rows.map(({ name }) => name));
  const before = made.current;
  const known = before?.width === width && before.fonts === fonts && before.standBy === standBy;
  if (known && sameNames(before.names, names)) return before.room;
  const room = roomFor(names, width, standBy);
  made.current = { names, width, fonts, standBy, room: known && sameRoom(before.room, room) ? before.room : room };
  return made.current.room;
}

function sameNames(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

function sameRoom(one: Room, other: Room): boolean {
  return one.columns === other.columns && one.name === other.name && one.speaker === other.speaker;
}

const chip_px = 16 + 6;
/** With less, what a word ends in says nothing. */
const cut_px_min = 56;

export function chipsWidth(chips: readonly string[]): number {
  return chips.reduce((sum, words) => sum + measureText(words, 12, 600) + chip_px, 0);
}

const isWhole = (text: string, width: number, steps: readonly Step[], weight: number) =>
  steps.some(({ size, lines }) => linesOf(text, width, size, weight) <= lines);

/** Who and what share the room of a row. */
interface Sharing {
  name: string;
  speaker: string;
  /** Words that are never cut. */
  states: readonly string[];
  /** Whom it is for or goes to; yields by ellipsis. Empty where there is none. */
  about: string;
}

export interface Shared {
  /** What stands beside the name; the rest beside the speaker. */
  beside: "all" | "states" | "none";
  name: number;
  speaker: number;
  /** For `about` beside the speaker; 0 where there is no room for it. */
  about: number;
}

/** A name is never cut for what stands beside it: that goes elsewhere, ends in an ellipsis, or stands in the menu alone. */
export function shareRow({ name, speaker, states, about }: Sharing, room: Room): Shared {
  const abouts = about ? [about] : [];
  const [all_px, states_px] = [chipsWidth([...states, ...abouts]), chipsWidth(states)];
  if (linesOf(name, room.name - all_px, 13, 600) <= 2) {
    return { beside: "all", name: room.name - all_px, speaker: room.speaker, about: 0 };
  }
  const statesBeside = isWhole(name, room.name - states_px, NAME_STEPS, 600);
  const beside = statesBeside ? "states" : "none";
  const given = statesBeside ? states_px : 0;
  const right = room.speaker - (states_px - given);
  const free = right - neededBy(speaker, right);
  const wanted = chipsWidth(abouts);
  const about_px = wanted <= free ? wanted : free >= cut_px_min ? free : 0;
  return { beside, name: room.name - given, speaker: right - about_px, about: about_px };
}

/** The narrowest width in which a speaker's name is whole, as far as tenths tell. */
function neededBy(speaker: string, width: number): number {
  if (!speaker || !Number.isFinite(width)) return 0;
  const part = [3, 4, 5, 6, 7, 8, 9].find((tenths) => isWhole(speaker, (width * tenths) / 10, SPEAKER_STEPS, 400));
  return part === undefined ? width : (width * part) / 10;
}

/** Beside a speaker's name in one line. */
export function titleFits(speaker: string, width: number): boolean {
  return width - measureText(speaker, 13, 400) >= cut_px_min;
}

export function nameStep(name: string, width: number): number {
  return stepFor(name, width, NAME_STEPS, 600);
}

export function speakerStep(name: string, width: number): number {
  return stepFor(name, width, SPEAKER_STEPS, 400);
}
