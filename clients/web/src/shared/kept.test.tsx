// Who comes to a shared tablet after somebody who closed the tab, and was never signed out.
import { renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderScreen } from "../testing/hall";
import { hello } from "../testing/views";
import { Role } from "../wire";
import { forgetWhoLeft, keepCode } from "./code";
import { Entrance } from "./gate";
import { silent_ms_max } from "./kept";
import { useHere } from "./useHere";

const before = "AAAA2345";
const after = "BBBB2345";
const { session } = hello();
const texts = `rostrum.drafts.${session}.EC`;
const stored = () => Object.keys(localStorage).filter((key) => /EC|AAAA/.test(key));

const entrance = (
  <Entrance screen="delegate" code={before} go={() => {}}>
    {null}
  </Entrance>
);

/** A delegation signs in and writes something. */
function signedIn() {
  keepCode("delegate", before);
  const shown = renderScreen(entrance, { hello: { role: Role.DELEGATE, delegation: "EC" } });
  for (const what of ["drafts", "request", "seen"]) localStorage.setItem(`rostrum.${what}.${session}.EC`, "{}");
  return shown;
}

/** The tab, with what is kept in it alone. */
function closeTab() {
  window.dispatchEvent(new Event("pagehide"));
  sessionStorage.clear();
}

describe("what is kept for a delegation that was not signed out", () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
    return () => vi.useRealTimers();
  });

  it("is gone, with its code, once another code takes its place", () => {
    signedIn();
    closeTab();
    forgetWhoLeft();
    expect(stored()).toHaveLength(4);
    keepCode("delegate", after);
    expect(stored()).toEqual([]);
  });

  it("stays while its code is on another screen of the device", () => {
    signedIn();
    keepCode("display", before);
    closeTab();
    keepCode("delegate", after);
    expect(localStorage.getItem(texts)).toBe("{}");
  });

  it("stays while a tab is open with its code, beside the tab of another delegation", () => {
    signedIn();
    sessionStorage.clear();
    keepCode("delegate", after);
    vi.advanceTimersByTime(2 * silent_ms_max);
    forgetWhoLeft();
    expect(localStorage.getItem(texts)).toBe("{}");
  });

  it("stays while its page is loaded again and the server is away", () => {
    signedIn().unmount();
    renderHook(() => useHere(before, undefined));
    sessionStorage.clear();
    keepCode("delegate", after);
    expect(localStorage.getItem(texts)).toBe("{}");
  });

  it("is gone at a start after its tab went without a word", () => {
    const { unmount } = signedIn();
    const asLeft = { ...localStorage };
    unmount();
    sessionStorage.clear();
    localStorage.clear();
    for (const [key, value] of Object.entries(asLeft)) localStorage.setItem(key, value);
    keepCode("delegate", after);
    expect(localStorage.getItem(texts)).toBe("{}");
    vi.setSystemTime(Date.now() + silent_ms_max + 1);
    forgetWhoLeft();
    expect(stored()).toEqual([]);
  });

  it("is gone at a start where another version of the screens has kept it for a code that is nowhere", () => {
    localStorage.setItem(`rostrum.whose.${before}`, JSON.stringify({ session, epoch: "1", delegation: "EC" }));
    localStorage.setItem(texts, "{}");
    forgetWhoLeft();
    expect(stored()).toEqual([]);
  });

  it("is not written again by a page that goes after it was forgotten", () => {
    signedIn();
    localStorage.clear();
    closeTab();
    expect(stored()).toEqual([]);
  });
});
