// The text of a statement as the floor follows it: its paragraphs, its words and the time they take, and which of its
// languages to show. Counted as the server counts (docs/rules.md#s1-text): what is shown while typing is what is stored.
import type { Statement, StatementText as Text } from "../wire";

export const words_a_minute = 110;
export const statement_bytes_max = 32 * 1024;

const outer_white_space = /^\p{White_Space}+|\p{White_Space}+$/gu;
const seen = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** As Word pastes them: U+000B and U+2028 end a line within a paragraph, U+2029 ends a paragraph and U+000C a page. */
const line_ends = /\r\n?|[\v\u0085\u2028]/g;
const paragraph_ends = /[\f\u2029]/g;

const letter_or_digit = /(?=[\p{L}\p{N}])\P{Default_Ignorable_Code_Point}/u;
const han = /\p{scx=Han}/u;
const kana = /[\p{scx=Hira}\p{scx=Kana}]/u;
/** Of scripts that put no blanks between words; which words they make is told by dictionaries, which differ. */
const unspaced =
  /(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}\p{Script=Tale}\p{Script=Talu}\p{Script=Lana}\p{Script=Tavt}\p{Script=Ahom}]/gu;
/** Signs that words are parted at by some versions of Unicode, and not by others. */
const parting = /[:@\u00b8\ufe10\ufe14\ufe55\uff1a]/g;

const byte_order_marks = /\ufeff/g;
const half_characters = /\p{Surrogate}/gu;

/**
 * As it comes back from the server: of what travels in UTF-8 the marks of byte order are dropped, and half a character, as
 * some keyboards leave it behind, is put down as one that could not be read.
 */
export function asTravelled(text: string): string {
  return text.replace(byte_order_marks, "").replace(half_characters, "\ufffd");
}

/** What stands between lines in which nothing is seen; line ends are \n, whatever they were. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const finish = () => {
    const whole = trimmed(lines.join("\n"));
    if (whole) paragraphs.push(whole);
    lines = [];
  };
  for (const line of text.replace(line_ends, "\n").replace(paragraph_ends, "\n\n").split("\n")) {
    if (seen.test(line)) lines.push(line);
    else finish();
  }
  finish();
  return paragraphs;
}

/**
 * The words by the rules of Unicode, each with at least one letter or digit; of scripts that put no blanks between them, two
 * letters of Han, three of kana or four of Thai and its like count as one.
 */
export function wordsOf(text: string): number {
  let twelfths = 0;
  const rest = text.replace(unspaced, (letter) => {
    twelfths += han.test(letter) ? 6 : kana.test(letter) ? 4 : 3;
    return " ";
  });
  let words = Math.ceil(twelfths / 12);
  for (const part of partsOf(rest.replace(parting, " "))) if (letter_or_digit.test(part)) words += 1;
  return words;
}

let segmenter: Intl.Segmenter | undefined; // made when the first text is counted: it takes a browser a while

/** Where a browser cannot segment, what stands between white space: the number is a little low, and the server's stands. */
function* partsOf(text: string): Generator<string> {
  const Segmenter = Intl.Segmenter as typeof Intl.Segmenter | undefined;
  if (!Segmenter) return yield* text.split(/\p{White_Space}+/u);
  segmenter ??= new Segmenter("en", { granularity: "word" });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** How long so many words take to be read out. */
export function spokenMs(words: number): number {
  return Math.round((words * 60_000) / words_a_minute);
}

/** By how much, in whole seconds, so many words take longer than the limit; 0: they do not, or there is none. */
export function overMs(words: number, limit_ms: number): number {
  return limit_ms > 0 ? Math.max(0, Math.round((spokenMs(words) - limit_ms) / 1_000) * 1_000) : 0;
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
  return text.replace(outer_white_space, "");
}

function baseOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? tag;
}
