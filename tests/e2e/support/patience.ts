// What goes by itself while a test looks on. A slow machine may need longer than that to press, or to look: so the test says
// when such a time is over, has it come near only once all before it was seen, or is told of what has passed.
import type { Page } from "@playwright/test";
import type { Acts, Seat } from "./seat.ts";

const held_ms = 10_000;

/**
 * Holds the timers of ten seconds on a page that has not gone anywhere yet: the way back from what was done, and the question
 * whether one is sure, stand until `tenSecondsPass`. (So does the wait for a line that says nothing.)
 */
export async function holdTenSeconds(page: Page): Promise<void> {
  await page.addInitScript((held_ms) => {
    const { setTimeout: begin, clearTimeout: end } = window;
    const held = new Map<number | undefined, () => void>();
    const hold = (act: (...values: unknown[]) => void, delay_ms?: number, ...values: unknown[]) => {
      if (delay_ms !== held_ms) return begin(act, delay_ms, ...values);
      const id = begin(() => undefined, 0); // no other timer's
      held.set(id, () => act(...values));
      return id;
    };
    const letGo = (id?: number) => {
      held.delete(id);
      end(id);
    };
    const pass = () => {
      const due = [...held.values()];
      held.clear();
      for (const act of due) act();
    };
    Object.assign(window, { setTimeout: hold, clearTimeout: letGo, tenSecondsPass: pass });
  }, held_ms);
}

/** All that was begun more than a moment ago on a page that `holdTenSeconds` holds is over. */
export async function tenSecondsPass(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { tenSecondsPass: () => void }).tenSecondsPass());
}

/** Has an instant come in a moment, by an act that names it; again where the server heard of it too late. Tells the instant. */
export async function bringNear(seat: Seat, act: (at: number) => Acts): Promise<number> {
  for (let ahead_ms = 2_000; ; ahead_ms *= 2) {
    const at = (await seat.now()) + ahead_ms;
    const answer = await seat.act(act(at));
    if (answer.ok) return at;
    if (answer.code !== "instant_passed") throw new Error(`an instant that is to come was refused: ${answer.code}`);
  }
}

/** Remembers, from now on, the texts of this kind that come to be seen on a page: tells them in their order, also once they have gone. */
export async function remembers(page: Page, kind: RegExp): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle((kind) => {
    const wanted = new RegExp(kind);
    const seen: string[] = [];
    const look = () => {
      for (const element of document.body.querySelectorAll("*")) {
        const text = (element.textContent ?? "").trim();
        if (wanted.test(text) && !seen.includes(text) && element.checkVisibility()) seen.push(text);
      }
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
    return seen;
  }, kind.source);
  return () => seen.jsonValue();
}
