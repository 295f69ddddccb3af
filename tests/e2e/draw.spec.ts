// L4 a list is drawn by lot in the open: the chair's three acts, the display that shows them, and the order that anyone computes
// again from what was told.
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { openOrder } from "./support/console.ts";
import { desktop, expect, expectAccessible, hall, screenshot, tablet, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { expectChairShows } from "./support/lists.ts";
import { panel, roster } from "./support/programme.ts";
import type { Entity, Seat } from "./support/seat.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";
import { languages, words } from "./support/words.ts";

test.use({ serverOptions: { clock: "2005-11-29T15:05:00+01:00,1" } });

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const drawIn = (desk: Seat): Entity => desk.entities.get(`draw/${panel}`)?.["draw"] ?? {};

/** As docs/time-allocation.md says it in three lines of shell. */
function computed({ secret, word, number, pool }: Entity): string[] {
  const seed = sha256(["council-2005", panel, number, secret, word].map((line) => `${line}\n`).join(""));
  const figure = (label: string) => sha256(`${seed} ${label}`);
  return [...pool].sort((one: string, other: string) => (figure(one) < figure(other) ? -1 : 1));
}

/** Commits, freezes and draws, by the chair's own buttons. */
async function drawBy(chair: Page, word: string): Promise<void> {
  const lot = (await openOrder(chair)).getByRole("region", { name: "Lot" });
  await lot.getByRole("button", { name: "Commit to a secret" }).click();
  await lot.getByRole("button", { name: "Freeze the pool" }).click();
  await lot.getByRole("textbox", { name: "The hall’s word" }).fill(word);
  await lot.getByRole("button", { name: "Draw in the hall…" }).click();
  await lot.getByRole("button", { name: "Draw now" }).click();
  await expect(lot.getByText("Drawn", { exact: true })).toBeVisible();
}

const rowsOf = (display: Page) => display.getByRole("main").getByRole("listitem");

test("L4 three acts draw the list, the display shows them, and the order is the one that anyone computes", async ({
  enter,
  seat,
}) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, "KE", "CL", "MA", "JP", "CD");
  const [chair, display, kenya] = await Promise.all([
    enter("chair", { viewport: desktop }),
    enter("display", { viewport: hall }),
    enter("delegate", { delegation: "KE", viewport: tablet }),
  ]);
  const title = display.getByRole("heading", { level: 1 });
  const lot = (await openOrder(chair)).getByRole("region", { name: "Lot" });
  await lot.getByRole("button", { name: "Commit to a secret" }).click();
  await expect(title).toHaveText("Draw by lot");
  await lot.getByRole("button", { name: "Freeze the pool" }).click();
  await expect(rowsOf(display)).toHaveCount(5);
  const { commitment } = drawIn(desk);
  expect(JSON.stringify([...desk.entities.values()])).not.toContain('"secret"');
  // Who asks now stands behind.
  await askFor(desk, "CH");
  await lot.getByRole("textbox", { name: "The hall’s word" }).fill("6-2-5-heron");
  await lot.getByRole("button", { name: "Draw in the hall…" }).click();
  await screenshot(chair, "draw-chair-sure-en");
  await lot.getByRole("button", { name: "Draw now" }).click();
  await expect(title).toHaveText("Drawn by lot");

  const draw = drawIn(desk);
  expect(draw["word"]).toBe("6-2-5-HERON");
  expect(sha256(draw["secret"])).toBe(commitment);
  expect(draw["drawn"]).toEqual(computed(draw));
  expect(desk.list(panel)).toEqual([...computed(draw), "CH"]);
  const names = { KE: "Kenya", CL: "Chile", MA: "Morocco", JP: "Japan", CD: "Democratic Republic of the Congo" };
  const figures = computed(draw).map((label) => sha256(`${draw["seed"]} ${label}`).slice(0, 6));
  await expect(rowsOf(display)).toHaveText(
    computed(draw).map((label, at) => `${at + 1}${names[label as keyof typeof names]}${figures[at]}`),
  );
  await expectChairShows(chair, desk);
  await expect(chair.getByText(/drawn by lot at 15:\d\d:\d\d, word 6-2-5-HERON/)).toHaveCount(1);
  await expect(chair.locator("[data-said]")).toHaveText(/^Drawn: .* is first, then /);
  await screenshot(chair, "draw-chair-en");
  await expect(kenya.getByText(/^Why this place: Drawn \d(st|nd|rd|th)$/)).toBeVisible();
  await expect(kenya.getByText(/drawn by lot at/)).toBeVisible();

  await giveFloor(desk, computed(draw)[0] ?? "");
  await expect(title).not.toHaveText("Drawn by lot");
  await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
  await expect(title).toHaveText("The floor is free");
});

test("L4 the list is drawn again with a reason, by a secret of its own", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, "KE", "CL", "MA");
  const chair = await enter("chair", { viewport: desktop });
  await drawBy(chair, "1-1-1");
  const { commitment } = drawIn(desk);
  const lot = chair.getByRole("region", { name: "Lot" });
  await lot.getByRole("textbox", { name: "Why it is drawn again" }).fill("A delegation was not on the list");
  await lot.getByRole("button", { name: "Commit to a secret" }).click();
  await expect(lot.getByText("draw 2", { exact: true })).toBeVisible();
  await desk.until(() => drawIn(desk)["number"] === 2, "the second draw");
  expect(drawIn(desk)["commitment"]).not.toBe(commitment);
  expect(drawIn(desk)["reason"]).toBe("A delegation was not on the list");
});

test("L4 what the display shows of a draw has room, also of a whole hall, and comes at once without motion", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, ...roster().slice(0, 40));
  await desk.done({ prepareDraw: { panel } });
  await desk.done({ freezePool: { panel, draw: 1 } });
  const displays = await Promise.all(
    languages.map((language) => enter("display", { viewport: hall, language, reducedMotion: "reduce" })),
  );
  await Promise.all(displays.map((display, at) => screenshot(display, `draw-display-frozen-${languages[at]}`)));
  await desk.done({ drawLot: { panel, draw: 1, word: "CORDILLERA-4-2-6" } });
  for (const [at, display] of displays.entries()) {
    const language = languages[at] ?? "en";
    await expect(display.getByText(words(language)("display.draw_secret"))).toBeVisible();
    for (const viewport of [hall, { width: 1366, height: 768 }]) {
      await display.setViewportSize(viewport);
      await expect(rowsOf(display).first()).toHaveCSS("opacity", "1");
      await expectNothingBeyondSides(display);
      await expect(display.getByText(words(language)("display.draw_check"))).toBeInViewport({ ratio: 1 });
      await screenshot(display, `draw-display-${viewport.width}-${language}`);
    }
  }
  const [english] = displays;
  if (english) await expectAccessible(english);
});
