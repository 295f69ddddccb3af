// The console where it is zoomed to 200 %: half as wide and half as high, with twice the dots. Every act is within reach, nothing
// is cut at the sides or covered by something else; and where a dialog is higher than the screen, that there is more is seen.
import type { Locator, Page } from "@playwright/test";
import { draw } from "./support/console.ts";
import { expect, screenshot, test } from "./support/fixtures.ts";
import { fillTheHall } from "./support/fullHall.ts";
import { expectRows } from "./support/lists.ts";
import { languages } from "./support/words.ts";

const sizes = [
  [683, 384],
  [960, 540],
] as const;

/** What can be pressed and does not come to the eye whole, or is under something else: none. */
async function outOfReach(within: Locator): Promise<string[]> {
  return within.evaluate((root) => {
    const wrong: string[] = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wrong.push("wider than the screen");
    for (const one of root.querySelectorAll<HTMLElement>("button:not([tabindex='-1']), a[href], input, summary")) {
      const seen = one.matches("input") ? (one.closest("label") ?? one) : one;
      if (!seen.checkVisibility() || seen.closest(".visually-hidden") || one.matches(":disabled")) continue;
      seen.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      const { left, right, top, bottom } = seen.getBoundingClientRect();
      const name = one.getAttribute("aria-label") ?? one.textContent ?? one.tagName;
      if (left < -0.5 || right > clientWidth + 0.5 || top < -0.5 || bottom > innerHeight + 0.5) wrong.push(`cut: ${name}`);
      const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (!on || !(seen.contains(on) || on.contains(seen))) wrong.push(`covered: ${name}, by ${on?.outerHTML.slice(0, 90)}`);
    }
    return wrong;
  });
}

for (const language of languages) {
  test(`at 200 % every act of the console is within reach, in ${language}`, async ({ enter, seat }) => {
    const [desk, chairSeat] = [await seat("desk"), await seat("chair")];
    await fillTheHall(desk, chairSeat, 40);
    const chair = await enter("chair", { language, viewport: { width: 1366, height: 768 }, deviceScaleFactor: 2 });
    await expectRows(chair, 40, language);
    for (const [width, height] of sizes) {
      await test.step(`${width} by ${height}`, async () => {
        await chair.setViewportSize({ width, height });
        await expect.poll(() => outOfReach(chair.locator("body"))).toEqual([]);
        await chair.evaluate(() => window.scrollTo(0, 0));
        await screenshot(chair, `zoom-${width}-${language}`);
        await draw(chair, "programme", language);
        await expect.poll(() => outOfReach(chair.locator("[data-drawer]"))).toEqual([]);
        await screenshot(chair, `zoom-${width}-programme-${language}`);
        await chair.keyboard.press("Escape");
        await chair.keyboard.press("Shift+A");
        await expect(chair.getByRole("dialog")).toBeVisible();
        await expect.poll(() => outOfReach(chair.getByRole("dialog"))).toEqual([]);
        await screenshot(chair, `zoom-${width}-form-${language}`);
        await chair.keyboard.press("Escape");
        await expect(chair.getByRole("dialog")).toHaveCount(0);
      });
    }
  });
}

/** How dark the lowest line of it is, between 0 and 255. */
async function lowestLine(page: Page, box: Locator): Promise<number> {
  const { x, y, width, height } = (await box.boundingBox()) as { x: number; y: number; width: number; height: number };
  const clip = { x: x + width / 2, y: y + height - 4, width: 2, height: 2 };
  const png = (await page.screenshot({ clip, animations: "disabled" })).toString("base64");
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d") as OffscreenCanvasRenderingContext2D;
    canvas.drawImage(picture, 0, 0);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return 255 - (red + green + blue) / 3;
  }, png);
}

test("that the sheet of keys goes on below is seen, until its end is", async ({ enter }) => {
  const chair = await enter("chair", { language: "en", viewport: { width: 683, height: 384 } });
  await chair.keyboard.press("?");
  const sheet = chair.getByRole("dialog").locator("..");
  const scroll = (to: "0" | "scrollHeight") => sheet.evaluate((box, end) => box.scrollTo(0, end === "0" ? 0 : box.scrollHeight), to);
  await scroll("0");
  await expect.poll(() => lowestLine(chair, sheet), "a shade").toBeGreaterThan(25);
  await screenshot(chair, "keys-more-below");
  await scroll("scrollHeight");
  await expect.poll(() => lowestLine(chair, sheet), "no shade").toBeLessThan(5);
});
