// The chair's console in numbers: with a full hall waiting, so many rows are seen at each size, every act of a row is within
// reach, no name is cut or broken, and the strip, the large button and the top of the list stay at the same pixel whoever
// speaks and whatever waits, in each language.
import type { Page } from "@playwright/test";
import { draw } from "./support/console.ts";
import { expect, screenshot, test } from "./support/fixtures.ts";
import { fillTheHall } from "./support/fullHall.ts";
import { expectRows } from "./support/lists.ts";
import { panel } from "./support/programme.ts";
import { languages, words } from "./support/words.ts";

const waiting = 99;
/** Width, height, rows that are whole in sight with the line of the meeting's end docked. */
const sizes = [
  [960, 540, 4],
  [1024, 768, 10],
  [1180, 820, 11],
  [1280, 720, 8],
  [1366, 768, 10],
  [1440, 900, 12],
  [1920, 1080, 17],
] as const;

/** What is measured in the page. */
interface Measured {
  seen: number;
  strip: number[];
  list: number;
  main: number[];
  /** Rows of another height than the first, acts out of reach, names cut or broken: none. */
  wrong: string[];
}

async function measure(page: Page): Promise<Measured> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const grid = box("[role=grid]") as DOMRect;
    const end = box("[data-end-of-meeting]");
    const bottom = end && end.top > grid.top && end.bottom <= grid.bottom + 1 ? end.top : grid.bottom;
    const rows = [...document.querySelectorAll<HTMLElement>("[data-entry]")];
    const inSight = rows.filter((row) => {
      const { top, bottom: foot } = row.getBoundingClientRect();
      return top >= grid.top - 0.5 && foot <= bottom + 0.5;
    });
    const wrong: string[] = [];
    const card = box("[data-zone=list]") as DOMRect;
    for (const row of inSight) {
      const { height } = row.getBoundingClientRect();
      if (Math.abs(height - 40) > 0.5) wrong.push(`${height} high: ${row.textContent}`);
      const act = row.querySelector("[data-row-menu]")?.getBoundingClientRect();
      if (!act || act.left < card.left || act.right > card.right || act.width < 36 || act.height < 40)
        wrong.push(`no act of ${row.textContent}`);
      for (const name of row.querySelectorAll<HTMLElement>("[data-step]")) {
        const cell = (name.closest("[role=gridcell]") as HTMLElement).getBoundingClientRect();
        const own = name.getBoundingClientRect();
        if (own.right > cell.right + 0.5 || own.height > 40.5 || name.scrollWidth > name.clientWidth + 1 || name.scrollHeight > name.clientHeight + 1)
          wrong.push(`cut: ${name.textContent}`);
        for (const word of brokenIn(name)) wrong.push(`broken: ${word}`);
      }
      // What yields by ellipsis has its words whole in its title, and is no stump.
      for (const words of row.querySelectorAll<HTMLElement>("span")) {
        const isCut = getComputedStyle(words).textOverflow === "ellipsis" && words.scrollWidth > words.clientWidth + 1;
        if (isCut && (words.clientWidth < 40 || !words.closest("[title]"))) wrong.push(`a stump: ${words.textContent}`);
      }
    }
    // What is written beside an act is whole, or out of sight.
    const limit = document.querySelector("[data-zone=strip] [data-limit]");
    const [told, within] = [limit?.getBoundingClientRect(), limit?.parentElement?.getBoundingClientRect()];
    if (limit && told && within && told.width > 0 && told.top < within.bottom) {
      const at = document.elementFromPoint(told.left + 2, told.top + told.height / 2);
      if (!limit.contains(at)) wrong.push(`covered: ${limit.textContent}`);
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push("wider than the screen");
    const four = (rect: DOMRect | undefined) => (rect ? [rect.x, rect.y, rect.width, rect.height] : []);
    const strip = box("[data-zone=strip]") as DOMRect;
    return { seen: inSight.length, strip: four(strip), list: card.top, main: four(box("[data-main]")), wrong };

    /** Words of which one part is on another line than the other. */
    function brokenIn(element: HTMLElement): string[] {
      const text = element.firstChild;
      if (!(text instanceof Text)) return [];
      const found: string[] = [];
      for (const match of text.data.matchAll(/[^\s-]+/g)) {
        const range = document.createRange();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + match[0].length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) found.push(match[0]);
      }
      return found;
    }
  });
}

