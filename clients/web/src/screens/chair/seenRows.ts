// Which rows are in sight, told to what shows it (the foot) without rendering the list; and which are in the page: those in
// sight and some beside.
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Span } from "./windowed";

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

/** So many rows at a time come into the page, so that not every step of a scroll renders. */
const rows_together = 8;
/** Before the list has a height. */
const some: Span = { first: 0, last: 3 * rows_together };
const all: Span = { first: 0, last: Number.POSITIVE_INFINITY };

interface Drawn {
  drawn: Span;
  /** Where the list was scrolled by what acts on it: its rows are there at once. */
  look: () => void;
}

export function useDrawnRows(
  scroller: RefObject<HTMLElement | null>,
  row_px: number,
  line_px: number,
  count: number,
  seen: SeenRows,
): Drawn {
  const [drawn, setDrawn] = useState(some);
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop, clientHeight } = element;
    // Without a layout all of them are.
    if (clientHeight === 0) return setDrawn(all);
    const from = scrollTop / row_px;
    const to = (scrollTop + clientHeight - line_px) / row_px;
    seen.set(Math.min(count, Math.ceil(from - 0.1) + 1), Math.min(count, Math.floor(to + 0.1)));
    const first = Math.max(0, Math.floor(from / rows_together - 1) * rows_together);
    const last = (Math.ceil((scrollTop + clientHeight) / row_px / rows_together) + 1) * rows_together;
    setDrawn((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, [scroller, row_px, line_px, count, seen]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    look();
    // With the frame that shows the new place, not with the one after it.
    const scrolled = () => flushSync(look);
    element.addEventListener("scroll", scrolled, { passive: true });
    const observer = typeof ResizeObserver === "undefined" ? undefined : new ResizeObserver(look);
    observer?.observe(element);
    return () => {
      element.removeEventListener("scroll", scrolled);
      observer?.disconnect();
    };
  }, [scroller, look]);
  return { drawn, look };
}
