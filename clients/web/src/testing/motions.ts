// Procedural motions as a server tells them, made up.
import type { Held } from "../shared/floor";
import { type Floor, Kind, LimitOf, type Motion, MotionKind, type MotionSide, PauseCause } from "../wire";
import { floorOf, no_speech, noon_of_tests, speech } from "./views";

/** A motion of `of` to adjourn the debate. */
export function motion(id: number, of: string, over: Partial<Motion> = {}): Motion {
  return {
    entry: id,
    panel: "high-level",
    delegation: of,
    motion: MotionKind.ADJOURN_DEBATE,
    movedAt: noon_of_tests - 20_000,
    takenUp: false,
    speakersFor: 2,
    speakersAgainst: 2,
    spoken: [],
    asks: [],
    objectionsAskedAt: 0,
    ...over,
  };
}

/** It is before the chair and its mover has spoken, while that speech stands. */
export function motionStands(of: Motion, interrupted: Held): Floor {
  const mover = speech(of.delegation, 0, { ...no_speech, entry: of.entry, kind: Kind.MOTION, speaker: undefined });
  return floorOf(mover, { ...interrupted, pausedAt: noon_of_tests - 60_000, pauseCause: PauseCause.MOTION });
}

/** A delegation speaks on it. */
export function speaksOnMotion(by: string, side: MotionSide, of: Motion, interrupted: Held): Floor {
  const { holdings, ...floor } = motionStands(of, interrupted);
  const { panel: _, ...on } = speech(by, 5_000, {
    speech: interrupted.speech + 1,
    entry: of.entry + 1,
    kind: Kind.MOTION,
    limitMs: 60_000,
    amberMs: 15_000,
    limitOf: LimitOf.POINT_OF_ORDER,
    speaker: undefined,
    motion: of.entry,
    side,
  });
  return { ...floor, holdings: [on, ...holdings] };
}