for (const language of languages) {
  test(`the chair sees so many of 99 at each size, every act and every name whole, in ${language}`, async ({ enter, seat }) => {
    const [desk, chairSeat] = [await seat("desk"), await seat("chair")];
    const order = await fillTheHall(desk, chairSeat, waiting);
    const chair = await enter("chair", { language, viewport: { width: 1366, height: 768 } });
    await expectRows(chair, waiting, language);
    const atRest = new Map<string, Measured>();
    for (const [width, height, rows] of sizes) {
      await chair.setViewportSize({ width, height });
      await expect.poll(async () => (await measure(chair)).wrong, { message: `${width}x${height}` }).toEqual([]);
      const measured = await measure(chair);
      expect(measured.seen, `rows at ${width}x${height}`).toBeGreaterThanOrEqual(rows);
      atRest.set(`${width}`, measured);
      await screenshot(chair, `console-${width}x${height}-${language}`);
    }

    const staysWhereItIs = async (what: string) => {
      for (const [width, height] of sizes) {
        await chair.setViewportSize({ width, height });
        const { strip, list, main } = await measure(chair);
        const was = atRest.get(`${width}`) as Measured;
        expect({ strip, list, main }, `${what} at ${width}x${height}`).toEqual({ strip: was.strip, list: was.list, main: was.main });
      }
    };
    await test.step("whoever speaks", async () => {
      const shortest = order.toSorted((left, right) => desk.name(left, language).length - desk.name(right, language).length)[0] as string;
      await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, shortest) } });
      await expect(chair.getByRole("heading", { name: desk.name(shortest, language), exact: true })).toBeVisible();
      await staysWhereItIs("after another one has the floor");
      await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
      await expect(chair.getByRole("heading", { name: words(language)("floor.free") })).toBeVisible();
      await staysWhereItIs("while nobody speaks");
    });
    await test.step("whatever waits or is open", async () => {
      const note = "The text before us is not the one that was circulated this morning in the languages of the meeting";
      for (const delegation of order.slice(0, 2)) await desk.done({ raisePointOfOrder: { panel, delegation, note } });
      await expect(chair.getByRole("alert")).toHaveCount(2);
      await staysWhereItIs("with two points of order");
      await draw(chair, "programme", language);
      await staysWhereItIs("with what the rail holds");
      await chair.keyboard.press("Escape");
      await chair.keyboard.press("Shift+A");
      await expect(chair.getByRole("dialog")).toBeVisible();
      await staysWhereItIs("with a form open");
    });
  });
}

test("a second point of order is whole at 1440 by 900, and there is one primary button", async ({ enter, seat }) => {
  const [desk, chairSeat] = [await seat("desk"), await seat("chair")];
  const [, first = "", second = ""] = await fillTheHall(desk, chairSeat, waiting);
  const chair = await enter("chair", { language: "en", viewport: { width: 1440, height: 900 } });
  const note = "The amended text was circulated this morning in one language only, and not in those of the meeting";
  await desk.done({ raisePointOfOrder: { panel, delegation: first, note: "The text is not the one that was circulated" } });
  await desk.done({ raisePointOfOrder: { panel, delegation: second, note } });
  const card = chair.locator("[data-point]");
  await expect(card).toHaveCount(1);
  for (const part of [card, card.getByText(desk.name(second)), card.getByText(note), ...(await card.getByRole("button").all())])
    await expect(part).toBeInViewport({ ratio: 1 });
  const primary = () =>
    chair.evaluate(() => {
      const brand = getComputedStyle(document.querySelector("[data-main]") as Element).backgroundColor;
      return [...document.querySelectorAll("button")].filter((each) => getComputedStyle(each).backgroundColor === brand).length;
    });
  expect(await primary()).toBe(1);
  await screenshot(chair, "console-two-points");
});

test("the ring of the large button lies over no line above it, under the longest name", async ({ enter, seat }) => {
  const [desk, chairSeat] = [await seat("desk"), await seat("chair")];
  await fillTheHall(desk, chairSeat, 60);
  const chair = await enter("chair", { language: "fr", viewport: { width: 1366, height: 768 } });
  await expectRows(chair, 60, "fr");
  await chair.keyboard.press("F6");
  await chair.locator("[data-main]").focus();
  for (const [width, height] of [[1280, 720], [1366, 768], [1440, 900], [1920, 1080]] as const) {
    await chair.setViewportSize({ width, height });
    const apart = () =>
      chair.evaluate(() => {
        const main = document.querySelector("[data-main]") as HTMLElement;
        const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(main);
        const ring = outlineStyle === "none" ? Number.NaN : Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
        const lines = [...(main.closest("section")?.querySelectorAll("[title], h2, span") ?? [])].filter((each) => !main.contains(each));
        const lowest = Math.max(...lines.map((each) => each.getBoundingClientRect().bottom).filter((bottom) => bottom <= main.getBoundingClientRect().top));
        return main.getBoundingClientRect().top - Math.max(0, ring) - lowest;
      });
    expect(await apart(), `${width}x${height}`).toBeGreaterThanOrEqual(0);
    await screenshot(chair, `console-ring-${width}`);
  }
});

