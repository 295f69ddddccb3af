import { act, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useInstant } from "../i18n";
import { renderScreen } from "../testing/hall";
import { as, noon_of_tests, panel, texts } from "../testing/views";
import { useHall, useNow } from "./hall";

afterEach(() => {
  vi.useRealTimers();
});

/** What a clock has read each time that it was drawn, in a hall whose time runs when the test lets it. */
function ticking(...resolution: Parameters<typeof useNow>) {
  vi.useFakeTimers();
  const seen: number[] = [];
  function Ticks() {
    seen.push(useNow(...resolution));
    return null;
  }
  return { seen, ...renderScreen(<Ticks />, { running: true }) };
}

describe("a screen before the hall", () => {
  it("shows what changed", () => {
    function Title() {
      return <p>{useHall().store.panel("year")?.title.en}</p>;
    }
    const { hall } = renderScreen(<Title />);
    expect(screen.getByText("The Year in Review")).toBeDefined();
    act(() => hall.put(as.panel(panel("year", { title: texts("Review of 2005") }))));
    expect(screen.getByText("Review of 2005")).toBeDefined();
  });

  it("writes the day of an instant anew once the day turns, though nothing else changes", () => {
    vi.useFakeTimers();
    function Opens() {
      return <p>{useInstant()(Date.parse("2005-11-30T10:00+01:00"))}</p>;
    }
    renderScreen(<Opens />, { now: Date.parse("2005-11-29T23:59:30+01:00"), running: true });
    expect(screen.getByText("10:00 on Wednesday 30 November")).toBeVisible();
    act(() => vi.advanceTimersByTime(29_000));
    expect(screen.getByText("10:00 on Wednesday 30 November")).toBeVisible();
    for (let second = 0; second < 2; second += 1) act(() => vi.advanceTimersByTime(1_000));
    expect(screen.getByText("10:00")).toBeVisible();
  });

  it("ticks when the instant passes a whole second counted from the phase", () => {
    const { seen } = ticking(1_000, 300);
    for (let step = 0; step < 250; step += 1) act(() => vi.advanceTimersByTime(10));
    const ticks = seen.slice(1);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    for (const [index, tick] of ticks.entries()) {
      const late = tick - noon_of_tests - (300 + index * 1_000);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(100);
    }
  });

  it("ticks twice a second at most, however fast the session's clock runs", () => {
    const { hall, seen } = ticking(1_000);
    act(() => {
      hall.clock.greet(noon_of_tests, 20);
      vi.advanceTimersByTime(1_000);
    });
    seen.length = 0;
    for (let step = 0; step < 300; step += 1) act(() => vi.advanceTimersByTime(10));
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(seen.length).toBeLessThanOrEqual(6);
    for (const [index, tick] of seen.entries()) {
      if (index > 0) expect(tick - (seen[index - 1] ?? 0)).toBeGreaterThanOrEqual(20 * 500);
    }
  });

  it("ticks every five seconds at least, so that a clock that is set anew is soon followed", () => {
    const { seen } = ticking(60_000);
    for (let second = 0; second < 12; second += 1) act(() => vi.advanceTimersByTime(1_000));
    expect(seen.map((at) => Math.round((at - noon_of_tests) / 1_000))).toEqual([0, 5, 10]);
  });

  it("ticks at the same instants on every screen, also where it leaves some out", () => {
    const { hall, seen } = ticking(1_000);
    act(() => {
      hall.clock.greet(noon_of_tests + 700, 3);
      vi.advanceTimersByTime(2_000);
    });
    seen.length = 0;
    for (let step = 0; step < 40; step += 1) act(() => vi.advanceTimersByTime(50));
    expect(seen.length).toBeGreaterThanOrEqual(2);
    for (const at of seen) expect((at - noon_of_tests) % 2_000).toBeLessThanOrEqual(3 * 52);
  });
});
