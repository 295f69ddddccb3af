// What every part of the chair's screen needs: the panel shown, the acts, and the dialogs they open.
import { createContext, useContext, useState } from "react";
import { useRejectionText } from "../../i18n";
import { type Holder, holderOf, meetingOf } from "../../shared/situation";
import type { Entry, Kind, Panel } from "../../wire";
import type { ChairContext } from "./actions";
import { type Localize, nextOf, type View } from "./model";
import type { Place, Places } from "./places";

export type DialogOpen =
  | { kind: "add"; of?: Kind }
  | { kind: "add_time" }
  | { kind: "speech_limit" }
  | { kind: "move"; entry: number }
  | { kind: "plan_opening" }
  | { kind: "announce_closing" }
  | { kind: "suspend" }
  | { kind: "title" }
  | { kind: "limits" }
  | { kind: "point_waits" }
  | { kind: "keys" };

export interface Desk {
  context: ChairContext;
  places: Places;
  /** Whether acts reach the server at once. */
  live: boolean;
  languages: readonly string[];
  timezone: string;
  open(dialog: DialogOpen): void;
  /** Brings a panel to the front. */
  show(panel: string): void;
}

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk is used outside the chair's screen");
  return desk;
}

/** What is before the chair's eyes with this panel shown. */
export function contextOf(view: View, panel: Panel | undefined): ChairContext {
  const queue = panel && view.queue(panel.id);
  return {
    view,
    panel,
    meeting: panel && meetingOf(view, panel),
    floor: panel && view.floorState(panel.id),
    order: queue?.entries ?? [],
    next: nextOf(queue),
  };
}

/**
 * The panel, with its meeting, that was before the chair's eyes when a form opened, as they are now: another panel may come
 * to the front while the form is filled in.
 */
export function useSeen(): ChairContext {
  const { context } = useDesk();
  const [seen] = useState(context);
  const { view } = seen;
  const panel = seen.panel && view.panel(seen.panel.id);
  return { ...contextOf(view, panel), meeting: seen.meeting && view.meeting(seen.meeting.id) };
}

/** The refusal at a place, in words. */
export function useRefusalAt(): (place: Place) => string | undefined {
  const { places } = useDesk();
  const words = useRejectionText();
  return (place) => {
    const refusal = places.refusals.get(place);
    return refusal && words(refusal.code, refusal.details);
  };
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
