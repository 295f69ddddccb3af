// Single keys for acts. They are silent while somebody types, while a dialog or a menu is open, while a row is being
// dragged, and where the key belongs to the control that has the focus.
import { useEffect, useRef } from "react";

const TYPES = "input, textarea, select, [contenteditable='true'], [role='combobox'], [role='textbox']";
const OVER_THE_SCREEN = "[role='dialog'], [role='alertdialog'], [role='menu'], [role='listbox'], [data-dragging]";
const PRESSED_BY_SPACE = "button, a[href], summary, [role='button'], [role='checkbox'], [role='radio'], [role='link']";
const DIGIT_KEY = /^(?:Digit|Numpad)(\d)$/;

/** The key of a shortcut as it is listed ("E", " ", "?"), or undefined where the press means something else. */
export function shortcutOf(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.repeat || event.isComposing) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key.length !== 1) return undefined;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(TYPES) || document.querySelector(OVER_THE_SCREEN)) return undefined;
  if (event.key === " " && target.closest(PRESSED_BY_SPACE)) return undefined;
  return event.key.toUpperCase();
}

/** The same, but digits wherever the keyboard has them: a French one writes "&" where "1" is printed. */
export function digitShortcutOf(event: KeyboardEvent): string | undefined {
  const key = shortcutOf(event);
  const printed = event.shiftKey ? undefined : DIGIT_KEY.exec(event.code)?.[1];
  return key && (printed ?? key);
}

/**
 * The keys of a console (WCAG 2.1.4): letters act with Shift alone, so that a slip or a word typed does nothing; "Ctrl+Z";
 * signs and the keys with a name. Space belongs to what has the focus.
 */
export function consoleKeyOf(event: KeyboardEvent): string | undefined {
  if (event.key === "F6" && !event.defaultPrevented && !document.querySelector(OVER_THE_SCREEN)) return "F6";
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toUpperCase() === "Z") {
    const typed = event.target instanceof Element && event.target.closest(TYPES);
    return typed || event.defaultPrevented || event.repeat || document.querySelector(OVER_THE_SCREEN)
      ? undefined
      : "Ctrl+Z";
  }
  const key = shortcutOf(event);
  if (key === undefined || key === " " || /^\d$/.test(key)) return undefined;
  if (!/^\p{L}$/u.test(key)) return key;
  return event.shiftKey ? `Shift+${key}` : undefined;
}

/** `press` says whether it did something with the key; only then the browser does nothing with it. */
export function useShortcuts(press: (key: string) => boolean, keyOf = shortcutOf): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key !== undefined && latest.current(key)) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [keyOf]);
}
