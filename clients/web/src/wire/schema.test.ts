// The schema as the build packs it (vite.schema.ts) reads and writes frames as the whole one does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DescMessage, fromBinary, toBinary } from "@bufbuild/protobuf";
import { fileDesc, messageDesc } from "@bufbuild/protobuf/codegenv2";
import { describe, expect, it } from "vitest";
import { ServerFrameSchema } from "./gen/rostrum/v1/envelope_pb";
import { slimSchema } from "./slimSchema";

const packed = (name: string): string => {
  const code = readFileSync(join(import.meta.dirname, "gen", "rostrum", "v1", `${name}_pb.ts`), "utf8");
  return /fileDesc\("([^"]+)"/.exec(code)?.[1] ?? "";
};
const slim = (name: string) => slimSchema(packed(name));
const terms = fileDesc(slim("terms"));
const view = fileDesc(slim("view"), [terms]);
const command = fileDesc(slim("command"), [terms]);
const envelope = fileDesc(slim("envelope"), [command, terms, view]);
const frame: DescMessage = messageDesc(envelope, ServerFrameSchema.file.messages.indexOf(ServerFrameSchema));

const folder = join(import.meta.dirname, "..", "..", "..", "..", "protocol", "golden");
const frames = readdirSync(folder).filter((file) => file.startsWith("frame_") && file.endsWith(".bin"));

describe("the schema that the build packs", () => {
  it("is less than half of what the terms are", () => {
    expect(slim("terms").length).toBeLessThan(packed("terms").length / 2);
  });

  it.each(frames)("reads and writes %s", (file) => {
    const bytes = new Uint8Array(readFileSync(join(folder, file)));
    const read = fromBinary(frame, bytes);
    expect(read).toEqual(fromBinary(ServerFrameSchema, bytes));
    expect(toBinary(frame, read, { writeUnknownFields: false })).toEqual(
      toBinary(ServerFrameSchema, fromBinary(ServerFrameSchema, bytes), { writeUnknownFields: false }),
    );
  });
});
