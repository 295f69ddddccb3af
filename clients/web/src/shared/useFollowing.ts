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
/** It is moved up where its beginning stands lower than this. */
const lower_part = 0.6;
const close_px = 2;

export function useFollowing(scroller: RefObject<HTMLElement | null>, { follow, of, place, layout }: Following) {
  const [away, setAway] = useState(false);
  const awayNow = useRef(false);
  const shown = useRef({ of, layout: "", place: 0 });
  const scrolling = useScrolling();

  const stray = useCallback((is: boolean) => {
    awayNow.current = is;
    setAway(is);
  }, []);

  // Before the screen is painted: a text that opens in the middle of a speech opens at its place.
  useLayoutEffect(() => {
    const box = scroller.current;
    const before = shown.current;
    shown.current = { of, layout, place };
    const moved = before.of === of && before.layout === layout && before.place !== place;
    if (before.of !== of) stray(false);
    if (!box || !follow || awayNow.current) return;
    scrolling.to(box, place, moved);
  }, [scroller, follow, of, place, layout, scrolling, stray]);

  useEffect(() => {
    const box = scroller.current;
    if (!box || !follow) return;
    return listen(box, {
      byHand: scrolling.byHand,
      scrolled: () => {
        if (!scrolling.onItsWay(box)) stray(!inSight(box, shown.current.place));
      },
      resized: (laidAnew) => {
        // Where only the frame was made lower or higher, what is read stays where the eye has it.
        const stays = !laidAnew && begins(box, shown.current.place);
        if (!awayNow.current && !stays) scrolling.to(box, shown.current.place, false);
      },
    });
  }, [scroller, follow, scrolling, stray]);

  const goBack = useCallback(() => {
    stray(false);
    // The button goes: the keyboard stays in the text.
    scroller.current?.focus({ preventScroll: true });
    if (scroller.current) scrolling.to(scroller.current, shown.current.place, true);
  }, [scroller, scrolling, stray]);

  return { away: away && follow, goBack };
}

/** The scrolling that is begun from here, told from that by hand. */
function useScrolling() {
  const [scrolling] = useState(() => {
    /** Where it ends; undefined: none is under way. */
    let aim: number | undefined;
    let lastGap = Number.POSITIVE_INFINITY;
    return {
      to(box: HTMLElement, number: number, smoothly: boolean) {
        const target = targetOf(box, number);
        const gap = Math.abs(box.scrollTop - target);
        aim = gap <= close_px ? undefined : target;
        if (aim === undefined) return;
        lastGap = gap;
        if (smoothly && movesGently()) box.scrollTo({ top: target, behavior: "smooth" });
        else box.scrollTop = target;
      },
      byHand() {
        aim = undefined;
      },
      /** Whether it still comes nearer to where it ends. */
      onItsWay(box: HTMLElement): boolean {
        if (aim === undefined) return false;
        const gap = Math.abs(box.scrollTop - aim);
        const nearer = gap <= lastGap + close_px;
        lastGap = gap;
        if (gap <= close_px || !nearer) aim = undefined;
        return nearer;
      },
    };
  });
  return scrolling;
}

type Listening = { byHand: () => void; scrolled: () => void; resized: (laidAnew: boolean) => void };

/** Returns what ends it. */
function listen(box: HTMLElement, { byHand, scrolled, resized }: Listening): () => void {
  const pressed = (event: PointerEvent) => {
    // On the scroll bar: a press on the text itself scrolls nothing.
    if (event.target === box) byHand();
  };
  const typed = (event: KeyboardEvent) => {
    // A key that somebody has taken scrolls nothing.
    if (!event.defaultPrevented && scrolling_keys.has(event.key)) byHand();
  };
  const ends = new AbortController();
  const { signal } = ends;
  box.addEventListener("scroll", scrolled, { passive: true, signal });
  box.addEventListener("scrollend", byHand, { signal });
  box.addEventListener("wheel", byHand, { passive: true, signal });
  box.addEventListener("touchmove", byHand, { passive: true, signal });
  box.addEventListener("pointerdown", pressed, { signal });
  box.addEventListener("keydown", typed, { signal });
  let laid = -1;
  const measured = () => {
    const before = laid;
    laid = box.firstElementChild?.clientHeight ?? 0;
    resized(laid !== before);
  };
  const sizes = typeof ResizeObserver === "function" ? new ResizeObserver(measured) : undefined;
  sizes?.observe(box);
  for (const child of box.children) sizes?.observe(child);
  return () => {
    ends.abort();
    sizes?.disconnect();
  };
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

/** Of the place reached, the first lines are in sight; where none is reached, what stands there stays. */
function begins(box: HTMLElement, number: number): boolean {
  const place = placeOf(box, number);
  const top = place ? place.offsetTop - box.scrollTop : 0;
  return top >= 0 && top < box.clientHeight * lower_part;
}

function movesGently(): boolean {
  return typeof window.matchMedia === "function" && !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
