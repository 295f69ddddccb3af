// Where on the screen an act was pressed: what is under way there, why the last one there was refused, and what was just
// done with its inverse. An act that is still unanswered is not sent a second time by a second press.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Sent } from "../../shared/hall";
import type { HallView, Outcome } from "../../sync/hall";

export type Place = "next" | "floor" | "list" | "panellists" | "programme" | "points" | "booths" | `entry/${number}`;

export interface Refusal {
  code: string;
  details: Record<string, string>;
}

/** What was done, told where it was done, for as long as it can be taken back. */
export interface Done {
  id: number;
  where: "list" | "programme" | "points";
  words: string;
  inverse: { label: string; take: () => void };
}

export interface Undoable {
  where: Done["where"];
  words: string;
  label: string;
  /** What takes it back from `now` on, one after the other as long as each is accepted. */
  inverse: (now: number) => readonly Sent[];
}

/** Where another quick press would do another act: what stands there changes as an act is done. */
export type Resting = "next" | "programme" | "row keys";

/**
 * For so long after an act was done there, or after another act has come to stand there, a press is taken for the one
 * before: nothing is done, and that is said.
 */
export const REST_MS = 1_000;

export interface Places {
  busy: ReadonlySet<Place>;
  refusals: ReadonlyMap<Place, Refusal>;
  done: Done | undefined;
  rests: ReadonlySet<Resting>;
  /** Where a press was held back, until the rest there is over. */
  held: ReadonlySet<Resting>;
  /** Undefined where a press was taken for one before. Row keys rest together, whichever row they are pressed on. */
  send(place: Place, sent: Sent, undoable?: Undoable, by?: "key"): Promise<Outcome | undefined>;
  /** Another act has come to stand there. */
  rest(where: Resting): void;
  /** Whether a press there does nothing yet; it is then said. */
  holds(where: Resting): boolean;
  dismiss(place: Place): void;
  forgetDone(): void;
}

function restOf(place: Place, by: "key" | undefined): Resting | undefined {
  if (place === "next" || place === "programme") return place;
  return by === "key" && place.startsWith("entry/") ? "row keys" : undefined;
}

const ofTheList = (place: Place) => place === "list" || place.startsWith("entry/");

export function usePlaces(hall: HallView): Places {
  const [busy, setBusy] = useState<ReadonlySet<Place>>(new Set());
  const [refusals, setRefusals] = useState<ReadonlyMap<Place, Refusal>>(new Map());
  const [done, setDone] = useState<Done | undefined>();
  const underWay = useRef(new Map<string, Place>());
  const ids = useRef(0);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const { rests, held, rest, holds } = useRests();
  const dismiss = useCallback((place: Place) => {
    setRefusals((all) => without(all, (other) => other === place));
  }, []);
  const forgetDone = useCallback(() => setDone(undefined), []);

  const deliver = useCallback(
    async (place: Place, sent: Sent, undoable?: Undoable): Promise<Outcome | undefined> => {
      const gives = sent.act.case === "giveFloor";
      const key = gives ? "giveFloor" : JSON.stringify(sent.act);
      // Time is added as often as it is pressed; everything else is meant once.
      const once = sent.act.case !== "addTime";
      if (once && underWay.current.has(key)) return undefined;
      const slot = once ? key : `${key} ${ids.current++}`;
      underWay.current.set(slot, place);
      setBusy(new Set(underWay.current.values()));
      setRefusals((all) => without(all, (other) => other === place));

      const outcome = await hall.act(sent.act, sent.expects);

      underWay.current.delete(slot);
      if (!here.current) return outcome;
      setBusy(new Set(underWay.current.values()));
      if (!outcome.ok) {
        setRefusals((all) => new Map(all).set(place, { code: outcome.code, details: outcome.details }));
        return outcome;
      }
      if (ofTheList(place)) setRefusals((all) => without(all, ofTheList));
      if (gives) setRefusals((all) => without(all, (other) => other === "next" || other === "panellists"));
      if (undoable) setDone(made(undoable));
      return outcome;

      function made({ where, words, label, inverse }: Undoable): Done {
        const id = ++ids.current;
        const take = async () => {
          setDone((now) => (now?.id === id ? undefined : now));
          for (const each of inverse(hall.clock.now())) {
            const taken = await deliver(where, each);
            if (!taken?.ok) return;
          }
        };
        return { id, where, words, inverse: { label, take: () => void take() } };
      }
    },
    [hall],
  );

  const send = useCallback(
    async (place: Place, sent: Sent, undoable?: Undoable, by?: "key"): Promise<Outcome | undefined> => {
      const where = restOf(place, by);
      if (where && holds(where)) return undefined;
      const outcome = await deliver(place, sent, undoable);
      if (where && outcome?.ok) rest(where);
      return outcome;
    },
    [deliver, holds, rest],
  );

  return useMemo(
    () => ({ busy, refusals, done, rests, held, send, rest, holds, dismiss, forgetDone }),
    [busy, refusals, done, rests, held, send, rest, holds, dismiss, forgetDone],
  );
}

const nowhere: ReadonlySet<Resting> = new Set();

function useRests(): Pick<Places, "rests" | "held" | "rest" | "holds"> {
  const timers = useRef(new Map<Resting, ReturnType<typeof setTimeout>>());
  const [rests, setRests] = useState(nowhere);
  const [held, setHeld] = useState(nowhere);
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    };
  }, []);
  const rest = useCallback((where: Resting) => {
    const over = () => {
      timers.current.delete(where);
      setRests(new Set(timers.current.keys()));
      setHeld((all) => (all.has(where) ? new Set([...all].filter((each) => each !== where)) : all));
    };
    clearTimeout(timers.current.get(where));
    timers.current.set(where, setTimeout(over, REST_MS));
    setRests(new Set(timers.current.keys()));
  }, []);
  const holds = useCallback((where: Resting) => {
    if (!timers.current.has(where)) return false;
    setHeld((all) => new Set(all).add(where));
    return true;
  }, []);
  return { rests, held, rest, holds };
}

function without(all: ReadonlyMap<Place, Refusal>, drop: (place: Place) => boolean): ReadonlyMap<Place, Refusal> {
  const kept = [...all].filter(([place]) => !drop(place));
  return kept.length === all.size ? all : new Map(kept);
}
