// A signal of this booth may have been raised by a colleague at another device, and a press may come twice: a standing one is
// withdrawn by two presses that are apart. The first is answered in words; the second counts for a while only.
import { useCallback, useEffect, useRef, useState } from "react";
import { BOOTH_SIGNALS, ownSignal, type SignalAct } from "../../shared/acts/table/signals";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import { situationOf } from "../../shared/situation";
import { SignalKind } from "../../wire";

/** So much apart: two presses in one are none. */
export const APART_MS = 1_000;
/** For so long the button says that a press withdraws the signal. */
export const ASKS_MS = 6_000;

export interface Pressing {
  press(act: SignalAct): void;
  /** The signal that one more press withdraws; 0: none. */
  asks: number;
  /** Whether it was raised at this device, as far as that is known. */
  raisedHere(act: SignalAct): boolean;
  /** When it was ended by somebody else, until it is raised again or somebody else speaks; 0: it was not. */
  endedElsewhere(act: SignalAct): number;
}

export function useSignalPresses(): Pressing {
  const acts = useActs();
  const [asks, setAsks] = useState(0);
  /** Until it is over, a press is one with the press before. */
  const tooSoon = useRef(false);
  /** The signals raised at this device; 0 until the one asked for is there. */
  const here = useRef(new Map<SignalAct, number>());
  /** The signals that were ended at this device. */
  const ended = useRef(new Set<number>());
  const endedElsewhere = useEndedElsewhere(ended.current);
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);

  const forget = useCallback(() => {
    for (const timer of timers.current.splice(0)) clearTimeout(timer);
    tooSoon.current = false;
  }, []);
  useEffect(() => forget, [forget]);

  const ask = (signal: number) => {
    forget();
    setAsks(signal);
    tooSoon.current = true;
    timers.current = [
      setTimeout(() => {
        tooSoon.current = false;
      }, APART_MS),
      setTimeout(() => setAsks(0), ASKS_MS),
    ];
  };
  const press = (act: SignalAct) => {
    const own = ownSignal(acts.seen, act.kind);
    const at = act.on.booth?.place;
    if (own && asks !== own.id) return ask(own.id);
    if (own && tooSoon.current) return;
    forget();
    setAsks(0);
    if (own) ended.current.add(own.id);
    else here.current.set(act, 0);
    const onRefused = () => void (own ? ended.current.delete(own.id) : here.current.delete(act));
    acts.press(act, undefined, { at, onRefused });
  };
  const raisedHere = (act: SignalAct) => {
    const own = ownSignal(acts.seen, act.kind)?.id ?? 0;
    if (here.current.get(act) === 0 && own) here.current.set(act, own);
    return own > 0 && here.current.get(act) === own;
  };
  return { press, asks, raisedHere, endedElsewhere };
}

/** The view says what stands, not who ended it: a signal that goes though its speech goes on, and not from here, was ended elsewhere. */
function useEndedElsewhere(here: ReadonlySet<number>): (act: SignalAct) => number {
  const hall = useHall();
  const { seen } = useActs();
  const standing = useRef(new Map<SignalAct, { id: number; speech: number }>());
  const [ended, setEnded] = useState<ReadonlyMap<SignalAct, { at: number; speech: number }>>(new Map());
  const speech = situationOf(hall.store).floor?.speech ?? 0;
  useEffect(() => {
    for (const act of BOOTH_SIGNALS) {
      const own = ownSignal(seen, act.kind);
      const before = standing.current.get(act);
      if (own) standing.current.set(act, { id: own.id, speech });
      else standing.current.delete(act);
      if (own || !before || here.has(before.id)) continue;
      // It is over with what it was about.
      if (act.kind !== SignalKind.NO_SOUND && before.speech !== speech) continue;
      setEnded((all) => new Map(all).set(act, { at: hall.clock.now(), speech }));
    }
  });
  return (act) => {
    const one = ended.get(act);
    return one && one.speech === speech && !ownSignal(seen, act.kind) ? one.at : 0;
  };
}
