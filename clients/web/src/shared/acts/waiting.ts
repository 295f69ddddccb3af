// What waits for chair and desk: points of order, signals, and an entry's place among others. Pure.
import { MeetingStatus, type PointOfOrder, type Signal } from "../../wire";
import { pointBeforeChair } from "../floor";
import { meetingOf } from "../situation";
import type { View } from "./sight";

/** Points of order that wait to be recognised, on whichever panel, oldest first. */
export function waitingPoints(view: Pick<View, "panels" | "points">): PointOfOrder[] {
  return view
    .panels()
    .flatMap(({ id }) => view.points(id))
    .filter(({ recognised }) => !recognised)
    .sort((a, b) => a.raisedAt - b.raisedAt || a.entry - b.entry);
}

/** Of the point of order with this entry, on whichever panel. */
export function pointOf(view: Pick<View, "panels" | "points">, entry: number): PointOfOrder | undefined {
  return view
    .panels()
    .flatMap(({ id }) => view.points(id))
    .find((point) => point.entry === entry);
}

/**
 * What keeps a point of order that waits from being recognised: its meeting does not sit, or another one is before the chair
 * until its ruling.
 */
export function pointHeldBy(
  view: Pick<View, "panel" | "meeting" | "meetings" | "floor">,
  point: PointOfOrder,
): readonly ("another" | "meeting")[] {
  const panel = view.panel(point.panel);
  const before = pointBeforeChair(view.floor(point.panel));
  const another = before !== undefined && before.entry !== point.entry;
  const sits = panel && meetingOf(view, panel)?.status === MeetingStatus.OPEN;
  return [...(another ? (["another"] as const) : []), ...(sits ? [] : (["meeting"] as const))];
}

/** The newest signal that nobody has marked as seen; 0 where there is none. */
export function newestUnseen(signals: readonly Signal[]): number {
  return signals.findLast(({ seenAt }) => !seenAt)?.id ?? 0;
}

/**
 * Where an entry goes to stand at `place` (from 1), said by a neighbour that is seen, so that two people who move
 * different entries both succeed. Undefined where it stands there already.
 */
export function placeBeside(
  order: readonly number[],
  entry: number,
  place: number,
): { case: "before" | "after"; value: number } | undefined {
  const at = order.indexOf(entry);
  const others = order.filter((other) => other !== entry);
  const wanted = Math.min(Math.max(1, Math.trunc(place)), order.length) - 1;
  if (at < 0 || wanted === at) return undefined;
  const before = others[wanted - 1];
  if (before !== undefined) return { case: "after", value: before };
  const first = others[0];
  return first === undefined ? undefined : { case: "before", value: first };
}
