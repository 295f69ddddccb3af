// Paragraphs that a word processor has parted by one line end each, as Word gives them to who copies a text: in a text they
// are parted by an empty line. A line so long is no line of wrapped text; where it ends as a sentence does, it is a paragraph.
import type { ClipboardEvent } from "react";
import { useState } from "react";
import { TextFormat } from "../wire";

/** Nothing that is wrapped, by hand or by a mail program, has lines so long. */
export const wrapped_line_max = 120;

const ends_sentence = /[.!?:;…。！？：；؟؛۔।၊။៖។]["'”’»›)\]]*\s*$|[»”]\s*$/u;
const dense = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/gu;
const line_ends = /\r\n?|\n/g;

/** A letter of Chinese, Japanese or Korean is as wide as two. */
function widthOf(line: string): number {
  return [...line].length + (line.match(dense)?.length ?? 0);
}

/** The text with an empty line wherever a paragraph has ended with its line; of Markdown, which has its own rules, as it is. */
export function withParagraphsApart(text: string, format: TextFormat): string {
  if (format === TextFormat.MARKDOWN) return text;
  const lines = text.replace(line_ends, "\n").split("\n");
  const whole = lines.map((line) => widthOf(line) > wrapped_line_max && ends_sentence.test(line));
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      const parts = (whole[index] || whole[index + 1]) && line.trim() && next?.trim();
      return parts ? `${line}\n` : line;
    })
    .join("\n");
}

/** Sets apart what is pasted into a text field; `apart` while that is the last thing that was done to the text. */
export function usePasted(format: TextFormat): {
  paste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  apart: boolean;
  changed: () => void;
} {
  const [apart, setApart] = useState(false);
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData("text/plain");
    const text = withParagraphsApart(pasted, format);
    if (text === pasted.replace(line_ends, "\n")) return;
    event.preventDefault();
    insert(event.currentTarget, text);
    setApart(true);
  };
  return { paste, apart, changed: () => setApart(false) };
}

/** As if it were typed, so that the browser can take it back; where it cannot, as one change of the field. */
function insert(field: HTMLTextAreaElement, text: string): void {
  if (typeof document.execCommand === "function" && document.execCommand("insertText", false, text)) return;
  const { selectionStart, selectionEnd, value } = field;
  const put = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
  put?.call(field, value.slice(0, selectionStart) + text + value.slice(selectionEnd));
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
