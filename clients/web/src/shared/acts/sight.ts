// What a person has before its eyes when it acts: the panel shown, its meeting, its floor and its list. Pure, derived from the
// view's entities; the table of acts asks it whether an act is offered, and what of it a command names.
import type { Store } from "../../sync/store";
import { type Floor, type Meeting, type Panel, PanelStatus, type Queue } from "../../wire";
import { meetingOf } from "../situation";

/** What of the store is asked. */
export type View = Pick<
  Store,
  | "meeting"
  | "meetings"
  | "panel"
  | "panels"
  | "delegation"
  | "delegations"
  | "panellist"
  | "queue"
  | "entry"
  | "floor"
  | "draw"
  | "deskNote"
  | "points"
  | "motions"
  | "statement"
  | "signals"
  | "notices"
  | "helps"
>;

export interface Sight {
  view: View;
  /** The sign-in that acts; empty before the hall has greeted. */
  seat: string;
  panel: Panel | undefined;
  meeting: Meeting | undefined;
  floor: Floor | undefined;
  /** Entry numbers from the head on. */
  order: readonly number[];
  /** Who is called next: the head, or the first that is not passed over; 0 where nobody waits. */
  next: number;
}

/** What is seen with this panel shown. */
export function sightOf(view: View, panel: Panel | undefined, seat = ""): Sight {
  const queue = panel && view.queue(panel.id);
  return {
    view,
    seat,
    panel,
    meeting: panel && meetingOf(view, panel),
    floor: panel && view.floor(panel.id),
    order: queue?.entries ?? [],
    next: nextOf(queue),
  };
}

/** Who is called next; 0 where nobody waits. A list that has changed since it was told falls back on its head. */
export function nextOf(queue: Queue | undefined): number {
  if (!queue) return 0;
  return queue.entries.includes(queue.next) ? queue.next : (queue.entries[0] ?? 0);
}

export function openPanelOf(view: Pick<View, "panels">): Panel | undefined {
  return view.panels().find((panel) => panel.status === PanelStatus.OPEN);
}
