// How wide something is, read when it changes and at no other time.
import { type RefCallback, type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { forgetMeasured } from "./fit";

/**
 * `ref` is for what is measured, which may come later than what asks, go, and come again: `of` is kept in step with it. The
 * width is 0 before it is known, and where there is no layout. The last number turns when the fonts have come.
 */
export function useWidth<Of extends HTMLElement>(
  of: RefObject<Of | null>,
): readonly [ref: RefCallback<Of>, width: number, fonts: number] {
  const [width, setWidth] = useState(0);
  const [fonts, turn] = useState(0);
  const ref = useCallback(
    (element: Of | null) => {
      of.current = element;
      if (!element || typeof ResizeObserver === "undefined") return;
      unit = undefined;
      setWidth(element.clientWidth);
      const observer = new ResizeObserver(([entry]) => {
        unit = undefined;
        if (entry) setWidth(Math.floor(entry.contentRect.width));
      });
      observer.observe(element);
      return () => {
        of.current = null;
        observer.disconnect();
      };
    },
    [of],
  );
  useLayoutEffect(() => {
    const come = () => {
      forgetMeasured();
      turn((count) => count + 1);
    };
    document.fonts?.addEventListener?.("loadingdone", come);
    return () => document.fonts?.removeEventListener?.("loadingdone", come);
  }, []);
  return [ref, width, fonts];
}

/** Asked anew where widths are: with other letters nothing is as wide as before. */
let unit: number | undefined;

/** Sizes are said at sixteen pixels; who reads with larger letters has all of them larger. */
export function rem(): number {
  if (typeof getComputedStyle !== "function") return 1;
  unit ??= (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
  return unit;
}
