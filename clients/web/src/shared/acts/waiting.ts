// What waits for chair and desk: points of order, signals, and an entry's place among others. Pure.
import { MeetingStatus, type Motion, type PointOfOrder, type Signal } from "../../wire";
import { motionBeforeChair, pointBeforeChair } from "../floor";
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

/** Motions that are not decided, on whichever panel, in their precedence. */
export function openMotions(view: Pick<View, "panels" | "motions">): Motion[] {
  return view.panels().flatMap(({ id }) => view.motions(id));
}

/** The motion with this entry, on whichever panel. */
export function motionOf(view: Pick<View, "panels" | "motions">, entry: number): Motion | undefined {
  return openMotions(view).find((motion) => motion.entry === entry);
}

/** Whether a motion can be taken up now: points of order go first, and of motions the one that goes before the others. */
export function mayTakeUp(view: View, { entry, panel: id, motion }: Motion): boolean {
  const panel = view.panel(id);
  if (!panel || meetingOf(view, panel)?.status !== MeetingStatus.OPEN || view.points(id).length > 0) return false;
  const all = view.motions(id);
  const first = all.find(({ takenUp }) => !takenUp);
  return first?.entry === entry && all.every((other) => !other.takenUp || other.motion > motion);
}

/** Whether a motion is the one that is before the chair, and its meeting sits: nothing has interrupted it. */
export function isBeforeChair(view: View, { entry, panel: id }: Motion): boolean {
  const panel = view.panel(id);
  const floor = view.floor(id);
  if (!panel || meetingOf(view, panel)?.status !== MeetingStatus.OPEN || pointBeforeChair(floor)) return false;
  return motionBeforeChair(floor)?.entry === entry;
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
