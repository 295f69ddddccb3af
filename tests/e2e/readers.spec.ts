// Every screen with wider spacing (WCAG 1.4.12), at 320 px (1.4.10), and in colours of the reader's own, in each language, with the
// longest names: nothing is cut, nothing lies over an act, everything is got at, and what is chosen is told apart.
import { faultsOf, faultsThatStay, focusFaultsOf, forcedFaultsOf, spaceAsBefore, spaceOut } from "./support/faults.ts";
import { desktop, expect, screenshot, test } from "./support/fixtures.ts";
import { type Look, arrange, goThrough, joinOf, tabsOf, told } from "./support/readers.ts";
import { languages } from "./support/words.ts";

const small = { width: 320, height: 640 };

for (const language of languages) {
  test(`every screen is whole in ${language} with wider spacing, at 320 px, and in colours of the reader's own`, async ({ server, enter, seat, page }) => {
    const own = await arrange(await seat("desk"));
    const look: Look = async (page, where, screen) => {
      const found: string[] = [];
      const see = async (how: string) => {
        found.push(...told(`${where}, ${how}`, await faultsThatStay(page)));
        await screenshot(page, `readers-${how}-${screen.role}-${language}`);
      };
      await spaceOut(page);
      await see("spaced");
      await spaceAsBefore(page);
      await page.emulateMedia({ forcedColors: "active" });
      found.push(...told(`${where}, forced`, [...(await forcedFaultsOf(page)), ...(await focusFaultsOf(page))]));
      await screenshot(page, `readers-forced-${screen.role}-${language}`);
      await page.emulateMedia({ forcedColors: "none" });
      await page.setViewportSize(small);
      await see("narrow");
      await tabsOf(page, async (tab) => void found.push(...told(`${where}, narrow, tab ${tab}`, await faultsOf(page))));
      return found;
    };
    await joinOf(page, server.url, language);
    const faults = await look(page, "join", { role: "join", view: desktop });
    faults.push(...(await goThrough(enter, own, language, look)));
    expect(faults).toEqual([]);
  });
}
