// Where on the screen an act was pressed: what is under way there, why the last one there was refused, and what was just
// done with its inverse. An act that is still unanswered is not sent a second time by a second press.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { HallView, Outcome } from "../../sync/hall";
import type { Sent } from "../hall";

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

/**
 * For so long after the floor was given, another press of the same sort (for the next; on a row) is taken for the same
 * one: two quick presses mean one speaker, and between them the list, and the focus with it, has moved on.
 */
export const GIVE_REST_MS = 800;

export interface Places {
  busy: ReadonlySet<Place>;
  refusals: ReadonlyMap<Place, Refusal>;
  done: Done | undefined;
  /** Undefined where a press was taken for one that is under way. */
  send(place: Place, sent: Sent, undoable?: Undoable): Promise<Outcome | undefined>;
  dismiss(place: Place): void;
  forgetDone(): void;
}

const ofTheList = (place: Place) => place === "list" || place.startsWith("entry/");

export function usePlaces(hall: HallView): Places {
  const [busy, setBusy] = useState<ReadonlySet<Place>>(new Set());
  const [refusals, setRefusals] = useState<ReadonlyMap<Place, Refusal>>(new Map());
  const [done, setDone] = useState<Done | undefined>();
  const underWay = useRef(new Map<string, Place>());
  const restsUntil = useRef(new Map<string, number>());
  const ids = useRef(0);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const dismiss = useCallback((place: Place) => {
    setRefusals((all) => without(all, (other) => other === place));
  }, []);
  const forgetDone = useCallback(() => setDone(undefined), []);

  const send = useCallback(
    async (place: Place, sent: Sent, undoable?: Undoable): Promise<Outcome | undefined> => {
      const gives = sent.act.case === "giveFloor";
      const key = gives ? "giveFloor" : JSON.stringify(sent.act);
      // Time is added as often as it is pressed; everything else is meant once.
      const once = sent.act.case !== "addTime";
      if (once && underWay.current.has(key)) return undefined;
      const sort = place.startsWith("entry/") ? "row" : place;
      if (gives && performance.now() < (restsUntil.current.get(sort) ?? 0)) return undefined;
      const slot = once ? key : `${key} ${ids.current++}`;
      underWay.current.set(slot, place);
      setBusy(new Set(underWay.current.values()));
      setRefusals((all) => without(all, (other) => other === place));

      const outcome = await hall.act(sent.act, sent.expects);

      underWay.current.delete(slot);
      if (outcome.ok && gives) restsUntil.current.set(sort, performance.now() + GIVE_REST_MS);
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
            const taken = await send(where, each);
            if (!taken?.ok) return;
          }
        };
        return { id, where, words, inverse: { label, take: () => void take() } };
      }
    },
    [hall],
  );

  return useMemo(
    () => ({ busy, refusals, done, send, dismiss, forgetDone }),
    [busy, refusals, done, send, dismiss, forgetDone],
  );
}

function without(all: ReadonlyMap<Place, Refusal>, drop: (place: Place) => boolean): ReadonlyMap<Place, Refusal> {
  const kept = [...all].filter(([place]) => !drop(place));
  return kept.length === all.size ? all : new Map(kept);
}
