import { describe, expect, it } from "vitest";
import { TextFormat } from "../wire";
import { statement_bytes_max } from "./statement";
import { readTextFile } from "./textFile";

const read = (content: BlobPart, name = "text.txt") => readTextFile(new File([content], name));
const utf16 = (text: string, little: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (const [index, letter] of [...`\ufeff${text}`].entries()) view.setUint16(2 * index, letter.charCodeAt(0), little);
  return view.buffer;
};

describe("S1 a file", () => {
  it.each([
    ["in UTF-8", new TextEncoder().encode("Señora")],
    ["in UTF-8 with its mark", new TextEncoder().encode("\ufeffSeñora")],
    ["in UTF-16 that begins with the lower byte", utf16("Señora", true)],
    ["in UTF-16 that begins with the higher byte", utf16("Señora", false)],
    ["as older programs of a Western office write it", Uint8Array.from([0x53, 0x65, 0xf1, 0x6f, 0x72, 0x61])],
  ])("is read %s", async (_, bytes) => {
    expect(await read(bytes)).toEqual({ ok: true, text: "Señora", format: TextFormat.PLAIN });
  });

  it.each(["text.md", "TEXT.MD", "text.markdown"])("is Markdown by its name: %s", async (name) => {
    expect(await read("# Title", name)).toMatchObject({ ok: true, format: TextFormat.MARKDOWN });
  });

  it.each([
    ["of another type", "Words.", "text.docx", "type"],
    ["with a name that lies", Uint8Array.from([0x50, 0x4b, 0x00, 0x03]), "text.txt", "type"],
    ["without a word", " \n ", "text.txt", "empty"],
    ["that is too long", "a".repeat(statement_bytes_max + 1), "text.txt", "size"],
    ["that is too long once it is UTF-8", utf16("ﷺ".repeat(statement_bytes_max / 2), true), "text.txt", "size"],
  ])("%s is refused", async (_, content, name, refusal) => {
    expect(await read(content, name)).toEqual({ ok: false, refusal });
  });

  it("in UTF-16 may be twice as long as what is kept of it", async () => {
    expect(await read(utf16("a".repeat(statement_bytes_max), true))).toMatchObject({ ok: true });
  });
});
