// Every screen as readers set it for themselves, with the longest names: what the tests of it have in common.
import type { Page } from "@playwright/test";
import config from "../playwright.config.ts";
import { faultsOf, faultsThatStay, focusFaultsOf } from "./faults.ts";
import { type EnterOptions, desktop, expect, hall, phone, screenshot, tablet, test } from "./fixtures.ts";
import { panel, roster } from "./programme.ts";
import type { Seat } from "./seat.ts";
import { giveFloor, longText, openPanel, submitText } from "./session.ts";
import { type Language, languages } from "./words.ts";

const speaker = {
  name: "Marie-Antoinette de la Rochefoucauld-Montmorency (fictional)",
  title: "Ministre des affaires étrangères et de la coopération",
};
const booth = { width: 1280, height: 800 };

export type Screen = { role: string; options?: EnterOptions; view: { width: number; height: number } };
const screens: Screen[] = [
  { role: "chair", view: desktop },
  { role: "desk", view: desktop },
  { role: "delegate", view: tablet },
  { role: "interpreter", view: booth },
  { role: "captioner", view: booth },
  { role: "display", view: hall },
];

/** The longest names of each language wait; the first has the floor, with a text; a point of order and a request for help stand. */
export async function arrange(wire: Seat): Promise<string> {
  await openPanel(wire);
  const longest = languages.flatMap((language) =>
    roster()
      .toSorted((left, right) => wire.name(right, language).length - wire.name(left, language).length)
      .slice(0, 4),
  );
  const all = [...new Set(["KE", ...longest])];
  for (const delegation of all)
    await wire.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT", language: "fr", speaker } });
  const own = all[2] as string;
  await submitText(wire, "KE", "fr", longText(4));
  await submitText(wire, own, "fr", longText(2));
  await giveFloor(wire, "KE");
  await wire.done({ raisePointOfOrder: { panel, delegation: all[3], note: "Le texte dont nous sommes saisis n’est pas celui qui a été distribué." } });
  return own;
}

/** One fault a line, with the screen and the language in which it stands. */
export const told = (where: string, faults: string[]) => faults.map((fault) => `${where}: ${fault}`);

export async function tabsOf(page: Page, look: (tab: string) => Promise<void>): Promise<void> {
  const tabs = page.getByRole("tab");
  const count = await tabs.count();
  for (let at = 1; at < count; at += 1) {
    await tabs.nth(at).click();
    await look(String(at));
  }
  if (count > 0) await tabs.first().click();
}

export type Look = (page: Page, where: string, screen: Screen) => Promise<string[]>;

/** Looks at every screen in a language, one after the other, so that no more than one page is at work. */
export async function goThrough(enter: (role: string, options?: EnterOptions) => Promise<Page>, own: string, language: Language, look: Look): Promise<string[]> {
  const faults: string[] = [];
  for (const screen of screens) {
    const of = screen.role === "delegate" ? { delegation: own } : {};
    const page = await enter(screen.role, { language, viewport: screen.view, ...of });
    await page.waitForLoadState("networkidle");
    faults.push(...(await look(page, `${screen.role} in ${language}`, screen)));
    await page.context().close();
  }
  return faults;
}

export async function joinOf(page: Page, url: string, language: Language): Promise<void> {
  await page.goto(`${url}/join?lang=${language}`);
  await expect(page.getByRole("textbox")).toBeVisible();
}

/** Of a browser whose system letters are so large; a file of tests has one such browser. */
export function lettersOf(letters: number) {
  const { launchOptions } = config.use ?? {};
  return { launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), `--blink-settings=defaultFontSize=${letters}`] } };
}

/** The tests of a file with such letters: one for each language. */
export function testsWithLetters(letters: number): void {
  for (const language of languages) {
    test(`every screen is whole in ${language} with system letters of ${letters} px`, async ({ server, enter, seat, page }) => {
      const own = await arrange(await seat("desk"));
      await joinOf(page, server.url, language);
      expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)), "the letters of the system").toBe(letters);
      const faults = told("join", await faultsOf(page));
      faults.push(...(await goThrough(enter, own, language, lookWithLetters(letters, language))));
      expect(faults).toEqual([]);
    });
  }
}

const lookWithLetters =
  (letters: number, language: Language): Look =>
  async (page, where, screen) => {
    const found = told(where, [...(await faultsOf(page)), ...(await focusFaultsOf(page))]);
    await screenshot(page, `readers-${letters}-${screen.role}-${language}`);
    await tabsOf(page, async (tab) => void found.push(...told(`${where}, tab ${tab}`, await faultsOf(page))));
    if (screen.role !== "delegate") return found;
    await page.setViewportSize(phone);
    found.push(...told(`${where} on a phone`, await faultsThatStay(page)));
    await screenshot(page, `readers-${letters}-phone-${language}`);
    await tabsOf(page, async (tab) => void found.push(...told(`${where} on a phone, tab ${tab}`, await faultsOf(page))));
    return found;
  };
