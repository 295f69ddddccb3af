// The display's clock stays whole, whoever speaks, for whomever.
import { expect, screenshot, test } from "./support/fixtures.ts";
import { inLanguages, onEach } from "./support/looks.ts";
import { panel, roster } from "./support/programme.ts";
import { openPanel } from "./support/session.ts";
import type { Language } from "./support/words.ts";

const longest = {
  group: "the Group of Latin American and Caribbean Countries, and the Member States of the Southern African Development Community and their partners (all of them)",
  name: "Marie-Antoinette Guillemette de la Rochefoucauld-Montmorency y Fernández de Córdoba-Figueroa (fictional)",
  title: "Vice-Minister for Foreign Affairs, Regional Integration and Cooperation, Chair of the Interministerial Committee on Migration and Development",
};
const sizes = [
  [1920, 1080],
  [1366, 768],
  [1280, 720],
  [1024, 768],
] as const;

test("the display's clock is whole for the longest group statement, at every size and in each language", async ({ enter, seat }) => {
  test.setTimeout(600_000);
  const wire = await seat("desk");
  await openPanel(wire);
  const byLength = (language: Language) => roster().toSorted((left, right) => wire.name(right, language).length - wire.name(left, language).length);
  const speakers = [...new Set((["en", "fr", "es"] as const).map((language) => byLength(language)[0] as string))];
  const displays = await inLanguages(enter, "display", { viewport: { width: 1920, height: 1080 } });
  for (const delegation of speakers) {
    await wire.done({
      requestFloor: { panel, delegation, kind: "KIND_GROUP_STATEMENT", language: "en", onBehalfOf: longest.group, speaker: { name: longest.name, title: longest.title } },
    });
    await wire.done({ giveFloor: { panel, entry: wire.entryOf(panel, delegation) } });
    await onEach(displays, async (page, t) => {
      await expect(page.getByRole("timer")).toBeVisible();
      await expect(page.getByText(longest.name)).toBeVisible();
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await expect(async () => {
          const [clock, head, band, person] = await Promise.all(
            [page.getByRole("timer"), page.getByRole("banner"), page.getByRole("contentinfo"), page.getByText(longest.name)].map((each) => each.boundingBox()),
          );
          if (!clock || !head || !band || !person) throw new Error("something is not drawn");
          expect(clock.y, `the clock below the head at ${width}x${height}`).toBeGreaterThanOrEqual(head.y + head.height);
          expect(clock.y + clock.height, `the clock above the light at ${width}x${height}`).toBeLessThanOrEqual(band.y + 1);
          expect(person.y + person.height, `the speaker above the clock at ${width}x${height}`).toBeLessThanOrEqual(clock.y + 1);
          expect(clock.height, "read from afar").toBeGreaterThan(width * 0.05);
          const letters = await page.getByText(longest.name).evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize));
          expect(letters, "no smaller than there is need for").toBeGreaterThan(width * 0.01);
        }).toPass({ timeout: 20_000 });
      }
      await page.setViewportSize({ width: 1366, height: 768 });
      await screenshot(page, `whole-display-${delegation}-${t("display.next").length}`);
    });
  }
});
