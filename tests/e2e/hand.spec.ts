// A delegate's phone: Back closes what is open, what was typed stays, "You are next" is seen wherever one is, and a phone on
// its side shows the text and the way on to who speaks.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, hall, phone, screenshot, tablet, test } from "./support/fixtures.ts";
import { inLanguages, onEach } from "./support/looks.ts";
import { english, moreOf, placeOf, tabOf } from "./support/people.ts";
import { panel } from "./support/programme.ts";
import { askFor, giveFloor, openPanel, submitText } from "./support/session.ts";

const onPhone = (delegation: string) => ({ ...english, delegation, viewport: phone, hasTouch: true });

/** Counts what the page asks of the device: to stay lit, and to shake. */
async function deviceOf(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked = { locks: 0, buzzes: 0 };
    Object.assign(window, { asked });
    const lock = { release: async () => void (asked.locks -= 1) };
    const request = async () => {
      asked.locks += 1;
      return lock;
    };
    Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request } });
    Object.defineProperty(navigator, "vibrate", { configurable: true, value: () => Boolean((asked.buzzes += 1)) });
  });
}
const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: { locks: number; buzzes: number } }).asked);

test("Back closes the form, then the tab, and never leads to an empty sign-in; what was typed is kept", async ({ page, server, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await page.setViewportSize(phone);
  await page.goto(`${server.url}/join?lang=en`);
  await page.getByRole("textbox", { name: "Code or link" }).fill(server.signIn("delegate", "KE").code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Kenya" })).toBeVisible();

  const form = page.getByRole("dialog", { name: "Ask for the floor" });
  const title = form.getByRole("textbox", { name: "Title or function" });
  await page.getByRole("button", { name: "Ask for the floor" }).click();
  await title.fill("Permanent Representative");
  await page.goBack();
  await expect(form).toBeHidden();
  await expect(page.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await page.getByRole("button", { name: "Ask for the floor" }).click();
  await expect(title, "what was typed before").toHaveValue("Permanent Representative");
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();

  await moreOf(page).click();
  await page.getByRole("button", { name: "Ask the desk for help" }).click();
  const help = page.getByRole("dialog", { name: "Ask the desk for help" });
  await help.getByRole("textbox", { name: "What you need" }).fill("A lamp");
  await page.goBack();
  await expect(help).toBeHidden();
  await expect(page.getByRole("button", { name: "Ask the desk for help" }), "where it was opened from").toBeVisible();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Ask the desk for help" })).toBeHidden();

  await tabOf(page, "Programme").click();
  await expect(tabOf(page, "Programme")).toHaveAttribute("aria-selected", "true");
  await page.goBack();
  await expect(tabOf(page, "Floor")).toHaveAttribute("aria-selected", "true");
  await expect(page).toHaveURL(/\/delegate/);

  await page.goto(`${server.url}/join?lang=en`);
  await expect(page.getByRole("heading", { name: "Kenya" }), "who is signed in is not asked for a code").toBeVisible();
  await expect(page).toHaveURL(/\/delegate/);
});

test("“You are next” is seen on every tab, felt, and met by a screen that is lit", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "CL", "KE");
  const [kenya, display] = await Promise.all([
    enter("delegate", { ...onPhone("KE"), watch: deviceOf }),
    enter("display", { ...english, viewport: hall, watch: deviceOf }),
  ]);
  await expect(placeOf(kenya)).toContainText("2");
  await expect.poll(async () => (await asked(kenya)).locks, "the tablet is kept lit").toBe(1);
  await expect.poll(async () => (await asked(display)).locks, "the display is kept lit").toBe(1);
  expect((await asked(kenya)).buzzes).toBe(0);
  await tabOf(kenya, "Programme").tap();
  await giveFloor(wire, "CL");
  for (const tab of ["Programme", "Live text", "Statement"]) {
    await tabOf(kenya, tab).tap();
    await expect(kenya.getByText("You are next").filter({ visible: true }).first()).toBeVisible();
  }
  expect((await asked(kenya)).buzzes, "once, not on every tab").toBe(1);
  await screenshot(kenya, "hand-next-on-a-tab");
  await kenya.getByRole("button", { name: "To your place" }).tap();
  await expect(placeOf(kenya)).toContainText("You are next");
});

test("a phone on its side shows who speaks the text, the clock, and the next paragraph under the thumb", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "EC");
  await submitText(wire, "EC", "es", Array.from({ length: 9 }, (_, at) => `Párrafo ${at + 1}. ${"Gracias, señora Presidenta. ".repeat(6)}`));
  const screens = await inLanguages(enter, "delegate", { ...onPhone("EC"), viewport: { width: 740, height: 360 } });
  await giveFloor(wire, "EC");
  await onEach(screens, async (page, t) => {
    const next = page.getByRole("button", { name: t("captions.next") });
    await expect(next).toBeVisible();
    const box = await next.boundingBox();
    const text = await page.getByText("Párrafo 1.").boundingBox();
    const clock = await page.getByRole("timer").boundingBox();
    const width = (await page.viewportSize())?.width ?? 0;
    expect(box && box.x + box.width <= width && box.y + box.height <= 360 && box.height >= 150, "next is whole and large").toBe(true);
    expect(text && text.y >= 0 && text.y < 300 && text.width > 300, "the text is in sight").toBe(true);
    expect(clock && clock.y >= 0 && clock.y + clock.height <= 360, "the clock is whole").toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollHeight), "nothing has to be scrolled to").toBeLessThanOrEqual(361);
  });
  const english_screen = screens.en;
  if (!english_screen) throw new Error("no screen in English");
  await english_screen.getByRole("button", { name: "Next paragraph" }).tap();
  await expect(english_screen.locator("[data-paragraph][aria-current]")).toHaveAttribute("data-paragraph", "1");
  await onEach(screens, (page, t) => screenshot(page, `hand-landscape-${t("common.close")}`));
  await expectAccessible(english_screen);
});

