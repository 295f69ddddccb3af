// What a tab last knew of its session, kept in it for when its page is loaded again while the server is away: what the session is
// called, its clock; and of a hall's display what the whole hall saw on it. It belongs to one
// sign-in: another one finds nothing, and a tab that is signed out keeps nothing. Instants are of the server's clock but where
// they are said to be the device's, in milliseconds.
import type { Entity, Texts } from "../wire";
import type { Keep } from "./pending";

export type Last = {
  title: Texts;
  timezone: string;
  /** When the line last stood. */
  knownAt: number;
  /** What the server's clock read at an instant of the device's, and how fast it ran. */
  serverAt: number;
  deviceAt: number;
  speed: number;
};

/** Older than that, a view would show who spoke at another time of the day, or the day before. */
export const view_ms_max = 600_000;

/** Of a device whose clock was set back meanwhile, nobody knows how old it is. */
export function isRecent({ knownAt, serverAt, deviceAt, speed }: Last, deviceNow: number): boolean {
  const age_ms = deviceNow - deviceAt + (serverAt - knownAt) / speed;
  return Math.abs(age_ms) <= view_ms_max;
}

type Kept<Of> = { owner: string; version: string; what: Of };

const last_key = "rostrum.last";
const view_key = "rostrum.last_view";
/** What another version of the screens has written may lack what this one shows. */
const version = import.meta.url;

/** What everybody in the hall may see on its display, and nothing that is in nobody's sight there. */
const on_display = new Set([
  "session",
  "meeting",
  "panel",
  "delegation",
  "panellist",
  "queue",
  "entry",
  "floor",
  "draw",
  "notice",
]);

export const isOnDisplay = ({ entity }: Entity): boolean => entity.case !== undefined && on_display.has(entity.case);

/** `view` is of a display alone. */
export function keepLast(keep: Keep | undefined, owner: string, last: Last, view?: readonly Entity[]): void {
  write(keep, last_key, { owner, version, what: last });
  if (view) write(keep, view_key, { owner, version, what: view });
}

export function lastOf(keep: Keep | undefined, owner: string | undefined): Last | undefined {
  return owner === undefined ? undefined : read<Last>(keep, last_key, owner);
}

export function lastViewOf(keep: Keep | undefined, owner: string): Entity[] {
  return read<Entity[]>(keep, view_key, owner) ?? [];
}

export function forgetLast(keep: Keep | undefined): void {
  for (const key of [last_key, view_key]) {
    try {
      keep?.removeItem(key);
    } catch {
      // A forbidden storage holds nothing.
    }
  }
}

function write<Of>(keep: Keep | undefined, key: string, kept: Kept<Of>): void {
  try {
    keep?.setItem(key, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs what is shown without a server.
  }
}

/** What is of another sign-in is not read, and goes. */
function read<Of>(keep: Keep | undefined, key: string, owner: string): Of | undefined {
  try {
    const text = keep?.getItem(key);
    if (!text) return undefined;
    const kept = JSON.parse(text) as Kept<Of>;
    if (kept.owner === owner) return kept.version === version ? kept.what : undefined;
  } catch {
    return undefined;
  }
  forgetLast(keep);
  return undefined;
}
