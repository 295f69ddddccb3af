import { act, render } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { buzz, useAwake } from "./awake";

function Screen() {
  useAwake();
  return null;
}

const give = (name: "wakeLock" | "vibrate", value: unknown) =>
  Object.defineProperty(navigator, name, { configurable: true, value });

describe("a screen that is looked at", () => {
  it("is kept lit, again whenever it comes back, and let go of when it is left", async () => {
    const release = vi.fn(async () => {});
    const request = vi.fn(async () => ({ release }));
    give("wakeLock", { request });
    const shown = render(<Screen />);
    await act(async () => {});
    expect(request).toHaveBeenCalledTimes(1);
    await act(async () => document.dispatchEvent(new Event("visibilitychange")));
    expect(request).toHaveBeenCalledTimes(2);
    shown.unmount();
    expect(release).toHaveBeenCalledTimes(1);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(request).toHaveBeenCalledTimes(2);
  });

  it("is left as it is where the browser does not allow it, or cannot", async () => {
    give("wakeLock", { request: async () => Promise.reject(new Error("not now")) });
    const refused = render(<Screen />);
    await act(async () => {});
    refused.unmount();
    give("wakeLock", undefined);
    expect(() => render(<Screen />)).not.toThrow();
    give("vibrate", undefined);
    expect(buzz).not.toThrow();
  });
});
