// What this screen has asked and has no answer to, once that has lasted.
import { useEffect, useRef, useState } from "react";
import type { Unanswered } from "../../sync/hall";
import { useHall } from "../hall";
import { ledgerWords } from "../LedgerLine";

/** An answer that comes by then needs no word before. */
export const moment_ms = 1_500;

/** Oldest first. None while the screen tells of all of them that the ledger does not stand well. */
export function useUnanswered(): readonly Unanswered[] {
  const hall = useHall();
  const lasting = useLasting(hall.unanswered.map(({ id }) => id));
  return ledgerWords(hall) ? [] : hall.unanswered.filter(({ id }) => lasting.has(id));
}

/** Those that have been here for a moment. */
function useLasting(ids: readonly string[]): ReadonlySet<string> {
  const [lasting, setLasting] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const here = ids.join(" ");
  useEffect(() => {
    const known = timers.current;
    const now = new Set(here.split(" ").filter(Boolean));
    for (const id of [...known.keys()].filter((each) => !now.has(each))) {
      clearTimeout(known.get(id));
      known.delete(id);
    }
    const last = (id: string) => setLasting((before) => new Set([...before].filter((each) => known.has(each))).add(id));
    for (const id of now) if (!known.has(id)) known.set(id, setTimeout(last, moment_ms, id));
  }, [here]);
  useEffect(() => {
    const known = timers.current;
    return () => {
      for (const timer of known.values()) clearTimeout(timer);
      known.clear();
    };
  }, []);
  return lasting;
}
