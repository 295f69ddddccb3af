// How secretariats write, as far as a machine can tell: held for every message of every catalogue.
import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "./catalogues";
import { holdWording, worded } from "./wording";
import otherwise from "./wording/es.json";

const files = import.meta.glob<Record<string, string>>("./messages/*/*.json", { import: "default", eager: true });
const messages = (locale: Locale) =>
  Object.entries(files).flatMap(([path, words]) => (path.includes(`/${locale}/`) ? Object.entries(words) : []));

/** A message as it is read: each of its branches once, with a letter for a name and a figure for a number. */
function readings(elements: MessageFormatElement[], count = "7"): string[] {
  return elements.reduce<string[]>(
    (before, element) => {
      const parts = readingsOf(element, count);
      // One after the other, not each with each: what is wrong stands in one branch and what is around it.
      const longest = Math.max(before.length, parts.length);
      return Array.from(
        { length: longest },
        (_, at) => (before[at] ?? before[0] ?? "") + (parts[at] ?? parts[0] ?? ""),
      );
    },
    [""],
  );
}

function readingsOf(element: MessageFormatElement, count: string): string[] {
  switch (element.type) {
    case TYPE.literal:
      return [element.value];
    case TYPE.pound:
      return [count];
    case TYPE.plural:
    case TYPE.select:
      return Object.values(element.options).flatMap(({ value }) => readings(value, count));
    default:
      return [element.value === "minutes" || element.value === "count" || element.value === "number" ? count : "X"];
  }
}

type Rule = [rule: string, wrong: RegExp];

const everywhere: Rule[] = [
  ["a figure and its unit stay together", /[\dX][ \u202f](?:min|s|h|Kio|KiB)(?!\p{L})/u],
  ["a sign and its figure stay together", /[+±] \d/],
  ["a number stays with what it numbers", /\b(?:n\.?[°º]|no\.) [\dX]/],
  ["apostrophes are those of print", /\p{L}'\p{L}/u],
  ["three dots are one sign", /\.\.\./],
  ["no two blanks", / {2}/],
  ["a dot between facts begins no line", /[^\u00a0]·|·[^ ]/],
];

const rules: Record<Locale, Rule[]> = {
  en: [
    ["no blank before a mark", /[ \u00a0\u202f][;:!?]/],
    ["no marks of quotation but ours", /[«»"]/],
  ],
  fr: [
    ["the desk is the secretariat", /bureau/i],
    ["a narrow no-break space before ; ! ?", /(?<!\u202f)[;!?]/],
    ["a no-break space before : but in a time", /(?<!\u00a0|\d):|\d:(?!\d)/],
    ["a no-break space inside « »", /«(?!\u00a0)|(?<!\u00a0)»/],
    ["no marks of quotation but ours", /[“”"]/],
    [
      "“de” and “à” are joined to what follows, but to a pronoun",
      /(?<!\p{L})(?:de|à) les?(?! \p{L}+(?:er|ir|re)\b)(?!\p{L})/iu,
    ],
    ["“de” is elided", /(?<![\p{L}-])(?:de|le|la|que) (?=[aeiouéèêàâîôû])(?!un[^e]|onz|à)/iu],
  ],
  es: [
    ["the desk is the secretariat", /\bmesas?\b/i],
    ["a point of order is a “cuestión”", /moci(?:ón|ones) de orden/i],
    ["no blank before a mark", /[ \u00a0\u202f][;:!?]/],
    ["no blank inside « »", /«\s|\s»/],
    ["no marks of quotation but ours", /[“”"]/],
    ["questions and cries are opened", /^[^¿]*\?|^[^¡]*!/],
    ["“de” and “a” are joined to “el”", /\b(?:de|a) el\b/],
  ],
};

const wrongIn = (text: string, wanted: Rule[]) => wanted.filter(([, wrong]) => wrong.test(text)).map(([rule]) => rule);

describe.each(locales)("in %s", (locale) => {
  it("every message keeps to how secretariats write", () => {
    const found = messages(locale).flatMap(([id, message]) =>
      readings(parse(message)).flatMap((text) =>
        wrongIn(text, [...everywhere, ...rules[locale]]).map((rule) => `${id}: ${rule}: ${text}`),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe("a session that says moción de orden in Spanish", () => {
  it("says so in every message, and changes nothing else in it", () => {
    holdWording("es", otherwise);
    const back = (_: string, first: string, end: string) => `${first === "m" ? "c" : "C"}uesti${end} de orden`;
    const points = messages("es").filter(([, message]) => /cuesti(?:ón|ones) de orden/i.test(message));
    expect(points.length).toBeGreaterThan(20);
    for (const [id, message] of points) {
      const said = worded("es", message, true);
      expect(said, id).not.toMatch(/cuesti(?:ón|ones) de orden/i);
      expect(said, id).toMatch(/moci(?:ón|ones) de orden/i);
      expect(said.replace(/(m|M)oci(ón|ones) de orden/g, back), id).toBe(message);
      expect(worded("es", message, false), id).toBe(message);
    }
  });
});

describe("the rules find what is wrong", () => {
  it.each<[Locale, string]>([
    ["en", "in 3 min"],
    ["en", "It is closed !"],
    ["en", "after 10 s of it"],
    ["en", "code no. 7"],
    ["en", "Version 2 · sent 15:20"],
    ["fr", "Aide du bureau"],
    ["fr", "Vraiment ?"],
    ["fr", "Vraiment?"],
    ["fr", "Ordre : X"],
    ["fr", "Ordre: X"],
    ["fr", "« X »"],
    ["fr", "encore 3 min"],
    ["fr", "la demande de Équateur"],
    ["fr", "le texte de le Chili"],
    ["es", "Ayuda de la mesa"],
    ["es", "Mociones de orden"],
    ["es", "Orden : X"],
    ["es", "Seguro?"],
    ["es", "la palabra a el orador"],
  ])("%s: %s", (locale, text) => {
    expect(wrongIn(text, [...everywhere, ...rules[locale]])).not.toEqual([]);
  });

  it.each<[Locale, string]>([
    ["en", "in 3\u00a0min\u00a0· at 16:10"],
    ["fr", "Ordre\u00a0: X, à 16:10, «\u00a0X\u00a0»\u202f; vraiment\u202f?"],
    ["es", "¿Seguro? El orden: X, «X»; 3\u00a0min"],
  ])("and not what is right, %s: %s", (locale, text) => {
    expect(wrongIn(text, [...everywhere, ...rules[locale]])).toEqual([]);
  });
});
