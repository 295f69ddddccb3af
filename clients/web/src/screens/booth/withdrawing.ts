// A signal of this booth may have been raised by a colleague at another device, and a press may come twice: a standing one is
// withdrawn by two presses that are apart. The first is answered in words; the second counts for a while only.
import { useCallback, useEffect, useRef, useState } from "react";
import { ownSignal, type SignalAct } from "../../shared/acts/table/signals";
import { useActs } from "../../shared/acts/useActs";

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
}

export function useSignalPresses(): Pressing {
  const acts = useActs();
  const [asks, setAsks] = useState(0);
  /** Until it is over, a press is one with the press before. */
  const tooSoon = useRef(false);
  /** The signals raised at this device; 0 until the one asked for is there. */
  const here = useRef(new Map<SignalAct, number>());
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
    if (!own) here.current.set(act, 0);
    acts.press(act, undefined, { at, onRefused: () => here.current.delete(act) });
  };
  const raisedHere = (act: SignalAct) => {
    const own = ownSignal(acts.seen, act.kind)?.id ?? 0;
    if (here.current.get(act) === 0 && own) here.current.set(act, own);
    return own > 0 && here.current.get(act) === own;
  };
  return { press, asks, raisedHere };
}
