import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { locales } from "./catalogues";
import { joined } from "./isolated";
import { say, type Values } from "./message";

const files = import.meta.glob<Record<string, string>>("./messages/*/*.json", { import: "default", eager: true });
const messagesIn = (locale: string) =>
  Object.entries(files).flatMap(([path, words]) => (path.includes(`/${locale}/`) ? Object.entries(words) : []));

const namesIn = (message: string, pattern: RegExp) => [
  ...new Set([...message.matchAll(pattern)].map(([, name]) => name ?? "")),
];

/** Each number that grammar may tell apart, with each branch of the message. */
function* fillings(message: string): Generator<Values> {
  const counts = namesIn(message, /\{\s*(\w+)\s*,\s*(?:plural|selectordinal)/g);
  const others = namesIn(message, /\{\s*(\w+)\s*[,}]/g).filter((name) => !counts.includes(name));
  const all = (names: string[], value: string | number) => Object.fromEntries(names.map((name) => [name, value]));
  for (const count of message.includes("selectordinal")
    ? [1, 2, 3, 4, 11, 21, 22, 23]
    : [0, 1, 2, 5, 1_000, 1_234_567]) {
    for (const other of ["", 7, ...namesIn(message, /[\s}](\w+)\s*\{/g)])
      yield { ...all(counts, count), ...all(others, other) };
  }
}

describe("a message", () => {
  it.each(locales)("in %s reads as a complete implementation reads it, for every value", (locale) => {
    for (const [id, message] of messagesIn(locale)) {
      const complete = new IntlMessageFormat(message, locale);
      for (const values of fillings(message)) {
        expect(say(locale, message, values), `${id} ${JSON.stringify(values)}`).toBe(complete.format(values));
      }
    }
  });

  it.each([
    ["it''s 'one'", "it's 'one'"],
    ["a '{brace}' and a half '{", "a {brace} and a half {"],
    [
      "{count, plural, =1 {just one} one {one} other {'#' is # of {kind, select, a {{count} A} other {#}}}}",
      "# is 3 of 3 A",
    ],
  ])("%s", (message, words) => {
    const values = { count: 3, kind: "a" };
    expect(say("en", message, values)).toBe(words);
    expect(new IntlMessageFormat(message, "en").format(values)).toBe(words);
  });

  it.each([
    ["en", ["first", "2nd", "3rd", "4th", "11th", "12th", "21st", "22nd", "23rd"]],
    ["fr", ["first", "2e", "3e", "4e", "11e", "12e", "21e", "22e", "23e"]],
  ])("counts in %s as its ordinals go", (locale, said) => {
    const message = {
      en: "{nth, selectordinal, =1 {first} one {#st} two {#nd} few {#rd} other {#th}}",
      fr: "{nth, selectordinal, =1 {first} one {#re} other {#e}}",
    }[locale as "en" | "fr"];
    expect([1, 2, 3, 4, 11, 12, 21, 22, 23].map((nth) => say(locale, message, { nth }))).toEqual(said);
  });

  it("takes an exact number before a rule", () => {
    expect(say("en", "{n, plural, =1 {just one} one {one} other {#}}", { n: 1 })).toBe("just one");
  });

  it.each([
    ["of Arabic", "وفد المثال (خيالي)"],
    ["of Hebrew", "משלחת הדוגמה (בדיונית)"],
    ["of both directions", "Delegation ا"],
  ])("isolates what runs from right to left, wherever it is put: %s", (_, name) => {
    const isolate = `\u2068${name}\u2069`;
    expect(say("en", "{name} (3)", { name })).toBe(`${isolate} (3)`);
    expect(say("fr", "Texte {of_name}", { name })).toBe(`Texte de ${isolate}`);
    expect(say("es", "{n, plural, one {# de {name}} other {#}}", { n: 1, name })).toBe(`1 de ${isolate}`);
    expect(joined(["Statement", name, "", undefined, "3 min"])).toBe(`Statement\u00a0· ${isolate}\u00a0· 3 min`);
  });

  it("puts nothing around what runs as the sentence does", () => {
    expect(say("en", "{name} (3)", { name: "Côte d’Ivoire" })).toBe("Côte d’Ivoire (3)");
    expect(joined(["Côte d’Ivoire", "中国"])).toBe("Côte d’Ivoire\u00a0· 中国");
  });

  it("shows the name of a value that is missing", () => {
    expect(say("en", "{name} has the floor", {})).toBe("{name} has the floor");
  });

  it.each(["{", "a } b", "{n, plural, other {#}", "{n, date, short}"])("is none: %s", (message) => {
    expect(() => say("en", message)).toThrow("not a message");
  });
});