test.describe("late in the afternoon", () => {
  test.use({ serverOptions: { clock: "2005-11-29T17:50+01:00,1" } });

  test("a time expected beyond the end of the meeting says so", async ({ enter, seat }) => {
    const wire = await seat("desk");
    await openPanel(wire);
    // Once somebody from the list has had the floor, no presenter is still expected before the others.
    await askFor(wire, "EC", "CL", "MA", "AR", "BR", "CO", "EG", "FR", "KE");
    await wire.done({ giveFloor: { panel, entry: wire.entryOf(panel, "EC") } });
    const kenya = await enter("delegate", onPhone("KE"));
    await expect(placeOf(kenya).getByText("After the end of the meeting at 18:00")).toBeVisible();
    await kenya.getByRole("button", { name: "List of speakers" }).tap();
    await expect(kenya.getByRole("listitem").filter({ hasText: "Kenya" }).getByText("after the meeting’s end")).toBeVisible();
    await expect(kenya.getByRole("listitem").filter({ hasText: "Chile" }).getByText("after the meeting’s end")).toHaveCount(0);
    await screenshot(kenya, "hand-beyond");
    expect(wire.list(panel).length).toBe(8);
  });
});

test("the place stands at the same spot whatever it is, on a tablet and a phone, and what can be done is under the thumb", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "CL", "MA", "EC", "KE");
  const screens = [await enter("delegate", onPhone("KE")), await enter("delegate", { ...onPhone("KE"), viewport: tablet })];
  const number = (page: Page, place: number) => placeOf(page).getByText(String(place), { exact: true });
  const spots: (number | undefined)[][] = [];
  for (const [place, speaks] of [
    [4, ""],
    [3, "CL"],
    [2, "MA"],
    [1, "EC"],
  ] as const) {
    if (speaks) await giveFloor(wire, speaks);
    for (const page of screens) await expect(number(page, place)).toBeVisible();
    spots.push(await Promise.all(screens.map(async (page) => Math.round((await number(page, place).boundingBox())?.y ?? -1))));
  }
  // Who speaks has a line more than a free floor has; from then on nothing moves.
  for (const spot of spots.slice(2)) expect(spot).toEqual(spots[1]);
  const [kenya] = screens as [Page];
  expect(await number(kenya, 1).evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize))).toBe(104);
  const more = await moreOf(kenya).boundingBox();
  expect(more && more.height >= 48 && more.y > phone.height * 0.55, "in the zone of the thumb").toBe(true);
  await moreOf(kenya).tap();
  for (const name of ["Withdraw", "Point of order", "Ask the desk for help"]) {
    const box = await kenya.getByRole("button", { name }).boundingBox();
    expect(box && box.height >= 48 && box.y > phone.height * 0.3 && box.width > 300, name).toBe(true);
  }
  await expectAccessible(kenya);
});

/** Presses twice in one place, as a thumb does by mistake. */
async function pressTwice(page: Page, name: string): Promise<void> {
  const box = await page.getByRole("button", { name, exact: true }).boundingBox();
  if (!box) throw new Error(`there is no button ${name}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.touchscreen.tap(x, y);
  await page.touchscreen.tap(x, y);
}

test("two presses in one place neither give the floor back nor withdraw a request, whichever way the phone is held", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  const chile = await enter("delegate", onPhone("CL"));
  await moreOf(chile).tap();
  await expect(chile.getByRole("button", { name: "Withdraw" })).toBeVisible();
  await pressTwice(chile, "Withdraw");
  await expect(chile.getByRole("button", { name: "Withdraw", exact: true })).toBeVisible();

  await submitText(wire, "KE", "en", ["Chair, distinguished delegates.", "We shall be brief."]);
  const kenya = await enter("delegate", onPhone("KE"));
  await giveFloor(wire, "KE");
  for (const viewport of [phone, { width: 740, height: 360 }, tablet]) {
    await kenya.setViewportSize(viewport);
    await expect(kenya.getByRole("button", { name: "Give back the floor" })).toBeVisible();
    await pressTwice(kenya, "Give back the floor");
    await expect(kenya.getByRole("button", { name: "Give back the floor", exact: true })).toBeVisible();
  }
  expect(wire.speech(panel)["delegation"]).toBe("KE");
  expect(wire.list(panel)).toEqual(["CL"]);
});

test("who speaks without a text has the clock and what can be pressed in sight on a phone on its side", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  const kenya = await enter("delegate", { ...onPhone("KE"), viewport: { width: 740, height: 360 } });
  await giveFloor(wire, "KE");
  await expect(kenya.getByRole("timer")).toBeInViewport({ ratio: 1 });
  await kenya.getByRole("button", { name: "Give back the floor" }).tap();
  for (const name of ["Give it back now", "Keep speaking"])
    await expect(kenya.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
  await screenshot(kenya, "hand-speaking-without-text-landscape");
});
