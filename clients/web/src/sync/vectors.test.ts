// The vectors that the stores of all clients are held to (protocol/golden/README.md). clients/cpp reads the same file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromJson, type JsonValue, toBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { decodeFrame, type Entity, type ServerItem } from "../wire";
import { ServerFrameSchema } from "../wire/gen/rostrum/v1/envelope_pb";
import { Store } from "./store";

type Step = { item: JsonValue; taken: boolean; seq: number; keys: string[]; own: string[] };
type Vector = { name: string; steps: Step[]; position: JsonValue; entities: JsonValue[]; own: JsonValue[] };

const file = join(import.meta.dirname, "..", "..", "..", "..", "protocol", "golden", "store_vectors.json");
const vectors: Vector[] = JSON.parse(readFileSync(file, "utf8"));

/** As the screens get it: over the bytes of a frame. */
function decoded(item: JsonValue): ServerItem {
  const [one] = decodeFrame(toBinary(ServerFrameSchema, fromJson(ServerFrameSchema, { items: [item] })));
  if (!one) throw new Error("a frame of one item");
  return one;
}

/** The entities of a list in JSON, by key. */
function entitiesOf(list: JsonValue[]): Record<string, Entity> {
  const { item } = decoded({ snapshot: { entities: list } });
  if (item.case !== "snapshot") throw new Error("a snapshot");
  return Object.fromEntries(item.value.entities.map((entity) => [entity.key, entity]));
}

/** What the store keeps to itself. */
function inside(store: Store): { shared: Map<string, Entity>; own: Map<string, Entity> } {
  return store as unknown as ReturnType<typeof inside>;
}

describe("the shared vectors of the stores", () => {
  it("are there", () => {
    expect(vectors.map(({ name }) => name)).toHaveLength(3);
  });

  it.each(vectors)("$name", ({ steps, position, entities, own }) => {
    const store = new Store();
    for (const [number, step] of steps.entries()) {
      const gap = store.apply(decoded(step.item)) === "gap";
      expect(!gap, `step ${number}`).toBe(step.taken);
      expect(store.position?.seq ?? 0, `step ${number}`).toBe(step.seq);
      expect([...inside(store).shared.keys()].sort(), `step ${number}`).toEqual([...step.keys].sort());
      expect([...inside(store).own.keys()].sort(), `step ${number}`).toEqual([...step.own].sort());
    }
    const { item } = decoded({ snapshot: { position } });
    expect(item.case === "snapshot" && item.value.position).toEqual(store.position);
    expect(Object.fromEntries(inside(store).shared)).toEqual(entitiesOf(entities));
    expect(Object.fromEntries(inside(store).own)).toEqual(entitiesOf(own));
  });
});
