import { describe, expect, it } from "vitest";
import { type Said, type Standing, saidNext } from "./said";

const minute = 60_000;
const standing = (place: number, from = 10, more: Partial<Standing> = {}): Standing => ({
  entry: 15,
  place,
  from: from * minute,
  to: (from + 2) * minute,
  ...more,
});
/** What is said at each step, a minute after the other. */
function heard(steps: (Standing | undefined)[]): (number | undefined)[] {
  let last: Said | undefined;
  return steps.map((step, index) => {
    const next = saidNext(last, step, index * minute);
    const heardNow = next && next !== last ? next.place : undefined;
    last = next;
    return heardNow;
  });
}

describe("what a delegation hears of its place", () => {
  it("is told at five, at two and at one, once each, and at no other place", () => {
    expect(heard([9, 8, 6, 5, 5, 4, 3, 2, 2, 1, 1].map((place) => standing(place)))).toEqual([
      undefined,
      undefined,
      undefined,
      5,
      undefined,
      undefined,
      undefined,
      2,
      undefined,
      1,
      undefined,
    ]);
  });

  it("is told the time again where it has moved by two minutes, and not where it has moved by less", () => {
    expect(heard([standing(2, 10), standing(2, 11), standing(2, 12), standing(2, 13)])).toEqual([
      2,
      undefined,
      2,
      undefined,
    ]);
  });

  it("is told of a time that moves again and again once a minute at most", () => {
    let last = saidNext(undefined, standing(2, 10), 0);
    const first = last;
    last = saidNext(last, standing(2, 20), minute - 1);
    expect(last).toBe(first);
    last = saidNext(last, standing(2, 20), minute);
    expect(last).not.toBe(first);
  });

  it("is told a time that was not known before", () => {
    const unknown = { from: undefined, to: undefined };
    expect(heard([standing(2, 0, unknown), standing(2, 0, unknown), standing(2, 10)])).toEqual([2, undefined, 2]);
  });

  it("is told anew of another request, and of nothing once none waits", () => {
    expect(heard([standing(2), undefined, standing(2), standing(2, 10, { entry: 16 })])).toEqual([2, undefined, 2, 2]);
  });
});
