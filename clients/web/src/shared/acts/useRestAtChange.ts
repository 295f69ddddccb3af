// Whatever has put another act in a place, be it a press there, a point of order that came or was withdrawn, or somebody else
// at work on the floor: a press that was meant for the act before does not do this one.
import { useLayoutEffect, useRef } from "react";
import { pointBeforeChair, speakingOn } from "../floor";
import { useHall } from "../hall";
import { bookOf, type Resting, swapOf } from "./book";
import { openPanelOf, type Sight } from "./sight";
import { pauseSpeech } from "./table/floor";
import { ruleUpheld } from "./table/points";

/** `stands`: what does; undefined while that is not known, or where nothing stood before it. */
export function useRestAtChange(where: Resting | undefined, stands: string | undefined): void {
  const { rest } = bookOf(useHall());
  const seen = useRef(stands);
  useLayoutEffect(() => {
    if (where && seen.current !== undefined && seen.current !== stands) rest(where);
    seen.current = stands;
  }, [where, stands, rest]);
}

/** Of the acts that come to stand in each other's place by what happens on the floor: the rulings, and pause and resume. */
export function useFloorRests(floor: Sight["floor"]): void {
  const { store } = useHall();
  const open = openPanelOf(store);
  const point = pointBeforeChair(open && store.floor(open.id))?.entry;
  useRestAtChange(point ? swapOf(ruleUpheld, point) : undefined, store.filled ? String(point ?? 0) : undefined);
  const speech = speakingOn(floor);
  useRestAtChange(swapOf(pauseSpeech, undefined), speech && (speech.pausedAt ? "paused" : "runs"));
}
