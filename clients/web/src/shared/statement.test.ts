import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { bytesOf } from "../parts/room";
import { Delivery, type Statement, TextFormat } from "../wire";
import {
  firstLanguage,
  followedText,
  paragraphBeside,
  paragraphIn,
  paragraphOf,
  paragraphsOf,
  spokenMs,
  wordsOf,
} from "./statement";

const text = (language: string, paragraphs: number) => ({
  language,
  version: 1,
  format: TextFormat.PLAIN,
  paragraphs: Array.from({ length: paragraphs }, (_, index) => `${language} ${index + 1}`),
  words: paragraphs * 2,
  submittedAt: 0,
});
const statement = (...texts: Statement["texts"]): Statement => ({
  entry: 15,
  panel: "high-level",
  delegation: "EC",
  delivery: Delivery.VERBATIM,
  texts,
  releasedAt: 0,
  releasesAt: 0,
  filedAt: 0,
});

describe("S1 the paragraphs of a text", () => {
  it.each<[string, string, string[]]>([
    ["one line", "Chair.", ["Chair."]],
    ["an empty line between", "One.\n\nTwo.", ["One.", "Two."]],
    ["a line of blanks between", "One.\n \t\nTwo.", ["One.", "Two."]],
    ["several lines in one", "One,\nstill one.\n\n\n\nTwo.", ["One,\nstill one.", "Two."]],
    ["line ends of other systems", "One.\r\n\r\nTwo.\r\rThree.", ["One.", "Two.", "Three."]],
    ["blanks at the ends", "  One.  \n\n\tTwo.\n", ["One.", "Two."]],
    ["indented lines within", "One\n  and on.", ["One\n  and on."]],
    ["nothing", "", []],
    ["blanks only", " \n \r\n\t", []],
    ["a line of white space of any script", "One.\n\u00a0\u3000\nTwo.", ["One.", "Two."]],
    ["a line in which nothing is seen", "One.\n\u200b\u200f\nTwo.", ["One.", "Two."]],
    [
      "lines and paragraphs as Word pastes them",
      "One,\vstill one,\u2028and on.\u2029Two.",
      ["One,\nstill one,\nand on.", "Two."],
    ],
    ["a page break", "One.\fTwo.", ["One.", "Two."]],
    ["a sign that is joined of several, at an end", "❤\ufe0f", ["❤\ufe0f"]],
  ])("are what stands between lines in which nothing is seen: %s", (_, whole, paragraphs) => {
    expect(paragraphsOf(whole)).toEqual(paragraphs);
  });
});

