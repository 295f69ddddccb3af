// Keys that act: a key does the first row of the table that has it and is offered.
import { shortcutOf, useShortcuts } from "../../parts/shortcuts";
import type { Local, Row } from "./act";
import { useActs } from "./useActs";

/** What the screen does by itself; each says whether it did something. */
export type Locals = { readonly [Name in Local]?: () => boolean };

export function useActKeys(rows: readonly Row[], locals: Locals, keyOf = shortcutOf): void {
  const acts = useActs();
  useShortcuts((key) => rows.some((row) => acts.reach(row).keys?.includes(key) && does(row)), keyOf);

  function does(row: Row): boolean {
    if (!row.local) return acts.pressKey(row);
    return (acts.takes(row) && locals[row.local]?.()) ?? false;
  }
}
