// Who speaks may have a long name, for a long list of delegations: the words are written smaller until clock and all else are
// whole. The clock gives way last.
import { type RefObject, useLayoutEffect, useRef } from "react";

const steps = [1, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48, 0.42];

/** Sets `--fit` on the element: by how much its words are smaller. Anew where the words, or the size of the screen, change. */
export function useFitting(words: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have other lengths
  useLayoutEffect(() => {
    const shrink = () => {
      const element = box.current;
      if (!element) return;
      for (const step of steps) {
        element.style.setProperty("--fit", String(step));
        const last = element.lastElementChild?.getBoundingClientRect().bottom ?? 0;
        if (last - element.getBoundingClientRect().top <= element.clientHeight + 1) return;
      }
    };
    shrink();
    // The letters of the fonts that are loaded later are wider or narrower than those before.
    void document.fonts?.ready.then(shrink);
    window.addEventListener("resize", shrink);
    return () => window.removeEventListener("resize", shrink);
  }, [words]);
  return box;
}
