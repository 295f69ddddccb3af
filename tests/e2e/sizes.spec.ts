// What somebody waits for on the network of the hall, before the first screen stands; packed, and without the fonts.
import { expect, test } from "@playwright/test";
import { budgets, firstLoad } from "../../clients/web/scripts/firstLoad.mjs";
import { languages } from "./support/words.ts";

const kilobytes = (bytes: number) => bytes / 1_000;

for (const [screen, bytes_max] of Object.entries(budgets)) {
  for (const language of languages) {
    test(`the first load of ${screen} in ${language} alone is at most ${kilobytes(bytes_max)} kB`, () => {
      const { all } = firstLoad(screen, language);
      expect(all, `${screen} (${language}): ${all} bytes packed, at most ${bytes_max}`).toBeLessThanOrEqual(bytes_max);
    });
  }
}
