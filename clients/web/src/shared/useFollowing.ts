// Keeps the place reached in view while the reader lets it. Scrolling by hand until that place is out of sight stops it;
// scrolling back to it, or `goBack`, starts it again. What is scrolled from here does not count as by hand.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

type Following = {
  follow: boolean;
  /** What the places are of: another one is followed from its start. */
  of: string;
  /** The number of the place, as in its data-paragraph; 0: none yet. */
  place: number;
  /** Changes whenever the places may lie elsewhere. */
  layout: string;
};

/** The place reached stands so far down the height of what scrolls: what comes next is in sight. */
const upper_part = 0.2;
const close_px = 2;

export function useFollowing(scroller: RefObject<HTMLElement | null>, { follow, of, place, layout }: Following) {
  const [away, setAway] = useState(false);
  /** Where the scrolling that was begun from here ends; undefined: none is under way. */
  const aim = useRef<number | undefined>(undefined);
  const lastGap = useRef(Number.POSITIVE_INFINITY);
  const awayNow = useRef(false);
  const shownOf = useRef(of);
  const shownLayout = useRef("");
  const shownPlace = useRef(0);

  const stray = useCallback((is: boolean) => {
    awayNow.current = is;
    setAway(is);
  }, []);

  const scrollTo = useCallback((box: HTMLElement, number: number, smoothly: boolean) => {
    const target = targetOf(box, number);
    if (Math.abs(box.scrollTop - target) <= close_px) {
      aim.current = undefined;
      return;
    }
    aim.current = target;
    lastGap.current = Math.abs(box.scrollTop - target);
    if (smoothly && movesGently()) box.scrollTo({ top: target, behavior: "smooth" });
    else box.scrollTop = target;
  }, []);

  // Before the screen is painted: a text that opens in the middle of a speech opens at its place.
  useLayoutEffect(() => {
    const box = scroller.current;
    const moved = shownOf.current === of && shownLayout.current === layout && shownPlace.current !== place;
    if (shownOf.current !== of) stray(false);
    shownOf.current = of;
    shownLayout.current = layout;
    shownPlace.current = place;
    if (!box || !follow || awayNow.current) return;
    scrollTo(box, place, moved);
  }, [scroller, follow, of, place, layout, scrollTo, stray]);

  useEffect(() => {
    const box = scroller.current;
    if (!box || !follow) return;
    const byHand = () => {
      aim.current = undefined;
    };
    const scrolled = () => {
      if (aim.current !== undefined) {
        const gap = Math.abs(box.scrollTop - aim.current);
        const nearer = gap <= lastGap.current + close_px;
        lastGap.current = gap;
        if (gap <= close_px) aim.current = undefined;
        if (nearer) return;
        aim.current = undefined;
      }
      stray(!inSight(box, shownPlace.current));
    };
    const resized = () => {
      if (!awayNow.current) scrollTo(box, shownPlace.current, false);
    };
    const pressed = (event: PointerEvent) => {
      // On the scroll bar: a press on the text itself scrolls nothing.
      if (event.target === box) byHand();
    };
    const typed = (event: KeyboardEvent) => {
      // A key that somebody has taken scrolls nothing.
      if (!event.defaultPrevented && scrolling_keys.has(event.key)) byHand();
    };
    box.addEventListener("scroll", scrolled, { passive: true });
    box.addEventListener("scrollend", byHand);
    box.addEventListener("wheel", byHand, { passive: true });
    box.addEventListener("touchmove", byHand, { passive: true });
    box.addEventListener("pointerdown", pressed);
    box.addEventListener("keydown", typed);
    const sizes = typeof ResizeObserver === "function" ? new ResizeObserver(resized) : undefined;
    sizes?.observe(box);
    for (const child of box.children) sizes?.observe(child);
    return () => {
      box.removeEventListener("scroll", scrolled);
      box.removeEventListener("scrollend", byHand);
      box.removeEventListener("wheel", byHand);
      box.removeEventListener("touchmove", byHand);
      box.removeEventListener("pointerdown", pressed);
      box.removeEventListener("keydown", typed);
      sizes?.disconnect();
    };
  }, [scroller, follow, scrollTo, stray]);

  const goBack = useCallback(() => {
    stray(false);
    // The button goes: the keyboard stays in the text.
    scroller.current?.focus({ preventScroll: true });
    if (scroller.current) scrollTo(scroller.current, shownPlace.current, true);
  }, [scroller, scrollTo, stray]);

  return { away: away && follow, goBack };
}

const scrolling_keys = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

function placeOf(box: HTMLElement, number: number): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-paragraph="${number}"]`);
}

function targetOf(box: HTMLElement, number: number): number {
  const place = placeOf(box, number);
  if (!place) return 0;
  const target = place.offsetTop - box.clientHeight * upper_part;
  return Math.max(0, Math.min(target, box.scrollHeight - box.clientHeight));
}

function inSight(box: HTMLElement, number: number): boolean {
  const place = placeOf(box, number) ?? placeOf(box, 1);
  if (!place) return true;
  const top = place.offsetTop - box.scrollTop;
  return top < box.clientHeight && top + place.offsetHeight > 0;
}

function movesGently(): boolean {
  return typeof window.matchMedia === "function" && !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
