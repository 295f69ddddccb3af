import { beforeEach, describe, expect, it } from "vitest";
import { Clock, held_ms_max, samples_max } from "./clock";

describe("the clock", () => {
  let local: number;
  let clock: Clock;
  beforeEach(() => {
    local = 1_000;
    clock = new Clock(() => local);
  });

  /** A probe over a line with these delays, at a server whose clock is ahead by `ahead`. */
  function trip(there_ms: number, back_ms: number, ahead: number, speed = 1) {
    const sent = local;
    local += there_ms;
    const read = ahead + local * speed;
    local += back_ms;
    return clock.reply(sent, read);
  }

  it("takes the greeting as a first idea, known to no bound", () => {
    clock.greet(500_000, 1);
    expect(clock.now()).toBe(500_000);
    local += 250;
    expect(clock.now()).toBe(500_250);
    expect(clock.uncertaintyMs).toBe(Number.POSITIVE_INFINITY);
  });

  it("goes on from what it read before a reload until the greeting, and is not heard by that", () => {
    clock.recall(500_000, 4);
    local += 250;
    expect(clock.now()).toBe(501_000);
    expect(clock.heard).toBe(false);
    clock.greet(800_000, 4);
    expect(clock.now()).toBe(800_000);
    expect(clock.heard).toBe(true);
    clock.recall(500_000, 4);
    expect(clock.now()).toBe(800_000);
  });

  it("finds the offset exactly from a symmetric round trip", () => {
    trip(40, 40, 900_000);
    expect(clock.now()).toBe(900_000 + local);
    expect(clock.uncertaintyMs).toBe(40);
  });

  it("says how far an answer has set it, either way", () => {
    clock.greet(1_000, 1);
    expect(trip(40, 40, 900_000)).toBe(900_000);
    expect(trip(20, 20, 900_000)).toBe(0);
    expect(trip(10, 10, 899_997)).toBe(3);
    expect(trip(300, 300, 900_000)).toBe(0);
  });

  it("is off by no more than half the round trip when one way takes it all", () => {
    trip(180, 0, 900_000);
    expect(Math.abs(clock.now() - (900_000 + local))).toBe(90);
    expect(clock.uncertaintyMs).toBe(90);
  });

  it("is within 100 ms after one quick trip among slow, lopsided ones", () => {
    const truth = 900_000;
    for (const [there, back] of [
      [300, 10],
      [10, 400],
      [22, 20],
      [500, 5],
      [8, 350],
    ] as const) {
      trip(there, back, truth);
      local += 1_000;
    }
    expect(Math.abs(clock.now() - (truth + local))).toBeLessThanOrEqual(21);
  });

  it("forgets a quick trip once enough others have come, so that drift is followed", () => {
    trip(5, 5, 900_000);
    for (let count = 0; count < samples_max; count += 1) {
      local += 5_000;
      trip(20, 20, 900_030);
    }
    expect(clock.now()).toBe(900_030 + local);
  });

  it("never goes back at a small correction: it waits until the time has come", () => {
    trip(200, 0, 900_000);
    const shown = clock.now();
    trip(5, 5, 900_000);
    expect(clock.now()).toBeGreaterThanOrEqual(shown);
    let last = clock.now();
    for (let count = 0; count < 50; count += 1) {
      local += 7;
      expect(clock.now()).toBeGreaterThanOrEqual(last);
      last = clock.now();
    }
    expect(clock.now()).toBe(900_000 + local);
  });

  it("starts anew when the server's clock is another one", () => {
    trip(5, 5, 900_000);
    clock.now();
    local += 1_000;
    trip(50, 50, 900_000 - held_ms_max - 10_000);
    expect(clock.now()).toBe(900_000 - held_ms_max - 10_000 + local);
  });

  it("starts anew when the device slept and its own clock stood still", () => {
    trip(5, 5, 900_000);
    trip(60, 60, 900_000 + 3_600_000);
    expect(clock.now()).toBe(900_000 + 3_600_000 + local);
  });

  it("runs at the session's speed", () => {
    clock.greet(900_000, 60);
    trip(30, 30, 900_000, 60);
    const from = clock.now();
    local += 1_000;
    expect(clock.now() - from).toBe(60_000);
  });

  it("drops what it knew when the speed changes", () => {
    trip(5, 5, 900_000);
    clock.greet(50, 10);
    expect(clock.now()).toBe(50);
    local += 10;
    expect(clock.now()).toBe(150);
  });

  it("keeps its better knowledge at a later greeting", () => {
    trip(5, 5, 900_000);
    clock.greet(3, 1);
    expect(clock.now()).toBe(900_000 + local);
  });

  it("ignores an answer to a probe from the future", () => {
    clock.reply(local + 5, 123);
    expect(clock.uncertaintyMs).toBe(Number.POSITIVE_INFINITY);
  });
});
