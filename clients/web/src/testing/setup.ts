import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// jsdom has no CSS.escape; the keyboard handling of lists and tabs asks for it.
const escaped = (text: string) => text.replace(/[^\w\u0080-\uffff-]/g, (letter) => `\\${letter}`);
if (typeof globalThis.CSS?.escape !== "function") {
  Object.defineProperty(globalThis, "CSS", { configurable: true, value: { escape: escaped } });
}

configure({ asyncUtilTimeout: 20_000 });

// Looking by role and name asks for the computed style of every element on the way, and jsdom works each out anew from
// the browser's own style sheet; the screens' style sheets are not there. Elements without a style of their own, below
// none that hides, get what the first of their kind got.
const computed = window.getComputedStyle.bind(window);
const plain = new Map<string, CSSStyleDeclaration>();
window.getComputedStyle = (element, pseudo) => {
  if (pseudo || hasOwnStyle(element)) return computed(element, pseudo);
  const kind = `${element.localName} ${element.getAttribute("type")}`;
  const known = plain.get(kind) ?? computed(element);
  plain.set(kind, known);
  return known;
};

function hasOwnStyle(element: Element): boolean {
  if (["style", "hidden", "open", "popover"].some((name) => element.hasAttribute(name))) return true;
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (each instanceof HTMLElement && each.style.visibility) return true;
    if (each.localName === "details" || each.localName === "dialog") return true;
  }
  return false;
}

afterEach(() => {
  cleanup();
  // What was read aloud stays in the announcer, which no screen owns: the next file shares the document.
  for (const log of document.querySelectorAll("[data-live-announcer] [role=log]")) log.replaceChildren();
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
  delete document.documentElement.dataset.theme;
});
