// A browser whose own letters are larger.
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** As the reader has set it in the browser itself, before the page was loaded. */
export async function setLetters(page: Page, px: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: px, fixed: px } });
  await page.reload();
  expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(px);
}
