// Rows that change places slide there. Where they stood is known from their order: nothing is laid out to ask. Where places
// change again before they are there, they are put there at once: what moves all the time shows nothing.
import { type RefObject, useLayoutEffect, useRef } from "react";

const slide_ms = 200;

export function useSlidingRows(list: RefObject<HTMLElement | null>, order: readonly number[], row_px: number): void {
  const before = useRef(order);
  const sliding = useRef<readonly Animation[]>([]);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = order;
    if (was === order || !list.current || still()) return;
    const under = sliding.current.filter(({ playState }) => playState === "running");
    sliding.current = [];
    if (under.length > 0) {
      for (const slide of under) slide.cancel();
      return;
    }
    sliding.current = slideAll(list.current, placesOf(was), placesOf(order), row_px);
  }, [list, order, row_px]);
}

const placesOf = (order: readonly number[]) => new Map(order.map((entry, index) => [entry, index]));

/** Those that are in the page. */
function slideAll(
  list: HTMLElement,
  from: ReadonlyMap<number, number>,
  to: ReadonlyMap<number, number>,
  row_px: number,
): Animation[] {
  return [...list.querySelectorAll<HTMLElement>("[data-entry]")].flatMap((row) => {
    const entry = Number(row.dataset.entry);
    const [was, is] = [from.get(entry), to.get(entry)];
    if (was === undefined || is === undefined || was === is || !row.animate) return [];
    const path = [{ transform: `translateY(${(was - is) * row_px}px)` }, { transform: "none" }];
    return [row.animate(path, { duration: slide_ms, easing: "ease-out" })];
  });
}

function still(): boolean {
  return typeof matchMedia !== "function" || matchMedia("(prefers-reduced-motion: reduce)").matches;
}
