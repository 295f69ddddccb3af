// Whether a screen keeps within its width.
import { type Page, expect } from "@playwright/test";

/** Nothing reaches beyond the sides of the viewport, and nothing has to be scrolled sideways. */
export async function expectNothingBeyondSides(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const scrolls =
        /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
      if (scrolls || box.right > width + 1 || box.left < -1) {
        found.push(
          `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? "").slice(0, 40)}"`,
        );
      }
    }
    return found;
  });
  expect(beyond, `beyond ${page.viewportSize()?.width} pixels`).toEqual([]);
}
