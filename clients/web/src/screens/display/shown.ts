// How many of the next speakers a display shows: a number, all that fit, or none. It is the setting of each display, given in
// its address as ?next=5, ?next=all or ?next=hidden, also in that of the join screen, and kept on the device from then on.
import { storages } from "../../shared/code";

export type NextShown = number | "all" | "hidden";

/** Where nobody has set it. */
export const next_shown = 5;
/** A hall's wall has room for about ten. */
const next_shown_max = 99;
const key = "rostrum.display.next";

/** What was wanted with the address; undefined where that is none of what can be. */
export function nextShownFrom(text: string): NextShown | undefined {
  if (text === "all" || text === "hidden") return text;
  const count = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= next_shown_max ? count : undefined;
}

/** Keeps on this device what the address asks for, if it does. */
export function keepNextShown(search: string): void {
  const wanted = nextShownFrom(new URLSearchParams(search).get("next") ?? "");
  if (wanted === undefined) return;
  for (const storage of storages()) {
    try {
      storage.setItem(key, String(wanted));
    } catch {
      // A full storage: it lasts as long as the address.
    }
  }
}

/** As the address says, or as it was kept; `wrong` is what the address says and nobody understands. */
export function nextShownOf(search: string): { shown: NextShown; wrong?: string } {
  const asked = new URLSearchParams(search).get("next");
  const wanted = asked === null ? undefined : nextShownFrom(asked);
  if (wanted !== undefined) return { shown: wanted };
  const kept = storages().flatMap((storage) => nextShownFrom(storage.getItem(key) ?? "") ?? [])[0];
  return { shown: kept ?? next_shown, ...(asked === null ? {} : { wrong: asked }) };
}
