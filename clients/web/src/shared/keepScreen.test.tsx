import { afterEach, describe, expect, it, vi } from "vitest";

/** A browser with a service worker; modules of their own for each test, as for each page. */
async function page(registered: Promise<unknown> = Promise.resolve()) {
  vi.resetModules();
  const active = { postMessage: vi.fn() };
  const workers = Object.assign(new EventTarget(), {
    register: vi.fn(() => registered),
    ready: Promise.resolve({ active }),
  });
  Object.defineProperty(navigator, "serviceWorker", { configurable: true, value: workers });
  const { keepScreen } = await import("./keepScreen");
  return { keepScreen, workers, told: active.postMessage };
}

afterEach(() => {
  Reflect.deleteProperty(navigator, "serviceWorker");
});

describe("a screen that stands", () => {
  it("is told to the worker once, however often it is said, and again to a worker that takes over", async () => {
    const { keepScreen, workers, told } = await page();
    keepScreen("display");
    keepScreen("display");
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith({ screen: "display" }));
    expect(told).toHaveBeenCalledTimes(1);
    expect(workers.register).toHaveBeenCalledWith("/sw.js", { updateViaCache: "none" });
    workers.dispatchEvent(new Event("controllerchange"));
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
  });

  it("is told to the worker that there is where the server is away", async () => {
    const { keepScreen, told } = await page(Promise.reject(new TypeError("Failed to update")));
    keepScreen("chair");
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith({ screen: "chair" }));
  });

  it("goes on without where the page did not come over TLS, and there is no worker", async () => {
    vi.resetModules();
    const { keepScreen } = await import("./keepScreen");
    expect(() => keepScreen("chair")).not.toThrow();
  });
});
