// Whether a screen keeps within its width, and shows its words whole.
import { type Page, expect } from "@playwright/test";

/** Nothing reaches beyond the sides of the viewport, nothing has to be scrolled sideways, and no words are cut. */
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
      const style = getComputedStyle(element);
      const ownWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      // Words in full can be read elsewhere: of a person or a title, never of a State.
      const cut =
        ownWords &&
        hides &&
        !element.title &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
      if (cut || scrolls || box.right > width + 1 || box.left < -1) {
        found.push(
          `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? "").slice(0, 40)}"`,
        );
      }
    }
    return found;
  });
  expect(beyond, `beyond ${page.viewportSize()?.width} pixels`).toEqual([]);
}
