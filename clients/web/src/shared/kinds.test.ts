import { describe, expect, it } from "vitest";
import { Kind } from "../wire";
import { inscribed_kinds, interrupts, kindOf, kinds, kindWord } from "./kinds";

describe("the kinds of intervention", () => {
  it("have a row each, in the order of the protocol", () => {
    const all = Object.values(Kind).filter((kind) => typeof kind === "number" && kind !== Kind.UNSPECIFIED);
    expect(kinds).toEqual(all);
  });

  it("L2 are asked for on the list, but for the point of order, which is raised to the chair", () => {
    expect(inscribed_kinds).toEqual([Kind.STATEMENT, Kind.GROUP_STATEMENT, Kind.QUESTION]);
  });

  it("L5 interrupt where they are points of order or motions, and only these take no text", () => {
    expect(kinds.filter((kind) => interrupts({ kind }))).toEqual([Kind.POINT_OF_ORDER, Kind.MOTION]);
    expect(kinds.filter((kind) => !kindOf(kind)?.takesText)).toEqual([Kind.POINT_OF_ORDER, Kind.MOTION]);
  });

  it("L3 are a guest's where they are neither of a group nor a point of order", () => {
    expect(kinds.filter((kind) => kindOf(kind)?.ofGuests)).toEqual([Kind.STATEMENT, Kind.QUESTION]);
  });

  it("have no row for the speech of a panellist, nor for a kind that a newer server has", () => {
    for (const kind of [Kind.UNSPECIFIED, 99 as Kind]) {
      expect(kindOf(kind)).toBeUndefined();
      expect(interrupts({ kind })).toBe(false);
      expect(kindWord(kind)).toBe("kind.statement");
    }
  });
});
