// What a screen shows of the list of speakers, against what the server holds.
import { type Locator, type Page, expect } from "@playwright/test";
import { panel } from "./programme.ts";
import type { Seat } from "./seat.ts";
import { type Language, words } from "./words.ts";

const shown_on_display = 5;

const gridOf = (chair: Page, language: Language) => chair.getByRole("grid", { name: words(language)("list.title") });

/** Those that are in the page: all of a short list, of a long one those in sight and some beside. */
export function rowsOf(chair: Page, language: Language = "en") {
  // Among them stands the line of the meeting's end.
  return gridOf(chair, language).getByRole("row").and(chair.locator("[data-entry]"));
}

export function rowOf(chair: Page, name: string, language: Language = "en") {
  return rowsOf(chair, language).filter({ has: chair.getByText(name, { exact: true }) });
}

/** The row at a place of the list as it is shown, counted from 1. */
export function rowAt(chair: Page, place: number, language: Language = "en") {
  return rowsOf(chair, language).and(chair.locator(`[aria-rowindex="${place}"]`));
}

export async function expectRows(chair: Page, count: number, language: Language = "en"): Promise<void> {
  await expect(gridOf(chair, language)).toHaveAttribute("aria-rowcount", `${count}`);
}

/** Place and name of each row, as a screen reader says them; a long list is scrolled through, and back to where it was. */
async function read(chair: Page, language: Language): Promise<string[]> {
  const grid = gridOf(chair, language);
  if ((await grid.count()) === 0) return []; // nobody waits
  const names = await grid.evaluate(async (grid) => {
    const found = new Map<number, string>();
    const look = () => {
      for (const row of grid.querySelectorAll("[data-entry]"))
        found.set(Number(row.getAttribute("aria-rowindex")), row.getAttribute("aria-label") ?? "");
      return found.size >= Number(grid.getAttribute("aria-rowcount"));
    };
    const was = grid.scrollTop;
    for (let top = 0; !look() && top < grid.scrollHeight; top += grid.clientHeight) {
      grid.scrollTop = top;
      // The event of the scroll comes with the next frame, and with it the rows.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    if (grid.scrollTop !== was) grid.scrollTop = was;
    return [...found].sort(([left], [right]) => left - right).map(([, name]) => name);
  });
  return names.map((name) => name.split(",")[0] ?? "");
}

export async function expectChairShows(chair: Page, desk: Seat, language: Language = "en"): Promise<void> {
  await expect
    .poll(() => read(chair, language), { message: "the chair's list" })
    .toEqual(
      desk.list(panel).map((delegation, index) => `${index + 1}. ${desk.name(delegation, language)}`.split(",")[0]),
    );
}

export async function expectDelegateShows(delegate: Page, desk: Seat): Promise<void> {
  await onListOf(delegate, (rows) =>
    expect(rows).toContainText(desk.list(panel).map((delegation) => desk.name(delegation))),
  );
}

/** So many wait on the list that a delegate's screen shows. */
export async function expectWaiting(delegate: Page, count: number): Promise<void> {
  await onListOf(delegate, (rows) => expect(rows).toHaveCount(count));
}

/** A phone has the list behind a row, in any language. */
async function onListOf(delegate: Page, look: (rows: Locator) => Promise<void>): Promise<void> {
  const tab = delegate.getByRole("tabpanel");
  const title = /^(List of speakers|Liste des orateurs|Lista de oradores)/;
  const folded = tab.getByRole("button", { name: title });
  const rows = (around: Locator) => around.locator("ol > li");
  await expect(folded.or(tab.getByRole("heading", { name: title })).first()).toBeVisible();
  if ((await folded.count()) === 0) return look(rows(tab));
  await folded.click();
  await look(rows(delegate.getByRole("dialog")));
  await delegate.keyboard.press("Escape");
}

export async function expectDisplayShows(display: Page, desk: Seat): Promise<void> {
  const names = desk.list(panel).map((delegation) => desk.name(delegation));
  const next = display.getByRole("complementary", { name: "Next speakers" });
  await expect(next.getByRole("listitem")).toHaveText(
    names.slice(0, shown_on_display).map((name) => new RegExp(`${name}$`)),
  );
  if (names.length > shown_on_display)
    await expect(next.getByText(`${names.length - shown_on_display} more`)).toBeVisible();
}
