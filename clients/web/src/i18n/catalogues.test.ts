import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { catalogues, locales } from "./catalogues";

// The text of every source file that may name a message.
const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!../wire/gen/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const text = Object.values(sources).join("\n");

/** Written out, or made of a prefix: t(`light.${light}`). */
function used(id: string): boolean {
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

const named = (message: string) => [...new Set(placeholders(parse(message)))].sort();
const english = Object.keys(catalogues.en).sort();

describe.each(locales)("the catalogue in %s", (locale) => {
  const catalogue = catalogues[locale];

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
    expect(english.filter((id) => !used(id))).toEqual([]);
  });

  it("shout nowhere", () => {
    for (const locale of locales) {
      for (const [id, message] of Object.entries(catalogues[locale])) expect(message, id).not.toMatch(/!/);
    }
  });
});