describe("S1 the words of a text", () => {
  it.each<[string, number]>([
    ["", 0],
    ["Thank you, Chair.", 3],
    ["policy – coherence", 2],
    ["follow-up", 2],
    ["* one\n* two", 2],
    ["# 1. Trust", 2],
    ["¿Qué más?", 2],
    ["l’homme d'État", 2],
    ["3.5% of 1,000", 3],
    ["one\u00a0two three", 3],
    ["...", 0],
    ["one\r\ntwo\rthree\tfour\vfive\fsix", 6],
    ["👍", 0],
  ])("are those of Unicode with a letter or a digit: %j", (whole, words) => {
    expect(wordsOf(whole)).toBe(words);
  });

  it.each<[string, string, number]>([
    ["two of Chinese", "词", 220],
    ["three of kana", "か", 330],
    ["four of Thai", "ก", 440],
    ["four of Khmer", "ក", 440],
  ])(
    "are one for so many letters where a script puts no blanks between words, whose minutes are theirs: %s",
    (_, letter, in_a_minute) => {
      expect(spokenMs(wordsOf(letter.repeat(in_a_minute)))).toBe(60_000);
    },
  );

  it("are the same however the text is split into paragraphs", () => {
    const whole = "One two.\r\n\r\n* three\n- four five\u2029议\n\n长\n\n議";
    expect(wordsOf(paragraphsOf(whole).join("\n\n"))).toBe(wordsOf(whole));
    expect(wordsOf(whole)).toBe(7);
  });

  it("are what stands between white space where a browser cannot segment", () => {
    const { Segmenter } = Intl;
    vi.stubGlobal("Intl", Object.create(Intl, { Segmenter: { value: undefined } }));
    try {
      expect(wordsOf("Thank you, Chair. – 词词")).toBe(4);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(Intl.Segmenter).toBe(Segmenter);
  });

  it("take a minute for every 110", () => {
    expect(spokenMs(110)).toBe(60_000);
    expect(spokenMs(330)).toBe(180_000);
    expect(spokenMs(0)).toBe(0);
  });

  it("weigh what they take in UTF-8", () => {
    expect(bytesOf("é€👍")).toBe(2 + 3 + 4);
  });
});

describe("S1 the golden texts", () => {
  const file = join(import.meta.dirname, "..", "..", "..", "..", "protocol", "golden", "statement_texts.json");
  const golden = JSON.parse(readFileSync(file, "utf8")) as { text: string; paragraphs: string[]; words: number }[];

  it.each(golden)("are split and counted here as on the server: $text", ({ text: whole, paragraphs, words }) => {
    expect(paragraphsOf(whole)).toEqual(paragraphs);
    expect(wordsOf(whole)).toBe(words);
  });
});

describe("S3 the text that is followed", () => {
  it("is the one in the language spoken", () => {
    expect(followedText(statement(text("en", 4), text("es", 4)), "es")?.language).toBe("es");
  });

  it("is the first submitted where none is in the language spoken", () => {
    expect(followedText(statement(text("fr", 4), text("en", 4)), "es")?.language).toBe("fr");
  });
});

describe("S3 the language shown first", () => {
  const texts = statement(text("en", 4), text("fr", 4));
  it.each<[(string | undefined)[], string, string]>([
    [["fr"], "en", "fr"],
    [["fr-CH"], "en", "fr"],
    [["es", "en"], "fr", "en"],
    [[undefined, "", "es"], "fr", "fr"],
    [["es"], "es", "en"],
  ])("is the first wanted that there is, else the one followed: %j, spoken %s", (wanted, spoken, shown) => {
    expect(firstLanguage(texts, wanted, spoken)).toBe(shown);
  });

  it("is none where there is no text", () => {
    expect(firstLanguage(statement(), ["en"], "en")).toBe("");
  });
});

describe("S3 the paragraph reached, in another language", () => {
  it.each<[number, number, number, number]>([
    [4, 4, 3, 3],
    [4, 8, 1, 2],
    [4, 8, 4, 8],
    [8, 4, 1, 1],
    [8, 4, 5, 3],
    [3, 5, 2, 4],
    [5, 1, 3, 1],
    [4, 6, 0, 0],
  ])("of %i is, in a text of %i, in proportion: %i is %i", (spoken, other, paragraph, shown) => {
    expect(paragraphIn(statement(text("en", spoken), text("fr", other)), "en", "fr", paragraph)).toBe(shown);
  });

  it("is the same in the language spoken", () => {
    expect(paragraphIn(statement(text("en", 4)), "en", "en", 3)).toBe(3);
  });

  it("is none in a language without a text", () => {
    expect(paragraphIn(statement(text("en", 4)), "en", "fr", 3)).toBe(0);
  });

  it("leads back to a paragraph from which the reader is there, or the first one past it", () => {
    for (let of = 1; of <= 9; of += 1) {
      for (let here = 1; here <= 9; here += 1) {
        const both = statement(text("en", of), text("fr", here));
        for (let paragraph = 1; paragraph <= here; paragraph += 1) {
          const reached = paragraphOf(both, "en", "fr", paragraph);
          expect(reached).toBeGreaterThanOrEqual(1);
          expect(reached).toBeLessThanOrEqual(of);
          expect(paragraphIn(both, "en", "fr", reached)).toBeGreaterThanOrEqual(paragraph);
          if (reached > 1) expect(paragraphIn(both, "en", "fr", reached - 1)).toBeLessThan(paragraph);
        }
      }
    }
  });
});

describe("S3 the next and the previous paragraph", () => {
  const steps = (of: number, here: number, by: 1 | -1) => {
    const both = statement(text("en", of), text("fr", here));
    const shown: number[] = [];
    let paragraph = by === 1 ? 0 : of;
    for (;;) {
      const next = paragraphBeside(both, "en", "fr", paragraph, by);
      if (next === paragraph) return shown;
      paragraph = next;
      shown.push(paragraphIn(both, "en", "fr", paragraph));
    }
  };

  it.each([
    [4, 4, 1, [1, 2, 3, 4]],
    [4, 4, -1, [3, 2, 1]],
    [8, 4, 1, [1, 2, 3, 4]],
    [8, 4, -1, [3, 2, 1]],
    [2, 4, 1, [2, 4]],
    [2, 4, -1, [2]],
    [1, 1, 1, [1]],
    [1, 1, -1, []],
  ] as const)("of %i paragraphs, read in a text of %i, by %i: %j", (of, here, by, shown) => {
    expect(steps(of, here, by)).toEqual(shown);
  });
});
