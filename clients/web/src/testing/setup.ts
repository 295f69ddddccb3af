import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// jsdom has no CSS.escape; the keyboard handling of lists and tabs asks for it.
const escaped = (text: string) => text.replace(/[^\w\u0080-\uffff-]/g, (letter) => `\\${letter}`);
if (typeof globalThis.CSS?.escape !== "function") {
  Object.defineProperty(globalThis, "CSS", { configurable: true, value: { escape: escaped } });
}

configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
