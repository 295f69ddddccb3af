import { describe, expect, it } from "vitest";
import { elapsedMs, leftMs, lightOf, type Running, shownLeftMs, stoodLeftMs } from "./speech";

const began = 1_000_000;
const speech: Running = { startedAt: began, pausedMs: 0, pausedAt: 0, limitMs: 180_000, amberMs: 30_000 };

describe("the clock of a speech", () => {
  it("counts from the instant it began", () => {
    expect(elapsedMs(speech, began + 46_000)).toBe(46_000);
    expect(leftMs(speech, began + 46_000)).toBe(134_000);
  });

  it("does not run backwards where the server's instant is not there yet", () => {
    expect(elapsedMs(speech, began - 40)).toBe(0);
    expect(leftMs(speech, began - 40)).toBe(180_000);
  });

  it("stands while paused and loses nothing", () => {
    const paused = { ...speech, pausedAt: began + 60_000 };
    expect(leftMs(paused, began + 60_000)).toBe(120_000);
    expect(leftMs(paused, began + 600_000)).toBe(120_000);
    const resumed = { ...speech, pausedMs: 540_000 };
    expect(leftMs(resumed, began + 600_000)).toBe(120_000);
  });

  it.each([
    [149_999, "green"],
    [150_000, "amber"],
    [179_999, "amber"],
    [180_000, "red"],
    [200_000, "red"],
  ])("shows its light after %i ms: %s", (after, light) => {
    expect(lightOf(speech, began + after)).toBe(light);
  });

  it("shows whole seconds: the limit at once, zero when it is over, then overtime", () => {
    expect(shownLeftMs(speech, began)).toBe(180_000);
    expect(shownLeftMs(speech, began + 1)).toBe(180_000);
    expect(shownLeftMs(speech, began + 1_000)).toBe(179_000);
    expect(shownLeftMs(speech, began + 180_000)).toBe(0);
    expect(Math.abs(shownLeftMs(speech, began + 180_999))).toBe(0);
    expect(shownLeftMs(speech, began + 181_000)).toBe(-1_000);
    expect(shownLeftMs(speech, began + 192_000)).toBe(-12_000);
  });

  it("shows the same second when a point of order has interrupted it", () => {
    for (const spokenMs of [0, 4_001, 4_999, 5_000, 183_500]) {
      const stands = { ...speech, pausedAt: began + spokenMs };
      expect(stoodLeftMs(stands)).toBe(Math.ceil((180_000 - spokenMs) / 1_000) * 1_000);
      expect(stoodLeftMs(stands)).toBe(shownLeftMs(stands, began + 300_000));
    }
  });
});
