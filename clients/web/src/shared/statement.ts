// The text of a statement as the floor follows it: its paragraphs, its words and the time they take, and which of its
// languages to show. Counted as the server counts (docs/rules.md#s1): what is shown while typing is what is stored.
import type { Statement, StatementText as Text } from "../wire";

export const words_a_minute = 110;
export const statement_bytes_max = 32 * 1024;

const blanks = /[ \t\v\f\n]+/;
const outer_blanks = /^[ \t\v\f\n]+|[ \t\v\f\n]+$/g;
/** Whatever is beyond ASCII counts as a letter. */
const word = /[0-9A-Za-z\u0080-\uffff]/;

/** What stands between lines that are empty or hold only blanks; line ends are \n, whatever they were. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const finish = () => {
    const whole = trimmed(lines.join("\n"));
    if (whole) paragraphs.push(whole);
    lines = [];
  };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    if (trimmed(line)) lines.push(line);
    else finish();
  }
  finish();
  return paragraphs;
}

/** What blanks separate and holds at least one letter or digit. */
export function wordsOf(text: string): number {
  return text
    .replace(/\r/g, "\n")
    .split(blanks)
    .filter((part) => word.test(part)).length;
}

/** How long so many words take to be read out. */
export function spokenMs(words: number): number {
  return Math.round((words * 60_000) / words_a_minute);
}

/** As it travels: in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function textIn(statement: Statement | undefined, language: string): Text | undefined {
  return statement?.texts.find((text) => text.language === language);
}

/** The text that the paragraphs are counted in: in the language spoken, or the first that was submitted. */
export function followedText(statement: Statement, spoken: string): Text | undefined {
  return textIn(statement, spoken) ?? statement.texts[0];
}

/**
 * Which language to show first: of those that the reader would like, in this order, the first in which there is a text
 * ("fr-CH" takes "fr" too); else the one that is followed. Empty where there is no text at all.
 */
export function firstLanguage(statement: Statement, wanted: (string | undefined)[], spoken = ""): string {
  for (const tag of wanted) {
    if (!tag) continue;
    const base = baseOf(tag);
    const found = textIn(statement, tag) ?? statement.texts.find((text) => baseOf(text.language) === base);
    if (found) return found.language;
  }
  return followedText(statement, spoken)?.language ?? "";
}

/**
 * Where a reader of the text in `language` is when `paragraph` of the text followed is reached: the same number where both
 * have as many paragraphs, else in proportion. 0: none is reached.
 */
export function paragraphIn(statement: Statement, spoken: string, language: string, paragraph: number): number {
  const of = followedText(statement, spoken)?.paragraphs.length ?? 0;
  const here = textIn(statement, language)?.paragraphs.length ?? 0;
  if (paragraph <= 0 || of === 0 || here === 0) return 0;
  return Math.min(here, Math.ceil((Math.min(paragraph, of) * here) / of));
}

/** The inverse: the paragraph of the text followed that puts readers of `language` at `paragraph`, or the first past it. */
export function paragraphOf(statement: Statement, spoken: string, language: string, paragraph: number): number {
  const of = followedText(statement, spoken)?.paragraphs.length ?? 0;
  const here = textIn(statement, language)?.paragraphs.length ?? 0;
  if (paragraph <= 0 || of === 0 || here === 0) return 0;
  return Math.min(of, Math.floor(((Math.min(paragraph, here) - 1) * of) / here) + 1);
}

/**
 * The paragraph of the text followed that takes a reader of `language` one on (by 1) or back (by -1); the same one where
 * there is none further that way.
 */
export function paragraphBeside(
  statement: Statement,
  spoken: string,
  language: string,
  paragraph: number,
  by: 1 | -1,
): number {
  const of = followedText(statement, spoken)?.paragraphs.length ?? 0;
  const here = textIn(statement, language)?.paragraphs.length ?? 0;
  const shown = paragraphIn(statement, spoken, language, paragraph);
  if (by === 1) {
    if (shown >= here && here > 0) return paragraph;
    return Math.min(of, Math.max(paragraph + 1, paragraphOf(statement, spoken, language, shown + 1)));
  }
  if (paragraph <= 1) return paragraph;
  const back = shown > 1 ? paragraphOf(statement, spoken, language, shown - 1) : 1;
  return Math.min(paragraph - 1, back);
}

function trimmed(text: string): string {
  return text.replace(outer_blanks, "");
}

function baseOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? tag;
}
