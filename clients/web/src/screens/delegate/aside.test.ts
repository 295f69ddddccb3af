import { describe, expect, it } from "vitest";
import { Delivery, TextFormat } from "../../wire";
import { type Aside, asideFor, asides_max, withAside } from "./aside";

const draft = (text: string) => ({
  text,
  format: TextFormat.PLAIN,
  delivery: Delivery.CHECK_AGAINST_DELIVERY,
  base: 0,
});
const one = (entry: number, panel = "year", above = entry): Aside => ({
  entry,
  panel,
  above,
  texts: { en: draft(`of ${entry}`) },
});

describe("what is set aside", () => {
  it("is of the last few requests of a panel, and of each panel by itself", () => {
    const entries = Array.from({ length: asides_max + 2 }, (_, at) => at + 2);
    const all = entries.reduce<readonly Aside[]>((before, entry) => withAside(before, one(entry)), [one(1, "other")]);
    expect(all.map(({ entry }) => entry)).toEqual([1, ...entries.slice(2)]);
  });

  it("is offered to requests that are made later, and to none that is known already", () => {
    const all = [one(5, "year", 9)];
    expect(asideFor(all, { entry: 9, panel: "year" })).toBeUndefined();
    expect(asideFor(all, { entry: 10, panel: "other" })).toBeUndefined();
    expect(asideFor(all, { entry: 10, panel: "year" })?.texts.en?.text).toBe("of 5");
  });

  it("is there once where the same request is withdrawn again", () => {
    expect(withAside([one(5)], one(5, "year", 9))).toEqual([one(5, "year", 9)]);
  });
});
