// Names that run from right to left, on screens that run from left to right: the numbers, times and marks beside them stay
// where they belong. The persons and bodies are fictional.
import type { Locator, Page } from "@playwright/test";
import { expect, hall, phone, screenshot, test } from "./support/fixtures.ts";
import { tabOf } from "./support/people.ts";
import { panel } from "./support/programme.ts";
import { openPanel } from "./support/session.ts";

const persons = {
  arabic: { name: "أمينة المثال (خيالية)", body: "شبكة المغتربين 2005 (خيالية)" },
  hebrew: { name: "נועה לדוגמה (בדיונית)", body: "רשת הפזורה 7 (בדיונית)" },
};

/** The words of an element from left to right as they are drawn, each with where it begins. */
async function drawn(of: Locator): Promise<string[]> {
  return of.evaluate((element) => {
    const words: { at: number; line: number; text: string }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const found of (node.textContent ?? "").matchAll(/[^\s\u2066-\u2069]+/g)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const box = range.getBoundingClientRect();
        if (box.width > 1) words.push({ at: box.left, line: Math.round(box.top / 4), text: found[0] });
      }
    }
    return words.sort((left, right) => left.line - right.line || left.at - right.at).map(({ text }) => text);
  });
}

/** What stands around a written text stays on its sides: `before` to its left, `after` to its right. */
async function expectKeeps(of: Locator, written: string, before: string | undefined, after: string | undefined): Promise<void> {
  const words = await drawn(of);
  const own = written.split(" ").map((word) => words.findIndex((each) => each.includes(word)));
  expect(own, `${written} is drawn in ${words.join(" | ")}`).not.toContain(-1);
  if (before !== undefined) expect(words.findIndex((word) => word.includes(before)), words.join(" | ")).toBeLessThan(Math.min(...own));
  if (after !== undefined) expect(words.findLastIndex((word) => word.includes(after)), words.join(" | ")).toBeGreaterThan(Math.max(...own));
}

for (const [script, { name, body }] of Object.entries(persons)) {
  test(`a guest's name in ${script} pulls no number to its other side: log, list, booth and display`, async ({ enter, seat }) => {
    const wire = await seat("desk");
    await openPanel(wire);
    const ask = (speaker: object, of: string) =>
      wire.done({ requestFloor: { panel, kind: "KIND_STATEMENT", language: "en", speaker, body: of } });
    await ask({ name, title: "Speaker 12" }, body);
    const [desk, display, delegate, booth] = await Promise.all([
      enter("desk", { language: "en" }),
      enter("display", { language: "en", viewport: hall }),
      enter("delegate", { language: "fr", delegation: "KE", viewport: phone }),
      enter("interpreter", { language: "es", name: "booth-es" }),
    ]);

    await tabOf(desk, "List").click();
    const row = desk.locator("[data-entry]").filter({ hasText: body });
    await expect(row).toBeVisible();
    await expectKeeps(row.locator("[class*=note]").first(), name, "Statement", "12");
    await expect(row.locator("bdi").filter({ hasText: body }).first()).toBeVisible();
    await screenshot(desk, `names-${script}-desk`);

    await delegate.getByRole("button", { name: "Liste des orateurs" }).click();
    const list = delegate.getByRole("listitem").filter({ hasText: name });
    await expect(list).toBeVisible();
    const [place, written, when] = await Promise.all(
      [list.getByText("1", { exact: true }), list.locator("bdi").first(), list.getByText(/^\d\d:\d\d–\d\d:\d\d$/)].map((each) => each.boundingBox()),
    );
    expect(place && written && when && place.x < written.x && written.x < when.x, "place, name, time from left to right").toBe(true);
    await screenshot(delegate, `names-${script}-delegate`);

    await tabOf(desk, "Log").click();
    const asked = desk.getByRole("listitem").filter({ hasText: "asks for the floor" }).filter({ hasText: body });
    await expect(asked).toBeVisible();
    await expectKeeps(asked, body, undefined, "1.");

    await expect(booth.getByText(body)).toBeVisible();
    const entry = wire.order(panel)[0];
    await wire.done({ giveFloor: { panel, entry } });
    await expect(display.getByRole("heading", { name: body })).toBeVisible();
    await screenshot(display, `names-${script}-display`);
    await screenshot(booth, `names-${script}-booth`);
    await expect.poll(() => titlesWithMarks(desk), "titles and labels hold no marks that could be seen").toEqual([]);
  });
}

/** Names for screen readers and titles: an isolate is no letter and is not seen; anything else that is not a letter would be. */
async function titlesWithMarks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("[aria-label],[title]")]
      .flatMap((each) => [each.getAttribute("aria-label"), each.getAttribute("title")])
      .filter((words) => words !== null && /<bdi|&#|[\u202a-\u202e\ufffd]/.test(words))
      .map(String),
  );
}
