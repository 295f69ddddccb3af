// How wide something is, read when it changes and at no other time.
import { type RefObject, useLayoutEffect, useState } from "react";
import { forgetMeasured } from "./fit";

/** 0 before it is known, and where there is no layout. The second number turns when the fonts have come. */
export function useWidth(of: RefObject<HTMLElement | null>): readonly [width: number, fonts: number] {
  const [width, setWidth] = useState(0);
  const [fonts, turn] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    unit = undefined;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(([entry]) => {
      unit = undefined;
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  useLayoutEffect(() => {
    const come = () => {
      forgetMeasured();
      turn((count) => count + 1);
    };
    document.fonts?.addEventListener?.("loadingdone", come);
    return () => document.fonts?.removeEventListener?.("loadingdone", come);
  }, []);
  return [width, fonts];
}

/** Asked anew where widths are: with other letters nothing is as wide as before. */
let unit: number | undefined;

/** Sizes are said at sixteen pixels; who reads with larger letters has all of them larger. */
export function rem(): number {
  if (typeof getComputedStyle !== "function") return 1;
  unit ??= (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
  return unit;
}
