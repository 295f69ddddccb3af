// Where the focus is when nothing has it: with the large button, so that the space bar always does what comes next. Nobody
// who writes, or who is in a dialog or a menu, is taken away from it.
import { useEffect, useRef } from "react";
import { useSteady } from "../../parts/useSteady";
import { useActs } from "../../shared/acts/useActs";
import { type DialogOpen, useConsole } from "./console";

const MAIN = "[data-main]";
const OVER_THE_SCREEN = "[role='dialog'], [role='menu'], [role='listbox']";

const nothingFocused = () => !document.activeElement || document.activeElement === document.body;

/** Whether there was something to focus, which took it. */
export function focusOn(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  return found !== null && document.activeElement === found;
}

export const somethingIsOver = () => document.querySelector(OVER_THE_SCREEN) !== null;

export function focusMainIfNothing(): void {
  if (nothingFocused() && !somethingIsOver()) focusOn(MAIN);
}

/** As the screen opens, be it after the sign-in or after a reload. */
export function useFocusAtFirst(ready: boolean): void {
  useEffect(() => {
    if (ready) focusMainIfNothing();
  }, [ready]);
}

/**
 * After a form or the sheet of keys: where what had the focus before is gone, to the row that the form was about, wherever
 * that is now, and else to the large button.
 */
export function useFocusAfterDialog(dialog: DialogOpen | undefined): void {
  useEffect(() => {
    if (!dialog) return;
    const entry = dialog.kind === "move" || dialog.kind === "correct" ? dialog.entry : undefined;
    const focus = () => {
      if (nothingFocused() && entry !== undefined) focusOn(`[data-entry="${entry}"]`);
      focusMainIfNothing();
    };
    // Behind the form's own attempt, in the frame after it has closed.
    return () => void requestAnimationFrame(() => requestAnimationFrame(focus));
  }, [dialog]);
}

/** What is open over the list makes way for the panel that was chosen in it. */
export function useLeaveDrawer(): () => void {
  const { draw } = useConsole();
  return () => {
    // Before it goes, for it gives the focus it has back to what has opened it.
    focusOn(MAIN);
    draw(undefined);
    // There may be a next act on that panel alone.
    requestAnimationFrame(() => void focusOn(MAIN));
  };
}

/** The programme makes way for the list of the panel that was opened in it. */
export function useLeaveOnceOpened(): void {
  const leave = useSteady(useLeaveDrawer());
  const { latest } = useActs().book;
  const before = useRef(latest);
  useEffect(() => {
    const fresh = latest !== before.current;
    before.current = latest;
    if (fresh && latest?.act.case === "openPanel") leave();
  }, [latest, leave]);
}
