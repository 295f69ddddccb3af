import { describe, expect, it } from "vitest";
import { plus, rangeOf, restOf } from "./expected";

describe("a range", () => {
  it("L10 holds nine times in ten, by the mean and the variance", () => {
    // The worked example of docs/time-allocation.md: 2,921 s, between 2,622 and 3,255 s.
    expect(rangeOf({ mean: 2_927.7, variance: 37_100 })).toEqual({ earliest: 2_622, middle: 2_921, latest: 3_255 });
    expect(rangeOf({ mean: 0, variance: 0 })).toEqual({ earliest: 0, middle: 0, latest: 0 });
  });
  it("adds up", () => {
    expect(plus({ mean: 15, variance: 70 }, { mean: 100, variance: 900 })).toEqual({ mean: 115, variance: 970 });
  });
});

describe("the rest of a speech", () => {
  const whole = { mean: 162, variance: 1_050 };
  it("L10 is what is left of its mean while it is young", () => {
    expect(restOf(whole, 0).mean).toBeCloseTo(162, 1);
    expect(restOf(whole, 60).mean).toBeCloseTo(102.1, 1);
  });
  it("L10 is never over, however long it lasts", () => {
    const late = restOf(whole, 200);
    expect(late.mean).toBeGreaterThan(5);
    expect(late.mean).toBeLessThan(20);
    expect(restOf(whole, 10_000).mean).toBeGreaterThan(0);
  });
  it("is what remains of a length that is certain", () => {
    expect(restOf({ mean: 60, variance: 0 }, 20)).toEqual({ mean: 40, variance: 0 });
    expect(restOf({ mean: 60, variance: 0 }, 80)).toEqual({ mean: 0, variance: 0 });
  });
});
