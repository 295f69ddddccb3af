// Keys that act: a key does the first row of the table that has it and is offered.
import { shortcutOf, useShortcuts } from "../../parts/shortcuts";
import type { Local, Offer, Row } from "./act";
import { useActs } from "./useActs";

/** What the screen does by itself; each says whether it did something. */
export type Locals = { readonly [Name in Local]?: () => boolean };

/** `idle` is told of a key that does nothing because no act is taken now, and which act that was. */
export function useActKeys(
  rows: readonly Row[],
  locals: Locals,
  keyOf = shortcutOf,
  idle?: (untaken: Row) => void,
): void {
  const acts = useActs();
  useShortcuts((key) => {
    const meant = rows.filter((row) => acts.reach(row).keys?.includes(key));
    if (meant.some(does)) return true;
    // Of several with one key, the one that it would have done.
    const untaken = meant.some((row) => acts.takes(row)) ? undefined : (meant.find(isOffered) ?? meant[0]);
    if (untaken) idle?.(untaken);
    return false;
  }, keyOf);

  function isOffered(row: Row): boolean {
    return acts.offers(row as Offer<unknown>, row.of?.(acts.seen));
  }

  function does(row: Row): boolean {
    if (!row.local) return acts.pressKey(row);
    return (acts.takes(row) && locals[row.local]?.()) ?? false;
  }
}
