// What a screen shows of the list of speakers, against what the server holds.
import { type Page, expect } from "@playwright/test";
import { panel } from "./programme.ts";
import type { Seat } from "./seat.ts";
import { type Language, words } from "./words.ts";

const shown_on_display = 5;

export function rowsOf(chair: Page, language: Language = "en") {
  // Among them stands the line of the meeting's end.
  return chair.getByRole("grid", { name: words(language)("list.title") }).getByRole("row").and(chair.locator("[data-entry]"));
}

export function rowOf(chair: Page, name: string, language: Language = "en") {
  return rowsOf(chair, language).filter({ has: chair.getByText(name, { exact: true }) });
}

/** Place and name of each row, as a screen reader says them. */
async function read(chair: Page, language: Language): Promise<string[]> {
  const names = await rowsOf(chair, language).evaluateAll((rows) =>
    rows.map((row) => row.getAttribute("aria-label") ?? ""),
  );
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
  const names = desk.list(panel).map((delegation) => desk.name(delegation));
  const rows = delegate.getByRole("tabpanel").getByRole("listitem");
  await expect(rows).toHaveCount(names.length);
  await expect(rows).toContainText(names);
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
