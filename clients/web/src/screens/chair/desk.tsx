// What every part of the chair's screen needs: the panel shown, the acts, and the dialogs they open.
import { createContext, useContext, useState } from "react";
import { useRejectionText } from "../../i18n";
import type { Delegation, Entry, Floor } from "../../wire";
import type { ChairContext } from "./actions";
import type { Localize, View } from "./model";
import type { Place, Places } from "./places";

export type DialogOpen =
  | { kind: "add" }
  | { kind: "add_time" }
  | { kind: "speech_limit" }
  | { kind: "move"; entry: number }
  | { kind: "plan_opening" }
  | { kind: "announce_closing" }
  | { kind: "suspend" }
  | { kind: "title" }
  | { kind: "limits" }
  | { kind: "keys" };

export interface Desk {
  context: ChairContext;
  places: Places;
  /** Whether acts reach the server at once. */
  live: boolean;
  delegations: () => Delegation[];
  languages: readonly string[];
  timezone: string;
  open(dialog: DialogOpen): void;
}

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk is used outside the chair's screen");
  return desk;
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
  return {
    view,
    panel,
    meeting: seen.meeting && view.meeting(seen.meeting.id),
    floor: panel && view.floorState(panel.id),
    order: panel ? (view.queue(panel.id)?.entries ?? []) : [],
  };
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
  return localize(view.delegation(entry.delegation)?.name) || entry.delegation;
}

/** The name and flag of whoever has the floor: a delegation, or a panellist. */
export function speakerOf(view: View, floor: Floor, localize: Localize): { name: string; flag: string } {
  if (floor.panellist) {
    const panellist = view.panellist(floor.panel, floor.panellist);
    return { name: localize(panellist?.name) || floor.panellist, flag: panellist?.flag ?? "" };
  }
  const delegation = view.delegation(floor.delegation);
  return { name: localize(delegation?.name) || floor.delegation, flag: delegation?.flag ?? "" };
}
