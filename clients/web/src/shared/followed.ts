// Which text is followed on a panel, and which paragraph of it. Pure; the server decides.
import { elapsedMs } from "../parts/speech";
import type { Unanswered } from "../sync/hall";
import type { Store } from "../sync/store";
import type { Panel, Statement } from "../wire";
import { interruptedOn, isFree, listSpeechOn } from "./floor";

/** The speech whose text is followed on a panel: the one under way, or the one that a point of order interrupted. */
export type Followed = {
  speech: number;
  entry: number;
  panellist: string;
  language: string;
  paragraph: number;
  limitMs: number;
  spokenMs: (now: number) => number;
  interrupted: boolean;
};

export function followedOn(store: Store, panel: Panel): Followed | undefined {
  const floor = store.floor(panel.id);
  const held = listSpeechOn(floor);
  if (!held) return undefined;
  return { ...held, spokenMs: (now) => elapsedMs(held, now), interrupted: interruptedOn(floor) !== undefined };
}

/**
 * While the floor is free: the text of whoever spoke last, as long as the server shows it. Neither of one that waits nor of
 * a panel where a point of order is before the chair.
 */
export function lastStatementOn(store: Store, panel: Panel): Statement | undefined {
  if (!isFree(store.floor(panel.id))) return undefined;
  const waiting = store.queue(panel.id)?.entries ?? [];
  return store
    .statements()
    .findLast(({ panel: of, entry, texts }) => of === panel.id && texts.length > 0 && !waiting.includes(entry));
}

/** The paragraph that will be reached once everything asked for is done. */
export function paragraphWanted(unanswered: Unanswered[], speech: number, reached: number): number {
  let wanted = reached;
  for (const { act } of unanswered) {
    if (act.case === "reachParagraph" && act.value.speech === speech) wanted = act.value.paragraph ?? wanted;
  }
  return wanted;
}
