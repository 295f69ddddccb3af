// What a delegation's phone shows whole, without scrolling, however it is held and however large its letters are: the place and its
// time while it waits, and the clock, the light and the text while it speaks; and what does not move when something is told.
import type { Locator, Page } from "@playwright/test";
import { expect, phone, screenshot, tablet, test } from "./support/fixtures.ts";
import { setLetters } from "./support/letters.ts";
import { english, placeOf } from "./support/people.ts";
import { panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";
import { askFor, giveFloor, longText, openPanel, submitText } from "./support/session.ts";
import { languages, words } from "./support/words.ts";

const on_its_side = { width: 740, height: 360 };
const held = [on_its_side, { width: 844, height: 390 }, { width: 640, height: 360 }] as const;
const large = 24;

async function boxOf(what: Locator) {
  const box = await what.boundingBox();
  if (!box) throw new Error("it is not there");
  return { ...box, end: box.x + box.width, foot: box.y + box.height };
}

/** All of it is seen: nothing that holds it cuts it, and nothing lies over it. */
async function expectWhole(what: Locator, name: string): Promise<void> {
  await expect(what, name).toBeVisible();
  const faults = await what.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const faults: string[] = [];
    if (box.top < 0 || box.left < 0 || box.bottom > innerHeight + 0.5 || box.right > innerWidth + 0.5) faults.push("beyond the screen");
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline") faults.push("wider than its place");
    for (const [x, y] of [
      [box.left + 2, box.top + 2],
      [box.right - 2, box.bottom - 2],
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    ] as const) {
      const seen = document.elementFromPoint(x, y);
      if (!seen || !(element.contains(seen) || seen.contains(element))) faults.push(`under ${seen?.localName} ${seen?.className}`);
    }
    return faults;
  });
  expect(faults, name).toEqual([]);
}

async function notify(wire: Seat, delegation?: string): Promise<void> {
  const text = "Please send us your text in English too, before the next meeting, and see the desk about the list of participants.";
  await wire.done({ sendNotice: { to: delegation ? { delegation } : { all: true }, text: { en: text, fr: text, es: text } } });
}

for (const size of held) {
  for (const letters of [16, large]) {
    test(`a phone on its side, ${size.width} wide with letters of ${letters}, shows the place and its time without scrolling`, async ({ enter, seat }) => {
      const wire = await seat("desk");
      await openPanel(wire);
      await askFor(wire, "CL", "MA", "KE");
      await giveFloor(wire, "CL");
      await notify(wire);
      for (const language of languages) {
        const kenya = await enter("delegate", { language, delegation: "KE", viewport: size, hasTouch: true });
        if (letters !== 16) await setLetters(kenya, letters);
        const place = kenya.getByRole("region", { name: words(language)("delegate.place") });
        await expectWhole(place.getByText("2", { exact: true }), "the number");
        await expectWhole(place.getByText(/\d\d:\d\d/).first(), "the time");
        await screenshot(kenya, `hand-place-${size.width}-${letters}-${language}`);
        await kenya.context().close();
      }
    });
  }
}

const moved = async (page: Page) => Math.round((await boxOf(placeOf(page))).y);

test("what is told moves the place neither down nor up", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "CL", "MA", "KE");
  await giveFloor(wire, "CL");
  for (const viewport of [phone, on_its_side, tablet]) {
    const kenya = await enter("delegate", { ...english, delegation: "KE", viewport, hasTouch: true });
    await expect(placeOf(kenya)).toBeVisible();
    const before = await moved(kenya);
    await notify(wire);
    await notify(wire, "KE");
    await expect(kenya.getByText(/Please send us your text/).first()).toBeAttached();
    expect(await moved(kenya)).toBe(before);
    await wire.done({ raisePointOfOrder: { panel, delegation: "KE", note: "" } });
    await expect(kenya.getByRole("region", { name: "Point of order" })).toBeAttached();
    expect(await moved(kenya)).toBe(before);
    const point = [...wire.entities.values()].find((each) => each["pointOfOrder"])?.["pointOfOrder"];
    await wire.done({ withdrawEntry: { entry: point.entry } });
    for (const each of [...wire.entities.values()].filter((one) => one["notice"])) await wire.done({ withdrawNotice: { notice: each["notice"].id } });
    await kenya.context().close();
  }
});

