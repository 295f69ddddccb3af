import { describe, expect, it } from "vitest";
import { TextFormat } from "../wire";
import { withParagraphsApart, wrapped_line_max } from "./pasted";
import { paragraphsOf } from "./statement";

const long = (words: string, end = ".") => `${words} ${"and so on ".repeat(wrapped_line_max / 10)}to its end${end}`;
const paragraphs = (text: string, format = TextFormat.PLAIN) => paragraphsOf(withParagraphsApart(text, format)).length;

describe("a text pasted from a word processor", () => {
  it.each<[string, string, number]>([
    [
      "has a paragraph for each long line that ends as a sentence does",
      [long("One"), long("Two", "!"), long("Three", " »")].join("\n"),
      3,
    ],
    ["also with the line ends of Windows", [long("One", "?"), long("Two", ":"), long("Three", ";")].join("\r\n"), 3],
    ["has its salutation and its thanks apart", ["Madam President,", long("One"), "I thank you."].join("\n"), 3],
    [
      "keeps a list of short lines together, apart from what is around it",
      [long("One", ":"), "- a", "- b", long("Two")].join("\n"),
      3,
    ],
    [
      "in Chinese has long lines of half as many letters",
      [`${"会".repeat(70)}。`, `${"议".repeat(70)}。`].join("\n"),
      2,
    ],
    [
      "that is wrapped stays as it is",
      Array.from({ length: 9 }, () => "Coherence begins at home, where ministries learn of each other.").join("\n"),
      1,
    ],
    [
      "whose long lines end in the middle of a sentence stays as it is",
      [long("One", ""), long("Two", ",")].join("\n"),
      1,
    ],
  ])("%s", (_, text, count) => {
    expect(paragraphs(text)).toBe(count);
  });

  it("with its paragraphs apart already stays as it is, as does Markdown", () => {
    const apart = [long("One"), long("Two")].join("\n\n");
    expect(withParagraphsApart(apart, TextFormat.PLAIN)).toBe(apart);
    const markdown = [long("One"), long("Two")].join("\n");
    expect(withParagraphsApart(markdown, TextFormat.MARKDOWN)).toBe(markdown);
  });
});
