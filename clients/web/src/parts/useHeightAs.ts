// How high something is, for what stands over or under it.
import { type RefCallback, useCallback } from "react";

/** A ref for what is measured while `on`: its height in pixels is the property `name` of the document. */
export function useHeightAs<Of extends HTMLElement>(name: `--${string}`, on = true): RefCallback<Of> {
  return useCallback(
    (element: Of | null) => {
      if (!element || !on || typeof ResizeObserver === "undefined") return;
      const { style } = document.documentElement;
      const tell = () => style.setProperty(name, `${element.offsetHeight}px`);
      const observer = new ResizeObserver(tell);
      observer.observe(element, { box: "border-box" });
      tell();
      return () => {
        observer.disconnect();
        style.removeProperty(name);
      };
    },
    [name, on],
  );
}
