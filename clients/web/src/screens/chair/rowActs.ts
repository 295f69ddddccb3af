// What can be done with one row. The functions stay the same between renders, so that rows need no new rendering.
import { useEffect, useMemo, useRef } from "react";
import type { Offer } from "../../shared/acts/act";
import { moveEntry } from "../../shared/acts/table/entries";
import { useActs } from "../../shared/acts/useActs";
import { placeWhenDropped } from "./model";
import { useSayUnsent } from "./said";

export interface RowActs {
  /** A row of the table, on this entry. Keys rest a moment after one; without a line it is said that nothing was sent. */
  press(of: Offer<number>, entry: number, by?: "key"): void;
  drop(entry: number, target: number, position: "before" | "after"): void;
  /** Takes away the refusal that shows at the row. */
  dismiss(entry: number): void;
}

export function useRowActs(): RowActs {
  const acts = useActs();
  const sayUnsent = useSayUnsent();
  const latest = useRef({ ...acts, sayUnsent });
  useEffect(() => {
    latest.current = { ...acts, sayUnsent };
  });
  return useMemo<RowActs>(
    () => ({
      press(of, entry, by) {
        const { takes, press, sayUnsent } = latest.current;
        if (takes(of)) press(of, entry, { at: `entry/${entry}`, byRowKey: by === "key" });
        else sayUnsent(of);
      },
      drop(entry, target, position) {
        const { press, seen } = latest.current;
        const place = placeWhenDropped(seen.order, entry, target, position);
        press(moveEntry, { entry, place }, { at: `entry/${entry}` });
      },
      dismiss: (entry) => latest.current.book.dismiss(`entry/${entry}`),
    }),
    [],
  );
}
