// A list of 99, of which the page holds those rows that are in sight and some beside: every row is reached by keyboard, by
// what finds and by scrolling; a screen reader is told how many there are and which each is; the focus stays where it was.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, screenshot, test } from "./support/fixtures.ts";
import { fillTheHall } from "./support/fullHall.ts";
import { expectChairShows, expectRows, rowAt, rowsOf } from "./support/lists.ts";
import { panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";

const waiting = 99;
const list = (chair: Page) => chair.getByRole("grid", { name: "List of speakers" });

test.use({ viewport: { width: 1366, height: 768 } });

async function fullHall(
  enter: (role: string, options: object) => Promise<Page>,
  seat: (role: string) => Promise<Seat>,
  options = {},
) {
  const [desk, chairSeat] = [await seat("desk"), await seat("chair")];
  const order = await fillTheHall(desk, chairSeat, waiting);
  const chair = await enter("chair", { language: "en", ...options });
  await expectRows(chair, waiting);
  return { desk, chair, order };
}

/** Places whose row is whole between the top of the list and the line at its foot. */
function inSight(chair: Page): Promise<number[]> {
  return list(chair).evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect();
    const line = grid.querySelector("[data-end-of-meeting]")?.getBoundingClientRect();
    const foot = line && Math.abs(line.bottom - bottom) < 2 ? line.top : bottom;
    return [...grid.querySelectorAll("[data-entry]")]
      .filter((row) => row.getBoundingClientRect().top >= top - 0.5 && row.getBoundingClientRect().bottom <= foot + 0.5)
      .map((row) => Number(row.getAttribute("aria-rowindex")));
  });
}

/** Letters on the row in focus, each right after the one before, and long after all others, by the keyboard's own clock. */
function typeAtOnce(chair: Page, letters: string, minute: number): Promise<void> {
  return chair.evaluate(
    async ([keys, minute]) => {
      for (const [index, key] of [...keys].entries()) {
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
        Object.defineProperty(event, "timeStamp", { value: minute * 60_000 + index });
        document.activeElement?.dispatchEvent(event);
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [letters, minute] as const,
  );
}

test("every row of a long list is reached by its keys, and is in sight then", async ({ enter, seat }) => {
  const { chair, desk } = await fullHall(enter, seat);
  await rowAt(chair, 1).focus();
  for (let place = 2; place <= waiting; place += 1) {
    await chair.keyboard.press("ArrowDown");
    await expect(rowAt(chair, place)).toBeFocused();
  }
  expect(await inSight(chair)).toContain(waiting);
  await chair.keyboard.press("Home");
  await expect(rowAt(chair, 1)).toBeFocused();
  expect(await inSight(chair)).toContain(1);
  await chair.keyboard.press("End");
  await expect(rowAt(chair, waiting)).toBeFocused();
  expect(await inSight(chair)).toContain(waiting);
  const seen = new Set<number>([waiting]);
  for (let place = waiting; place > 1; ) {
    await chair.keyboard.press("PageUp");
    const at = Number(await chair.evaluate(() => document.activeElement?.getAttribute("aria-rowindex")));
    expect(at, "a page further up").toBeLessThan(place);
    for (const each of await inSight(chair)) seen.add(each);
    place = at;
  }
  expect(seen.size, "no row is passed unseen").toBe(waiting);
  await expectChairShows(chair, desk);
});

test("every row of a long list is found by letters and by the field that finds", async ({ enter, seat }) => {
  const { chair, desk, order } = await fullHall(enter, seat);
  // Each is the only one whose name begins so.
  const names = order.map((delegation) => desk.name(delegation));
  const firstWord = (name: string) => name.toLowerCase().replace(/[^a-z].*$/, "");
  const alone = names.filter((name) => names.filter((each) => each.toLowerCase().includes(firstWord(name))).length === 1);
  for (const [round, name] of ([alone.at(-1), alone[0], alone.at(-20), alone[20]] as string[]).entries()) {
    const place = names.indexOf(name) + 1;
    await rowsOf(chair).and(chair.locator("[tabindex='0']")).focus();
    await typeAtOnce(chair, firstWord(name), 1_000 + round);
    await expect(rowAt(chair, place)).toBeFocused();
    expect(await inSight(chair), "found by letters").toContain(place);
    await chair.keyboard.press("/");
    await chair.keyboard.type(name);
    await expect(rowsOf(chair).first()).toHaveAccessibleName(new RegExp(`^${place}\\. `));
    await chair.keyboard.press("Enter");
    await expect(rowsOf(chair).first()).toBeFocused();
    await chair.keyboard.press("Escape");
    await expectRows(chair, waiting);
    await expect(rowAt(chair, place)).toBeFocused();
    expect(await inSight(chair), "where it stands among all").toContain(place);
  }
});

test("a long list shows rows wherever it is scrolled to, and is read out with how many and which", async ({ enter, seat }) => {
  const { chair, desk } = await fullHall(enter, seat);
  const seen = new Set<number>();
  await list(chair).hover();
  for (let step = 0; step < 60 && seen.size < waiting; step += 1) {
    const sight = await inSight(chair);
    expect(sight.length, "the whole list in sight").toBeGreaterThanOrEqual(10);
    for (const place of sight) seen.add(place);
    await chair.mouse.wheel(0, 240);
    // The wheel is answered by the next frame.
    await chair.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  expect(seen.size, "no row is passed unseen").toBe(waiting);
  await expectAccessible(chair, { contrast: false });
  await chair.getByRole("button", { name: "Go to the line" }).click();
  await expect(chair.locator("[data-end-of-meeting]")).toBeInViewport({ ratio: 1 });
  await screenshot(chair, "console-at-end-of-meeting");
  await expectChairShows(chair, desk);
});

test("the row in focus stays in the page and in focus, whatever is scrolled or moved", async ({ enter, seat }) => {
  const { chair, desk } = await fullHall(enter, seat);
  await rowAt(chair, 5).focus();
  const entry = desk.order(panel)[4] as number;
  const row = chair.locator(`[data-entry="${entry}"]`);
  await list(chair).evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight }));
  await expect(rowAt(chair, waiting)).toBeInViewport();
  await expect(row).toBeFocused();
  await desk.done({ moveEntry: { entry, after: desk.order(panel)[39] as number } });
  await expect(row).toHaveAttribute("aria-rowindex", "40");
  await expect(row).toBeFocused();
  await chair.keyboard.press("ArrowDown");
  await expect(rowAt(chair, 41)).toBeFocused();
  expect(await inSight(chair)).toContain(41);
});

