// The keys of the console: letters with Shift act, "/" finds, F6 goes on to the next part of the screen; with the focus on a
// ruling, its letter rules. Those that are characters can be switched off; while the line is down each says which act was not
// done.
import { useEffect } from "react";
import { useText } from "../../i18n";
import { consoleKeyOf } from "../../parts/shortcuts";
import type { Row } from "../../shared/acts/act";
import { useKeysOff } from "../../shared/acts/keysOff";
import { CONSOLE_KEYS } from "../../shared/acts/table/console";
import { RULINGS } from "../../shared/acts/table/points";
import { useActKeys } from "../../shared/acts/useActKeys";
import { useActs } from "../../shared/acts/useActs";
import { useConsole } from "./console";
import { focusOn } from "./focus";
import { useEscape } from "./Refusals";
import { useSay, useSayUnsent } from "./said";

/**
 * WCAG 2.1.4 counts every character as a single key, with Shift too, and signs: "/" and "?" are off with the letters, also the
 * one that opens the sheet. That has its button in the rail, which says so. F6, Escape and what is pressed with Ctrl are no
 * characters: nobody comes upon them by speaking to the computer.
 */
const NOT_CHARACTERS = CONSOLE_KEYS.filter(({ on }) => on.chair?.keys?.every((key) => /^F\d+$|^Ctrl\+/.test(key)));

export function Keys() {
  const off = useKeysOff();
  useEscape();
  useConsoleKeys(off ? NOT_CHARACTERS : CONSOLE_KEYS);
  return off ? null : <RulingKeys />;
}

function useConsoleKeys(rows: readonly Row[]): void {
  const t = useText();
  const { open } = useConsole();
  const acts = useActs();
  const say = useSay();
  const { done } = acts.book;
  const idle = useSayUnsent();
  useActKeys(
    rows,
    {
      undo: () => {
        if (done) done.undo.take();
        else say(t("chair.said.nothing_to_undo"));
        return true;
      },
      find: () => focusOn("[data-find]"),
      go_on: () => goOn(),
      sheet: () => {
        open({ kind: "keys" });
        return true;
      },
    },
    consoleKeyOf,
    idle,
  );
}

function RulingKeys() {
  const acts = useActs();
  const idle = useSayUnsent();
  useEffect(() => {
    const rule = (event: KeyboardEvent) => {
      const on = event.target instanceof Element ? event.target.closest("[data-rulings]") : null;
      if (!on || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const ruling = RULINGS.find((each) => acts.reach(each).keys?.includes(event.key.toUpperCase()));
      if (!ruling) return;
      event.preventDefault();
      event.stopPropagation();
      if (acts.takes(ruling)) acts.pressKey(ruling);
      else idle(ruling);
    };
    document.addEventListener("keydown", rule, true);
    return () => document.removeEventListener("keydown", rule, true);
  });
  return null;
}

const ZONES = ["strip", "list", "side", "rail"] as const;
/** What gets the focus in each: the first of these that is there. */
const FIRST: Record<(typeof ZONES)[number], string[]> = {
  strip: ["[data-main]", "button:not([aria-disabled=true])", "button"],
  list: ["[data-entry][tabindex='0']", "[data-find]", "input:checked"],
  side: ["button", "[tabindex]"],
  rail: ["button"],
};

/** To the next part of the screen that has something to focus. */
function goOn(): boolean {
  const at = document.activeElement?.closest<HTMLElement>("[data-zone]")?.dataset.zone;
  const from = ZONES.indexOf(at as (typeof ZONES)[number]);
  for (let step = 1; step <= ZONES.length; step += 1) {
    const zone = ZONES[(from + step) % ZONES.length];
    if (zone && FIRST[zone].some((first) => focusOn(`[data-zone="${zone}"] ${first}`))) return true;
  }
  return false;
}
