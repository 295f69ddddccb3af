// A file that the text of a statement is taken from: read here in the browser, and refused in words where it is no text.
import type { MessageId } from "../i18n";
import { bytesOf } from "../parts/room";
import { TextFormat } from "../wire";
import { withParagraphsApart } from "./pasted";
import { statement_bytes_max } from "./statement";

export type FileRefusal = "type" | "size" | "empty" | "unreadable";
export type TextFile = { ok: true; text: string; format: TextFormat } | { ok: false; refusal: FileRefusal };

export const FILE_REFUSALS: Record<FileRefusal, MessageId> = {
  type: "file.type",
  size: "file.size",
  empty: "file.empty",
  unreadable: "file.unreadable",
};

const formats: Record<string, TextFormat> = {
  txt: TextFormat.PLAIN,
  md: TextFormat.MARKDOWN,
  markdown: TextFormat.MARKDOWN,
};
export const accepted_files = [".txt", ".md", ".markdown"];

/** Twice as much, and the marks before it: a file in UTF-16 shrinks when it is written in UTF-8. */
const file_bytes_max = 2 * statement_bytes_max + 4;

export async function readTextFile(file: File): Promise<TextFile> {
  const format = formats[file.name.split(".").at(-1)?.toLowerCase() ?? ""];
  if (format === undefined) return { ok: false, refusal: "type" };
  if (file.size > file_bytes_max) return { ok: false, refusal: "size" };
  let text: string;
  try {
    text = decoded(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { ok: false, refusal: "unreadable" };
  }
  // What holds a zero is no text, whatever its name says.
  if (text.includes("\u0000")) return { ok: false, refusal: "type" };
  if (text.trim() === "") return { ok: false, refusal: "empty" };
  if (bytesOf(text) > statement_bytes_max) return { ok: false, refusal: "size" };
  return { ok: true, text: withParagraphsApart(text, format), format };
}

/** In UTF-8, in UTF-16 where its mark says so, and else as older office programs write the languages of western Europe. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
