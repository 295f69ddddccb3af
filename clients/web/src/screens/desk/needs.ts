// What needs somebody at the desk, by urgency, then by age. Pure.
import type { Store } from "../../sync/store";
import { type Help, HelpStatus, type Motion, type PointOfOrder, type Signal } from "../../wire";

export type Need = { key: string; since: number } & (
  | { of: "point"; point: PointOfOrder }
  | { of: "motion"; motion: Motion }
  | { of: "signal"; signal: Signal }
  | { of: "help"; help: Help }
);

/** `handled`: seen, or taken by another seat than `seat`; what a seat took itself it still has to do. */
export function needsOf(store: Store, seat: string): { open: Need[]; handled: Need[] } {
  const all: Need[] = [
    ...store
      .panels()
      .flatMap(({ id }) => store.points(id))
      .map((point) => ({ of: "point" as const, key: `point ${point.entry}`, since: point.raisedAt, point })),
    ...store
      .panels()
      .flatMap(({ id }) => store.motions(id))
      .map((motion) => ({ of: "motion" as const, key: `motion ${motion.entry}`, since: motion.movedAt, motion })),
    ...store
      .signals()
      .map((signal) => ({ of: "signal" as const, key: `signal ${signal.id}`, since: signal.raisedAt, signal })),
    ...store.helps().map((help) => ({ of: "help" as const, key: `help ${help.id}`, since: help.requestedAt, help })),
  ];
  const byAge = all.sort((left, right) => urgency(left) - urgency(right) || left.since - right.since);
  const handled = byAge.filter((need) => isHandled(need, seat));
  return { open: byAge.filter((need) => !handled.includes(need)), handled };
}

/** Before the chair now, raised, due, under way here; of motions the one that goes first before the others. */
function urgency(need: Need): number {
  switch (need.of) {
    case "point":
      return need.point.recognised ? 0 : 1;
    case "motion":
      return need.motion.takenUp ? 0.5 : 1 + need.motion.motion / 10;
    case "signal":
      return need.signal.seenAt ? 3 : 2;
    case "help":
      return need.help.status === HelpStatus.TAKEN ? 3 : 2;
  }
}

function isHandled(need: Need, seat: string): boolean {
  if (need.of === "signal") return need.signal.seenAt > 0;
  return need.of === "help" && need.help.status === HelpStatus.TAKEN && need.help.takenBy !== seat;
}
