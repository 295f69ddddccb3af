// What can be done with one row. The functions stay the same between renders, so that rows need no new rendering.
import { useEffect, useMemo, useRef } from "react";
import { useLocalized, useText } from "../../i18n";
import { type Action, giveFloor, moveEntry, recordNoShow, removeEntry, skipEntry } from "./actions";
import { nameOfEntry, useDesk } from "./desk";
import { placeWhenDropped } from "./model";
import type { Undoable } from "./places";

/** How an act of a row was chosen; keys rest a moment after one. */
export type Chosen = "key" | undefined;

export interface RowActs {
  giveFloor(entry: number, by?: Chosen): void;
  /** To a place counted from 1. */
  moveTo(entry: number, place: number): void;
  /** By so many places; negative is towards the head. */
  moveBy(entry: number, places: number): void;
  drop(entry: number, target: number, position: "before" | "after"): void;
  askPlace(entry: number): void;
  noShow(entry: number, by?: Chosen): void;
  remove(entry: number, by?: Chosen): void;
  skip(entry: number, by?: Chosen): void;
  /** Takes away the refusal that shows at the row. */
  dismiss(entry: number): void;
}

export function useRowActs(): RowActs {
  const t = useText();
  const localize = useLocalized();
  const desk = useDesk();
  const latest = useRef({ desk, t, localize });
  useEffect(() => {
    latest.current = { desk, t, localize };
  });
  return useMemo<RowActs>(() => {
    const moveTo = (entry: number, place: number) => {
      const { context, places, live } = latest.current.desk;
      const to = { entry, place };
      if (live && moveEntry.available(context, to)) void places.send(`entry/${entry}`, moveEntry.command(context, to));
    };
    const withInverse = (action: Action<number>, entry: number, by: Chosen) => {
      const { desk, t, localize } = latest.current;
      const { context, places, live } = desk;
      const { inverse } = action;
      if (!live || !action.available(context, entry) || !inverse) return;
      const name = nameOfEntry(context.view, context.view.entry(entry), localize);
      const undoable: Undoable = {
        where: "list",
        words: t(inverse.done, { name }),
        label: t(inverse.label),
        inverse: (now) => inverse.commands(context, entry, now),
      };
      void places.send(`entry/${entry}`, action.command(context, entry), undoable, by);
    };
    return {
      moveTo,
      giveFloor(entry, by) {
        const { context, places, live } = latest.current.desk;
        if (live && giveFloor.available(context, entry)) {
          void places.send(`entry/${entry}`, giveFloor.command(context, entry), undefined, by);
        }
      },
      moveBy(entry, by) {
        const at = latest.current.desk.context.order.indexOf(entry);
        if (at >= 0) moveTo(entry, at + 1 + by);
      },
      drop(entry, target, position) {
        moveTo(entry, placeWhenDropped(latest.current.desk.context.order, entry, target, position));
      },
      askPlace(entry) {
        latest.current.desk.open({ kind: "move", entry });
      },
      noShow: (entry, by) => withInverse(recordNoShow, entry, by),
      remove: (entry, by) => withInverse(removeEntry, entry, by),
      skip: (entry, by) => withInverse(skipEntry, entry, by),
      dismiss: (entry) => latest.current.desk.places.dismiss(`entry/${entry}`),
    };
  }, []);
}
