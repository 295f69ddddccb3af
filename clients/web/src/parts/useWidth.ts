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
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
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
