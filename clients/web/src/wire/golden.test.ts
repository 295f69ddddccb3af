// The golden vectors of the protocol, which the server's tests read too.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DescMessage,
  fromBinary,
  fromJson,
  fromJsonString,
  type JsonValue,
  toBinary,
  toJson,
} from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { ServerFrameSchema } from "./gen/rostrum/v1/envelope_pb";
import { CommitSchema } from "./gen/rostrum/v1/event_pb";
import { OrderAnswerSchema, TimeAnswerSchema } from "./gen/rostrum/v1/question_pb";
import { decodeFrame } from "./index";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "protocol", "golden");
const files = readdirSync(folder);
const named = (prefix: string) =>
  files.filter((file) => file.startsWith(prefix) && file.endsWith(".bin")).map((file) => file.slice(prefix.length, -4));
const bytes = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
// A name may go on after a hyphen with what is special: frame_snapshot-hall is a snapshot.
const kindOf = (name: string) => name.replace(/-.*/, "");
const kindsOf = (names: string[]) => [...new Set(names.map(kindOf))].sort();
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Answers come as bytes here (scripts/generate.mjs): what is said in them is compared apart. */
function withAnswersAsBytes(json: string): string {
  const frame: { items: { answer?: { time?: JsonValue; order?: JsonValue } }[] } = JSON.parse(json);
  const asBytes = (schema: DescMessage, said: JsonValue) =>
    Buffer.from(toBinary(schema, fromJson(schema, said))).toString("base64");
  for (const { answer } of frame.items) {
    if (answer?.time) answer.time = asBytes(TimeAnswerSchema, answer.time);
    if (answer?.order) answer.order = asBytes(OrderAnswerSchema, answer.order);
  }
  return JSON.stringify(frame);
}

describe.each(named("frame_"))("the golden frame %s", (name) => {
  const binary = bytes(`frame_${name}.bin`);
  const json = withAnswersAsBytes(readFileSync(join(folder, `frame_${name}.json`), "utf8"));

  it("says the same in both codecs", () => {
    expect(fromBinary(ServerFrameSchema, binary)).toEqual(fromJsonString(ServerFrameSchema, json));
    expect(toJson(ServerFrameSchema, fromBinary(ServerFrameSchema, binary))).toEqual(JSON.parse(json));
  });

  it("is known here in every field", () => {
    expect(
      toBinary(ServerFrameSchema, fromBinary(ServerFrameSchema, binary), { writeUnknownFields: false }),
    ).toHaveLength(binary.length);
  });

  it("is one item of its name for the screens", () => {
    expect(decodeFrame(binary).map(({ item }) => item.case)).toEqual([camel(kindOf(name))]);
  });
});

describe.each([
  ...named("stored_").map((name) => ["stored_", name] as const),
  ...named("commit_").map((name) => ["commit_", name] as const),
])("the golden commit %s%s", (prefix, name) => {
  const binary = bytes(`${prefix}${name}.bin`);
  const commit = fromBinary(CommitSchema, binary);

  it("holds the event of its name", () => {
    expect(commit.acts.flatMap(({ events }) => events.map(({ event }) => event.case))).toContain(camel(kindOf(name)));
  });

  it("is known here in every field", () => {
    expect(toBinary(CommitSchema, commit, { writeUnknownFields: false })).toHaveLength(binary.length);
  });
});

describe("the golden vectors", () => {
  it("hold every kind of item that a server sends", () => {
    const kinds = ServerFrameSchema.fields[0]?.message?.fields.map((field) => field.name) ?? [];
    expect(kindsOf(named("frame_"))).toEqual([...kinds].sort());
  });

  it("hold every stored event", () => {
    const events = CommitSchema.fields
      .find((field) => field.name === "acts")
      ?.message?.fields.find((field) => field.name === "events");
    expect(kindsOf(named("stored_"))).toEqual((events?.message?.fields.map((field) => field.name) ?? []).sort());
  });
});
