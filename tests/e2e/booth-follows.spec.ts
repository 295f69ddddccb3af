// The booth while others act: what is read keeps its place whatever line comes or goes, the keys scroll a text that is read beforehand,
// and what has gone is said.
import type { Page } from "@playwright/test";
import { expect, screenshot, test } from "./support/fixtures.ts";
import { english } from "./support/people.ts";
import { panel } from "./support/programme.ts";
import { askFor, giveFloor, longText, openPanel, submitText } from "./support/session.ts";

const at_a_desk = { ...english, name: "booth-en", viewport: { width: 1280, height: 800 } };
const textOf = (booth: Page) => booth.getByRole("region", { name: "Text of the statement" });
const scrolled = (booth: Page) => textOf(booth).evaluate((box) => Math.round(box.scrollTop));

/** Where everything stands that an eye rests on. */
const places = (booth: Page) =>
  booth.evaluate(() =>
    ["h1", "h2", "aside section", "aside button", "[data-paragraph]"].flatMap((what) =>
      [...document.querySelectorAll(what)].map((each) => `${what} ${Math.round(each.getBoundingClientRect().y)}`),
    ),
  );

test("what is read keeps its place when a notice comes and goes, and when the line is lost and comes back", async ({ enter, seat, newLine }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL", "MA");
  await submitText(wire, "KE", "en", longText(12));
  await giveFloor(wire, "KE");
  await wire.done({ reachParagraph: { speech: wire.speech(panel)["speech"], paragraph: 4 } });
  const line = await newLine();
  const booth = await enter("interpreter", { ...at_a_desk, through: line });
  await expect(booth.locator("[data-paragraph='4'][aria-current]")).toBeVisible();
  await expect.poll(() => scrolled(booth)).toBeGreaterThan(0);
  const before = await places(booth);
  await wire.done({ sendNotice: { to: { all: true }, text: { en: "Relief of the booths at 16:30." } } });
  await expect(booth.getByText("Relief of the booths at 16:30.")).toBeVisible();
  expect(await places(booth)).toEqual(before);
  await booth.getByRole("button", { name: "No sound" }).click();
  await expect(booth.getByText(/^Raised at/)).toBeVisible();
  await line.cut();
  await expect(booth.getByText(/^Reconnecting\./)).toBeVisible();
  expect(await places(booth)).toEqual(before);
  await screenshot(booth, "booth-lines");
  await line.mend();
  await expect(booth.getByText(/^Reconnecting\./)).toBeHidden();
  expect(await places(booth)).toEqual(before);
  const raised = [...wire.entities.values()].find((each) => each["signal"])?.["signal"];
  await wire.done({ endSignal: { signal: raised.id } });
  await expect(booth.getByRole("button", { name: /^No sound, Ended elsewhere at/ })).toBeVisible();
  expect(await places(booth)).toEqual(before);
  await screenshot(booth, "booth-ended-elsewhere");
});

/** How far the text is scrolled once it no longer moves: what keys scroll may be slid there. */
async function rested(booth: Page): Promise<number> {
  let before = Number.NaN;
  await expect
    .poll(async () => {
      const now = await scrolled(booth);
      const rests = now === before;
      before = now;
      return rests;
    })
    .toBe(true);
  return before;
}

test("the keys scroll a text as soon as it is read beforehand, and it is said when its request leaves the list", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL", "MA", "EC", "AR", "BR", "CO", "EG");
  await submitText(wire, "CL", "en", longText(14));
  await giveFloor(wire, "KE");
  const booth = await enter("interpreter", at_a_desk);
  const opener = booth.getByRole("button", { name: "Text, Chile" });
  await opener.press("Enter");
  await expect(textOf(booth)).toBeFocused();
  expect(await textOf(booth).evaluate((box) => getComputedStyle(box).outlineStyle), "the focus is seen").not.toBe("none");
  await expect(booth.getByText(/ over$/).first()).toBeVisible();
  await screenshot(booth, "booth-ahead");
  let last = await rested(booth);
  for (const [key, further] of [["ArrowDown", true], ["PageDown", true], ["End", true], ["ArrowUp", false], ["PageUp", false], ["Home", false]] as const) {
    await booth.keyboard.press(key);
    if (further) await expect.poll(() => scrolled(booth), key).toBeGreaterThan(last);
    else await expect.poll(() => scrolled(booth), key).toBeLessThan(last);
    last = await rested(booth);
  }
  await expect.poll(() => scrolled(booth)).toBe(0);
  // By hand, and so little that its first paragraph is still in sight.
  await textOf(booth).evaluate((box) => box.scrollTo({ top: 100, behavior: "instant" }));
  await wire.done({ sendNotice: { to: { all: true }, text: { en: "Relief of the booths at 16:30." } } });
  await expect(booth.getByText("Relief of the booths at 16:30.")).toBeVisible();
  expect(await scrolled(booth), "what is read beforehand keeps its place").toBe(100);
  await booth.keyboard.press("Tab");
  await expect(textOf(booth), "no trap").not.toBeFocused();
  await booth.getByRole("button", { name: "2 more" }).click();
  await expect(booth.getByRole("complementary").getByRole("listitem")).toHaveCount(7);
  await screenshot(booth, "booth-more");
  await textOf(booth).focus();
  await wire.done({ removeEntry: { entry: wire.entryOf(panel, "CL") } });
  await expect(booth.getByRole("main").getByText("The text of Chile is closed").last()).toBeVisible();
  await expect(booth.getByText("Next: Morocco")).toBeVisible();
  await expect(booth.getByRole("button", { name: "Back to the live text" })).toBeFocused();
  await screenshot(booth, "booth-gone");
});
