// Keys that step through a text, by the table too.
import { useEffect, useRef } from "react";
import type { Offer } from "./act";
import { useActs } from "./useActs";

const ELSEWHERE = [
  "input",
  "textarea",
  "select",
  "[role='menu']",
  "[role='listbox']",
  "[role='dialog']",
  "[role='radiogroup']",
  "[aria-haspopup]",
].join(", ");

/** Silent where what has the focus needs the key itself; before what scrolls by it, which then leaves it alone. */
export function useStepKeys(rows: readonly [row: Offer, step: () => void][]): void {
  const { reach } = useActs();
  const latest = useRef<(key: string) => (() => void) | undefined>(() => undefined);
  useEffect(() => {
    latest.current = (key) => rows.find(([row]) => reach(row).keys?.includes(key))?.[1];
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const step = latest.current(event.key);
      if (!step || takesKeys(event.target, event.key)) return;
      event.preventDefault();
      // A key that is held down would run through the text, which everybody follows.
      if (!event.repeat) step();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, []);
}

/** What has the focus and needs the key itself: fields, choices, and the space bar on a button. */
function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(ELSEWHERE) !== null || (key === " " && target.closest("button") !== null);
}
