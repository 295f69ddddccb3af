import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { type Catalogue, type Locale, letGoOfWords, loadWords, locales, speakFrom, wordsOf } from "./catalogues";
import { partsOf } from "./partsOf";

// The text of every source file that may name a message.
const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!../wire/gen/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const text = Object.values(sources).join("\n");

const files = import.meta.glob<Catalogue>("./messages/*/*.json", { import: "default", eager: true });
const part = (locale: Locale, name: string): Catalogue => files[`./messages/${locale}/${name}.json`] ?? {};
const parts = [...new Set(Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, "")))].sort();
const all = (locale: Locale): Catalogue => Object.assign({}, ...parts.map((name) => part(locale, name)));
const catalogues = { en: all("en"), fr: all("fr"), es: all("es") };

const access = readFileSync(join(import.meta.dirname, "../../../../docs/access.md"), "utf8");

/** Written out, or made of a prefix: t(`light.${light}`). */
function usedIn(text: string, id: string): boolean {
  if (text.includes(`"${id}"`) || text.includes(`\`${id}\``)) return true;
  const parts = id.split(".");
  return parts.some((_, index) => {
    const prefix = parts.slice(0, index).join(".");
    return prefix !== "" && text.includes(`\`${prefix}.\${`);
  });
}

function placeholders(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap((option) => placeholders(option.value))];
      case TYPE.tag:
        return [`<${element.value}>`, ...placeholders(element.children)];
      default:
        return [element.value];
    }
  });
}

// {of_name} is the value `name` with what its language puts before it.
const named = (message: string) =>
  [...new Set(placeholders(parse(message)).map((name) => name.replace(/^(of|to)_/, "")))].sort();
const english = Object.keys(catalogues.en).sort();

describe.each(locales)("the catalogue in %s", (locale) => {
  const catalogue = catalogues[locale];

  it("has every part with the messages that it has in English", () => {
    for (const name of parts) {
      expect(Object.keys(part(locale, name)).sort(), name).toEqual(Object.keys(part("en", name)).sort());
    }
  });

  it("has every message that English has and no other", () => {
    expect(Object.keys(catalogue).sort()).toEqual(english);
  });

  it("says something in every message", () => {
    expect(Object.entries(catalogue).filter(([, message]) => message.trim() === "")).toEqual([]);
  });

  it("names the same values in every message as English does", () => {
    for (const id of english) expect(named(catalogue[id] ?? ""), id).toEqual(named(catalogues.en[id] ?? ""));
  });
});

describe("the catalogues", () => {
  it("hold no message that no screen uses", () => {
    expect(english.filter((id) => !usedIn(text, id))).toEqual([]);
  });

  it("shout nowhere", () => {
    for (const locale of locales) {
      for (const [id, message] of Object.entries(catalogues[locale])) expect(message, id).not.toMatch(/!/);
    }
  });
});

describe("what stands between facts side by side", () => {
  const comments = /\/\*[\s\S]*?\*\/|\/\/.*/g;
  const folder = join(import.meta.dirname, "..");
  const sheets = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".css"));
  const drawn: [string, string][] = [
    ...Object.entries(sources),
    ...sheets.map((name): [string, string] => [`../${name}`, readFileSync(join(folder, name), "utf8")]),
  ];

  it("is written in one place, and in sheets as it stands there: it begins no line", () => {
    expect(sheets.length).toBeGreaterThan(50);
    const by = drawn.filter(([, source]) => /·/.test(source.replace(comments, "").replaceAll('"\\a0· "', "")));
    expect(by.map(([path]) => path)).toEqual(["./isolated.ts"]);
  });
});

