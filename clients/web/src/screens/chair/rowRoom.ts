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
export function roomFor(names: ReadonlySet<string>, width: number): Room {
  if (width === 0) return { columns: undefined, name: Number.POSITIVE_INFINITY, speaker: Number.POSITIVE_INFINITY };
  const free = Math.max(200, width - fixed_px);
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
  room: Room;
}

/** `fonts` turns when other fonts have come: what was measured before is worth nothing then. */
export function useRoom(rows: readonly Row[], width: number, fonts: number): Room {
  const made = useRef<Made | undefined>(undefined);
  const names = new Set(rows.map(({ name }) => name));
  const before = made.current;
  const known = before && before.width === width && before.fonts === fonts;
  if (known && sameNames(before.names, names)) return before.room;
  const room = roomFor(names, width);
  made.current = { names, width, fonts, room: known && sameRoom(before.room, room) ? before.room : room };
  return made.current.room;
}

function sameNames(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

function sameRoom(one: Room, other: Room): boolean {
  return one.columns === other.columns && one.name === other.name && one.speaker === other.speaker;
}

const chip_px = 16 + 6;

export function chipsWidth(chips: readonly string[]): number {
  return chips.reduce((sum, words) => sum + measureText(words, 12, 600) + chip_px, 0);
}

/** Beside a name in at most two lines. */
export function chipsFit(name: string, chips: readonly string[], width: number): boolean {
  return linesOf(name, width - chipsWidth(chips), 13, 600) <= 2;
}

export function nameStep(name: string, width: number): number {
  return stepFor(name, width, NAME_STEPS, 600);
}

export function speakerStep(name: string, width: number): number {
  return stepFor(name, width, SPEAKER_STEPS, 400);
}
