// The keys that move the paragraph. They are silent while a menu is open or a field has the focus.
import { useEffect, useRef } from "react";

const ELSEWHERE = "input, textarea, select, [role='menu'], [role='listbox'], [role='dialog']";
const STEPS: Record<string, 1 | -1> = {
  ArrowDown: 1,
  ArrowRight: 1,
  PageDown: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageUp: -1,
};

export function useStepKeys(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      if (!by || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(ELSEWHERE) || target.closest("[aria-haspopup]")) return;
      event.preventDefault();
      // A key that is held down would run through the text, which everybody follows.
      if (!event.repeat) latest.current(by);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