/** Kenya speaks, with a text. */
async function speaking(wire: Seat): Promise<void> {
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  await submitText(wire, "KE", "en", longText(6));
}

test("on its side, what is told takes its strip, and leaves the text and the way on whole", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await speaking(wire);
  const kenya = await enter("delegate", { ...english, delegation: "KE", viewport: on_its_side, hasTouch: true });
  await giveFloor(wire, "KE");
  const text = kenya.getByRole("region", { name: "Text of the statement" });
  const next = kenya.getByRole("button", { name: "Next paragraph" });
  await expectWhole(text, "the text");
  const before = [await boxOf(text), await boxOf(next)];
  await notify(wire, "KE");
  const told = kenya.getByRole("alert").filter({ hasText: "Please send us" });
  await expect(told).toBeVisible();
  await screenshot(kenya, "hand-strip-notice");
  const booth = await seat("interpreter", undefined, "booth-fr");
  await booth.done({ raiseSignal: { kind: "SIGNAL_KIND_SPEAK_SLOWLY" } });
  await booth.done({ raiseSignal: { kind: "SIGNAL_KIND_NO_SOUND" } });
  await expectWhole(kenya.getByText("Please speak more slowly"), "the signal");
  await screenshot(kenya, "hand-strip-signal");
  await wire.done({ pauseSpeech: { speech: wire.speech(panel)["speech"] } });
  await expect(kenya.getByText("Paused").first()).toBeVisible();
  await expectWhole(text, "the text");
  await expectWhole(next, "the way on");
  expect([await boxOf(text), await boxOf(next)]).toEqual(before);
  // The next signal comes to sight once the first was seen.
  await kenya.getByRole("button", { name: "Seen: Please speak more slowly" }).tap();
  await expectWhole(kenya.getByText("The interpreters do not hear you"), "the next signal");
});

for (const size of [phone, on_its_side]) {
  test(`who speaks has clock, light and text whole with letters of ${large}, ${size.width} wide`, async ({ enter, seat }) => {
    const wire = await seat("desk");
    await speaking(wire);
    await giveFloor(wire, "KE");
    for (const language of languages) {
      const t = words(language);
      const kenya = await enter("delegate", { language, delegation: "KE", viewport: phone, hasTouch: true });
      await setLetters(kenya, large);
      await kenya.setViewportSize(size);
      await expectWhole(kenya.getByRole("timer"), "the clock");
      await expectWhole(kenya.getByText(t("light.green"), { exact: true }), "the light");
      await expectWhole(kenya.getByRole("region", { name: t("text.label") }), "the text");
      await expectWhole(kenya.getByRole("button", { name: t("captions.next") }), "the way on");
      await expectWhole(kenya.getByRole("button", { name: t("delegate.give_back") }), "the way to give the floor back");
      expect((await boxOf(kenya.getByRole("region", { name: t("text.label") }))).height).toBeGreaterThan(140);
      await screenshot(kenya, `hand-large-${size.width}-${language}`);
      await kenya.context().close();
    }
  });
}

test("a clock that runs and one that stands are of one size, on a phone and a tablet", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "CL", "MA", "KE");
  await giveFloor(wire, "CL");
  await wire.done({ raisePointOfOrder: { panel, delegation: "MA", note: "" } });
  const point = [...wire.entities.values()].find((each) => each["pointOfOrder"])?.["pointOfOrder"];
  await wire.done({ recognisePointOfOrder: { entry: point.entry } });
  for (const viewport of [phone, on_its_side, tablet]) {
    const kenya = await enter("delegate", { ...english, delegation: "KE", viewport, hasTouch: true });
    const clocks = kenya.getByRole("timer");
    await expect(clocks).toHaveCount(2);
    const sizes = await clocks.evaluateAll((all) => all.map((each) => getComputedStyle(each).fontSize));
    expect(sizes[0]).toBe(sizes[1]);
    await kenya.context().close();
  }
});
