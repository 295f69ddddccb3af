// What the server tells by a code has words in every language. docs/protocol.md lists the codes, printed from the server's.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Catalogue, type Locale, locales } from "./catalogues";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/protocol.md"), "utf8");
const files = import.meta.glob<Catalogue>("./messages/*/*.json", { import: "default", eager: true });

function catalogueOf(locale: Locale): Catalogue {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./messages/${locale}/`));
  return Object.assign({}, ...own.map(([, words]) => words));
}

/** The first column of a table of the page. */
function codesOf(table: string): string[] {
  const [, rows = ""] = page.split(`<!-- printed by tools/docs: ${table} -->\n`);
  const [own = ""] = rows.split("\n\n");
  return [...own.matchAll(/^\| `(\w+)` \|/gm)].map(([, code = ""]) => code);
}

/** The messages that are missing for what the table tells. */
function untold(table: string, prefix: string, catalogue: Catalogue): string[] {
  return codesOf(table)
    .map((code) => `${prefix}.${code}`)
    .filter((id) => !catalogue[id]);
}

describe.each(locales)("in %s", (locale) => {
  const catalogue = catalogueOf(locale);

  it.each([
    ["events", "log", "entry_skipped"],
    ["rejections", "rejection", "not_next"],
  ])("all %s have words, and one that has none is named", (table, prefix, one) => {
    expect(codesOf(table).length).toBeGreaterThan(40);
    expect(untold(table, prefix, catalogue)).toEqual([]);
    const { [`${prefix}.${one}`]: _, ...forgetful } = catalogue;
    expect(untold(table, prefix, forgetful)).toEqual([`${prefix}.${one}`]);
  });
});
