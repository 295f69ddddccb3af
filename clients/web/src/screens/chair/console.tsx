// What every part of the chair's screen needs: the panel shown, and the dialogs that are opened over it.
import { createContext, useContext, useState } from "react";
import type { Opening } from "../../shared/acts/act";
import { type Sight, sightOf, type View } from "../../shared/acts/sight";
import { type Holder, holderOf } from "../../shared/situation";
import type { Entry } from "../../wire";
import type { Localize } from "./model";

export type DialogOpen = Opening | { kind: "keys" };

/** What opens from the rail, over the list. */
export type Drawer =
  | "programme"
  | "limits"
  | "points"
  | "motions"
  | "time"
  | "panellists"
  | "booths"
  | "notices"
  | "order";

/** Those that lie over the list and the side as a whole: nothing under them is reached meanwhile. */
export const COVERS: { readonly [Which in Drawer]?: true } = { order: true };

export interface Console {
  /** What is before the chair's eyes. */
  seen: Sight;
  /** Whether acts reach the server at once. */
  live: boolean;
  languages: readonly string[];
  timezone: string;
  open(dialog: DialogOpen): void;
  /** Brings a panel to the front. */
  show(panel: string): void;
  drawer: Drawer | undefined;
  draw(drawer: Drawer | undefined): void;
}

const ConsoleContext = createContext<Console | undefined>(undefined);
export const ConsoleProvider = ConsoleContext;

export function useConsole(): Console {
  const found = useContext(ConsoleContext);
  if (!found) throw new Error("useConsole is used outside the chair's screen");
  return found;
}

/**
 * The panel, with its meeting, that was before the chair's eyes when a form opened, as they are now: another panel may come
 * to the front while the form is filled in.
 */
export function useSeen(): Sight {
  const console = useConsole();
  const [seen] = useState(console.seen);
  const { view, seat } = seen;
  const panel = seen.panel && view.panel(seen.panel.id);
  return { ...sightOf(view, panel, seat), meeting: seen.meeting && view.meeting(seen.meeting.id) };
}

export function nameOfEntry(view: View, entry: Entry | undefined, localize: Localize): string {
  if (!entry) return "";
  return speakerOf(view, entry, localize).name;
}

/** The name and flag of whoever has the floor or waits: a delegation, a panellist, or a guest, who goes by the body. */
export function speakerOf(view: View, of: Holder, localize: Localize): { name: string; flag: string; guest: boolean } {
  const { name, fallback, flag, guest } = holderOf(view, of);
  return { name: localize(name) || fallback, flag, guest };
}

export function nameOfDelegation(view: View, id: string, localize: Localize): string {
  return localize(view.delegation(id)?.name) || id;
}
