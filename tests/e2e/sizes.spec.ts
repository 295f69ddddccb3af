// What a delegate waits for on the network of the hall, before the first screen stands.
import { expect, test } from "@playwright/test";
import { firstLoad } from "../../clients/web/scripts/firstLoad.mjs";
import { languages } from "./support/words.ts";

/** Packed with gzip, with one language: 200 kB. */
const first_load_bytes_max = 200_000;

for (const language of languages) {
  test(`the delegate's first load in ${language} alone is at most 200 kB`, () => {
    const { all } = firstLoad("delegate", language);
    const said = `delegate (${language}): ${all} bytes packed, at most ${first_load_bytes_max}`;
    expect(all, said).toBeLessThanOrEqual(first_load_bytes_max);
  });
}