test("the menu of a row has every act in sight, and leaves the strip free where there is room", async ({ enter, seat }) => {
  const [desk, chairSeat] = [await seat("desk"), await seat("chair")];
  await fillTheHall(desk, chairSeat, 60);
  const chair = await enter("chair", { language: "fr", viewport: { width: 1366, height: 768 } });
  await expectRows(chair, 60, "fr");
  for (const [width, height] of [[1024, 768], [1280, 720], [1366, 768], [1440, 900]] as const) {
    await chair.setViewportSize({ width, height });
    for (const row of [0, 3, 7]) {
      await chair.locator("[data-entry]").nth(row).getByRole("button").last().click();
      const menu = chair.getByRole("menu");
      await expect(menu.getByRole("menuitem").first()).toBeFocused();
      for (const item of await menu.getByRole("menuitem").all()) await expect(item, `${width}x${height}, row ${row}`).toBeInViewport({ ratio: 1 });
      const strip = (await chair.locator("[data-zone=strip]").boundingBox()) ?? { y: 0, height: 0 };
      const top = (await chair.getByRole("dialog").filter({ has: menu }).boundingBox())?.y ?? 0;
      expect(top, `below the strip at ${width}x${height}, row ${row}`).toBeGreaterThanOrEqual(strip.y + strip.height);
      await chair.keyboard.press("Escape");
      await expect(menu).toHaveCount(0);
    }
  }
});

test("what was refused covers neither strip nor clock nor large button, moves nothing, and is put away by keys", async ({ enter, seat, newLine }) => {
  const [desk, chairSeat] = [await seat("desk"), await seat("chair")];
  const [, first = "", second = "", third = ""] = await fillTheHall(desk, chairSeat, 60);
  const line = await newLine();
  const chair = await enter("chair", { language: "fr", viewport: { width: 1366, height: 768 }, through: line });
  await expectRows(chair, 60, "fr");
  const t = words("fr");
  const told = chair.locator("[data-refusals]").getByText(t("rejection.changed_meanwhile", { what: "" }));
  const boxes = () =>
    chair.evaluate(() => {
      const box = (selector: string) => {
        const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        return [x, y, width, height];
      };
      return ["[data-zone=strip]", "[role=timer]", "[data-main]", "[data-zone=list]", "[data-entry]", "[data-zone=side]"].map(box);
    });
  for (const [index, [width, height]] of ([[1280, 720], [1366, 768], [1440, 900], [1920, 1080]] as const).entries()) {
    await chair.setViewportSize({ width, height });
    await expect(chair.locator("[data-main]")).toBeEnabled();
    line.die();
    await chair.locator("[data-main]").click();
    await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, [first, second, third, desk.list(panel).at(-1)][index] as string) } });
    await line.mend();
    await expect(told).toBeInViewport({ ratio: 1 });
    const with_it = await boxes();
    const strip = (await chair.locator("[data-zone=strip]").boundingBox()) ?? { y: 0, height: 0 };
    const at = (await told.boundingBox()) ?? { y: 0, height: 0 };
    expect(at.y, `below the strip at ${width}`).toBeGreaterThanOrEqual(strip.y + strip.height);
    const row = (await chair.locator("[data-entry]").first().boundingBox()) ?? { y: 0 };
    expect(at.y + at.height, `above the rows at ${width}`).toBeLessThanOrEqual(row.y);
    await screenshot(chair, `console-refused-${width}`);
    await chair.locator("[data-main]").focus();
    if (index % 2) {
      await chair.keyboard.press("Tab");
      await expect(chair.locator("[data-refusals]").getByRole("button")).toBeFocused();
      await chair.keyboard.press("Enter");
    } else await chair.keyboard.press("Escape");
    await expect(told).toHaveCount(0);
    await expect(chair.locator("[data-main]")).toBeFocused();
    expect(await boxes(), `nothing has moved at ${width}`).toEqual(with_it);
  }
});

test("no name of a group, of a guest's body or in Arabic is cut or broken in a row", async ({ enter, seat }) => {
  const [desk, chairSeat] = [await seat("desk"), await seat("chair")];
  const order = await fillTheHall(desk, chairSeat, 12);
  const arabic = { name: "عبد الرحمن بن عبد العزيز بن محمد آل الشيخ الأنصاري (fictional)", title: "وزير الدولة المكلف بالتعاون الدولي" };
  const groups = ["Group of Latin American and Caribbean Countries", "the African Group", "مجموعة الدول العربية الأعضاء في المنظمة"];
  for (const [index, onBehalfOf] of groups.entries()) {
    const delegation = order[index] as string;
    await desk.done({ requestFloor: { panel, delegation, kind: "KIND_GROUP_STATEMENT", language: "en", speaker: arabic, onBehalfOf } });
  }
  const body = "Permanent Secretariat of the Intergovernmental Committee on Migration Policies (fictional)";
  await desk.done({ requestFloor: { panel, kind: "KIND_STATEMENT", language: "en", speaker: arabic, body } });
  for (const entry of desk.order(panel).slice(-8)) await desk.done({ moveEntry: { entry, before: desk.order(panel)[0] as number } });
  for (const language of languages) {
    const chair = await enter("chair", { language, viewport: { width: 1366, height: 768 } });
    await expectRows(chair, 16, language);
    for (const [width, height] of [[1280, 720], [1366, 768], [1440, 900], [1920, 1080]] as const) {
      await chair.setViewportSize({ width, height });
      await expect.poll(async () => (await measure(chair)).wrong, { message: `${language} ${width}x${height}` }).toEqual([]);
      await screenshot(chair, `console-groups-${width}-${language}`);
    }
  }
});
