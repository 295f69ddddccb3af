// Which rows are in sight, told to what shows it (the foot) without rendering the list; and which are drawn in full: those
// in sight and some beside. The others are one cell each, with their name, so that whoever listens still finds them.
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

export class SeenRows {
  first = 0;
  last = 0;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Counted from 1; the snapshot is a text, so that equal ones are the same. */
  readonly read = () => `${this.first} ${this.last}`;

  set(first: number, last: number): void {
    if (first === this.first && last === this.last) return;
    this.first = first;
    this.last = last;
    for (const listener of this.listeners) listener();
  }
}

/** So many rows at a time come to be drawn, so that not every step of a scroll renders. */
const rows_together = 8;

export interface Drawn {
  first: number;
  last: number;
}

const all: Drawn = { first: 0, last: Number.POSITIVE_INFINITY };

export function useDrawnRows(
  scroller: RefObject<HTMLElement | null>,
  row_px: number,
  line_px: number,
  count: number,
  seen: SeenRows,
): Drawn {
  const [drawn, setDrawn] = useState(all);
  const read = useCallback(() => {
    const element = scroller.current;
    // Without a layout all of them are.
    if (!element || element.clientHeight === 0) return;
    const from = element.scrollTop / row_px;
    const to = (element.scrollTop + element.clientHeight - line_px) / row_px;
    seen.set(Math.min(count, Math.ceil(from - 0.1) + 1), Math.min(count, Math.floor(to + 0.1)));
    const first = Math.max(0, Math.floor(from / rows_together - 1) * rows_together);
    const last = (Math.ceil(to / rows_together) + 1) * rows_together;
    setDrawn((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, [scroller, row_px, line_px, count, seen]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    read();
    element.addEventListener("scroll", read, { passive: true });
    const observer = typeof ResizeObserver === "undefined" ? undefined : new ResizeObserver(read);
    observer?.observe(element);
    return () => {
      element.removeEventListener("scroll", read);
      observer?.disconnect();
    };
  }, [scroller, read]);
  return drawn;
}