// Rows that slide are drawn elsewhere than they stand.
test("the row in focus is in sight once the filters are off, also while rows slide and others move them; a key acts on none that is not", async ({
  enter,
  seat,
}) => {
  const { chair, desk, order } = await fullHall(enter, seat, { reducedMotion: "no-preference" });
  const placeOf = () => chair.evaluate(() => Number(document.activeElement?.getAttribute("aria-rowindex")));
  for (const delegation of [order[60], order[30], order[97], order[45]] as string[]) {
    const entry = desk.entryOf(panel, delegation);
    await chair.keyboard.press("/");
    await chair.keyboard.type(desk.name(delegation));
    await chair.keyboard.press("Enter");
    await expect(chair.locator(`[data-entry="${entry}"]`)).toBeFocused();
    const [first, second] = desk.order(panel) as [number, number];
    const moves = [
      desk.done({ moveEntry: { entry: first, after: second } }),
      chair.keyboard.press("Escape"),
      desk.done({ moveEntry: { entry: first, after: entry } }),
    ];
    await Promise.all(moves);
    await expectRows(chair, waiting);
    await expect(chair.locator(`[data-entry="${entry}"]`)).toBeFocused();
    await expect.poll(async () => (await inSight(chair)).includes(await placeOf()), "in sight, once it has slid").toBe(true);
    // Whoever is moved by another stays in sight too, until somebody scrolls.
    await desk.done({ moveEntry: { entry, after: desk.order(panel)[9] as number } });
    await expect(rowAt(chair, 11)).toBeFocused();
    await expect.poll(() => inSight(chair)).toContain(11);
  }
  await list(chair).hover();
  await chair.mouse.wheel(0, 2_000);
  await expect(rowAt(chair, 11)).not.toBeInViewport();
  const name = desk.name(desk.list(panel)[10] as string);
  await chair.keyboard.press("Delete");
  await expect(rowAt(chair, 11)).toBeInViewport();
  await chair.mouse.wheel(0, 2_000);
  await expect(rowAt(chair, 11)).not.toBeInViewport();
  await chair.keyboard.press("Enter");
  await expect(chair.getByRole("dialog", { name: `Acts for ${name}` })).toBeInViewport({ ratio: 1 });
  expect(await inSight(chair)).toContain(11);
  expect(desk.list(panel), "nobody was removed").toHaveLength(waiting);
});
