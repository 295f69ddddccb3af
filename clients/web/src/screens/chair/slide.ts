// Rows that change places slide there. Where they stood is known from their order: nothing is laid out to ask.
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Drawn } from "./seenRows";

const slide_ms = 200;

export function useSlidingRows(
  list: RefObject<HTMLElement | null>,
  order: readonly number[],
  row_px: number,
  drawn: Drawn,
): void {
  const before = useRef(order);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = order;
    if (was === order || !list.current || still()) return;
    const from = new Map(was.map((entry, index) => [entry, index]));
    const moved = new Map(order.map((entry, index) => [String(entry), (from.get(entry) ?? index) - index]));
    order.slice(drawn.first, drawn.last).forEach((entry) => {
      const rows = moved.get(String(entry)) ?? 0;
      if (rows === 0) return;
      const row = list.current?.querySelector<HTMLElement>(`[data-entry="${entry}"]`);
      row?.animate?.([{ transform: `translateY(${rows * row_px}px)` }, { transform: "none" }], {
        duration: slide_ms,
        easing: "ease-out",
      });
    });
  }, [list, order, row_px, drawn]);
}

function still(): boolean {
  return typeof matchMedia !== "function" || matchMedia("(prefers-reduced-motion: reduce)").matches;
}
