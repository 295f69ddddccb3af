// Rows that change places slide there, and the focus stays with the row it was on: the browser drops it from an element
// that is moved in the document.
import { type RefObject, useEffect } from "react";

const SLIDE_MS = 200;

export function useSlidingRows(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const still = typeof matchMedia === "function" ? matchMedia("(prefers-reduced-motion: reduce)") : undefined;
    let places = placesOf(element);
    let focused: HTMLElement | undefined;

    const follow = (event: FocusEvent) => {
      focused = event.target instanceof HTMLElement && element.contains(event.target) ? event.target : undefined;
    };
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && !element.contains(event.target)) focused = undefined;
    };
    const observer = new MutationObserver(() => {
      const before = places;
      places = placesOf(element);
      if (still?.matches === false) slide(element, before, places);
      if (focused?.isConnected && document.activeElement === document.body) focused.focus({ preventScroll: true });
    });
    observer.observe(element, { childList: true, subtree: true });
    document.addEventListener("focusin", follow);
    document.addEventListener("pointerdown", leave);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", follow);
      document.removeEventListener("pointerdown", leave);
    };
  }, [list]);
}

function rowsIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-entry]")];
}

function placesOf(list: HTMLElement): Map<string, number> {
  return new Map(rowsIn(list).map((row) => [row.dataset.entry ?? "", row.offsetTop]));
}

function slide(list: HTMLElement, before: Map<string, number>, after: Map<string, number>): void {
  const top = list.scrollTop - list.clientHeight;
  const bottom = list.scrollTop + 2 * list.clientHeight;
  for (const row of rowsIn(list)) {
    const from = before.get(row.dataset.entry ?? "");
    const to = after.get(row.dataset.entry ?? "") ?? 0;
    if (from === undefined || from === to || to < top || to > bottom) continue;
    row.animate([{ transform: `translateY(${from - to}px)` }, { transform: "none" }], {
      duration: SLIDE_MS,
      easing: "ease-out",
    });
  }
}