describe("instants that may be of another day", () => {
  const told = /\btime\((?:\w+\.)*(?:\w+At|beyond|since)\)/;
  /** Their day stands beside them, in words of their own. */
  const with_day = ["../shared/stage.ts", "../screens/display/Welcome.tsx", "../screens/delegate/ProgrammeTab.tsx"];
  const bareIn = (source: string) =>
    source.split("\n").filter((line) => told.test(line) && !/format\.date\(/.test(line));

  it("are nowhere written as a time alone", () => {
    const bare = Object.entries(sources).filter(
      ([path, source]) => !with_day.includes(path) && bareIn(source).length > 0,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
    expect(bareIn("format.time(panel.listClosesAt)\nformat.time(sentAt)\nformat.time(now)")).toHaveLength(2);
  });
});

/** A source file and all that it imports, but for other screens. */
function reach(path: string, reached = new Set<string>()): Set<string> {
  const source = sources[path];
  if (source === undefined || reached.has(path)) return reached;
  reached.add(path);
  for (const [, to] of source.matchAll(/from "(\.{1,2}\/[^"]+)"/g)) {
    const target = new URL(to ?? "", `file:///src/i18n/${path}`).pathname.replace("/src/", "../");
    const own = target.replace(/^\.\.\/i18n\//, "./");
    for (const end of [".ts", ".tsx", "/index.ts", "/index.tsx"]) reach(own + end, reached);
  }
  return reached;
}

// The table of acts names the words of every screen that an act is on; a screen says its own.
type Said = { label: string; told?: string; done?: { words: string; undo: string } };
type Row = { on: Record<string, Said | undefined> };
const table = import.meta.glob<Record<string, unknown>>("../shared/acts/table/*.ts", { eager: true });
const inTable = (path: string) => path in table;
const rows = Object.values(table)
  .flatMap((module) => Object.values(module))
  .flat()
  .filter((row): row is Row => typeof row === "object" && row !== null && "on" in row);

function saidOfActs(screen: string): string[] {
  return rows.flatMap(({ on }) => {
    const said = on[screen];
    return [said?.label, said?.told, said?.done?.words, said?.done?.undo].filter((id) => id !== undefined);
  });
}

describe("the words that are loaded", () => {
  const screens = Object.keys(sources).flatMap((path) => path.match(/^\.\.\/screens\/(\w+)\/index\.tsx$/)?.[1] ?? []);

  it("are of every screen that there is", () => {
    expect(screens.sort()).toEqual(["booth", "captions", "chair", "delegate", "desk", "display", "join"]);
  });

  it("are of every act on the screens that it is on", () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(saidOfActs("captions").length).toBeGreaterThan(2);
  });

  it.each(screens)("for %s are all that it says", (screen) => {
    const reached = reach(`../screens/${screen}/index.tsx`);
    for (const before of ["../shared/gate.tsx", "../shared/failure.tsx"]) reach(before, reached);
    expect(reached.size).toBeGreaterThan(20);
    const said = [...reached].filter((path) => !inTable(path)).map((path) => sources[path]);
    const acts = saidOfActs(screen).map((id) => `"${id}"`);
    const written = [...said, ...acts].join("\n");
    const loaded = Object.assign({}, ...partsOf(screen).map((name) => part("en", name)));
    const others = partsOf(screen).includes("managing") ? {} : part("en", "managing");
    expect(english.filter((id) => usedIn(written, id) && !(id in loaded) && !(id in others))).toEqual([]);
  });

  it("name what chair and desk alone may do for them alone, and all else for everybody who acts", () => {
    const rows = access
      .split("\n")
      .flatMap((line) => /^\| `(\w+)` \| any \| any \| (.*) \|$/.exec(line)?.slice(1) ?? []);
    const ofManagers = rows.filter((_, index) => index % 2 === 0 && /^[- |]+$/.test(rows[index + 1] ?? ""));
    expect(ofManagers.length).toBeGreaterThan(20);
    const named = ofManagers.map(
      (name) => `act.${name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    );
    expect(Object.keys(part("en", "managing")).sort()).toEqual(named.sort());
  });

  it("put no name behind a preposition on the way in, which loads no articles for it", () => {
    const said = [...reach("../screens/join/index.tsx")].map((path) => sources[path]).join("\n");
    const used = english.filter((id) => usedIn(said, id));
    expect(used.length).toBeGreaterThan(5);
    const takesArticle = (id: string) => locales.some((locale) => /\{(?:of|to)_/.test(all(locale)[id] ?? ""));
    expect(used.filter(takesArticle)).toEqual([]);
    expect(english.filter(takesArticle).length, "of all screens").toBeGreaterThan(5);
  });

  it("come when they are asked for, in one language and of one screen", async () => {
    speakFrom("captions");
    for (const locale of locales) letGoOfWords(locale);
    expect(wordsOf("fr")).toBeUndefined();
    await loadWords("fr");
    expect(wordsOf("fr")).toEqual(
      Object.assign({}, ...["common", "acts", "motions", "booth", "captions"].map((name) => part("fr", name))),
    );
    expect(wordsOf("es")).toBeUndefined();
  });
});
