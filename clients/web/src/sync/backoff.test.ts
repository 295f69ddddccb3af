import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attempts_before_cure, loadAgainOnceServed, untilItComes, wait_ms_max } from "./backoff";

describe("what a screen cannot do without", () => {
  beforeEach(() => void vi.useFakeTimers());
  const failing = (times: number) => {
    let left = times;
    return vi.fn(async () => {
      left -= 1;
      if (left >= 0) throw new TypeError("Failed to fetch dynamically imported module");
      return "here";
    });
  };

  it("is asked for until it comes", async () => {
    const load = failing(2);
    const came = untilItComes(load);
    await vi.advanceTimersByTimeAsync(2 * wait_ms_max);
    expect(await came).toBe("here");
    expect(load).toHaveBeenCalledTimes(3);
  });

  it("is looked for by another way too once several attempts were in vain, and not before", async () => {
    for (const [times, cured] of [
      [attempts_before_cure - 1, 0],
      [attempts_before_cure + 1, 2],
    ] as const) {
      const cure = vi.fn(async () => {});
      const came = untilItComes(failing(times), cure);
      await vi.advanceTimersByTimeAsync((times + 1) * wait_ms_max);
      expect(await came).toBe("here");
      expect(cure).toHaveBeenCalledTimes(cured);
    }
  });
});

describe("a page that shows nothing yet", () => {
  afterEach(() => void vi.unstubAllGlobals());
  it.each([
    ["is loaded again where the server answers for it", async () => new Response("", { status: 200 }), 1],
    ["stays where the server does not have it", async () => new Response("", { status: 503 }), 0],
    ["stays where there is no server", () => Promise.reject(new TypeError("Failed to fetch")), 0],
  ])("%s", async (_, answer, times) => {
    vi.stubGlobal("fetch", vi.fn(answer));
    const page = { href: "http://hall/display", reload: vi.fn() };
    await loadAgainOnceServed(page);
    expect(page.reload).toHaveBeenCalledTimes(times);
  });
});
