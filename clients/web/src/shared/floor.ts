// What a panel's floor says: who speaks, which point of order or motion is before the chair, and what goes on after it. The one place
// that knows how holdings are ordered: who may speak now comes first, then what that has interrupted. Pure.
import { type Floor, type Holding, Kind } from "../wire";
import { interrupts } from "./kinds";

/** A holding of the floor, with the panel whose floor it is. */
export type Held = Holding & { panel: string };

/** The speech under way; undefined while the floor is free, and while a point of order that was heard awaits its ruling. */
export function speakingOn(floor: Floor | undefined): Held | undefined {
  const [top] = heldOn(floor);
  return top?.speech ? top : undefined;
}

/** The point of order that is before the chair, from its recognition until the ruling, also when it has been heard. */
export function pointBeforeChair(floor: Floor | undefined): Held | undefined {
  const [top] = heldOn(floor);
  return top?.kind === Kind.POINT_OF_ORDER ? top : undefined;
}

/** The motion that is before the chair, by its mover, until it is decided; who speaks on it stands on it. */
export function motionBeforeChair(floor: Floor | undefined): Held | undefined {
  return heldOn(floor).find(({ kind, motion }) => kind === Kind.MOTION && motion === 0);
}

/** The speech that goes on once what has interrupted it is over. */
export function interruptedOn(floor: Floor | undefined): Held | undefined {
  return pausedOn(floor)[0];
}

/**
 * All that goes on later, one after the other: what is on top has interrupted the first, which has interrupted the next. A
 * motion whose mover has spoken is none of it.
 */
export function pausedOn(floor: Floor | undefined): Held[] {
  return heldOn(floor)
    .slice(1)
    .filter(({ speech }) => speech > 0);
}

/** The speech on the list's time, of which a text is followed: the one under way, or the one that a point of order interrupts. */
export function listSpeechOn(floor: Floor | undefined): Held | undefined {
  return heldOn(floor).find((held) => !interrupts(held));
}

/** Whether nobody holds the floor: nobody speaks, nothing goes on, and no ruling is awaited. */
export function isFree(floor: Floor | undefined): boolean {
  return heldOn(floor).length === 0;
}

function heldOn(floor: Floor | undefined): Held[] {
  return floor?.holdings.map((holding) => ({ ...holding, ...languageOf(holding), panel: floor.panel })) ?? [];
}

/** Nobody is asked in which language a point of order will be: what a floor tells of it is the session's first. */
function languageOf(holding: Holding): Pick<Holding, "language"> {
  return { language: interrupts(holding) ? "" : holding.language };
}
